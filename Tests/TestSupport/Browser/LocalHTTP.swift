import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One request to a server on this machine, over a socket of its own.
///
/// `URLSession` of Foundation on Linux cannot read the headers that `chromedriver` writes.
struct LocalHTTP {
  let port: UInt16

  /// Sends a request and waits for the whole answer.
  ///
  /// - Parameters:
  ///   - method: the method.
  ///   - path: where to, with `/`.
  ///   - body: JSON, or nothing.
  /// - Returns: the status and the body of the answer.
  /// - Throws: a failure where there is no answer.
  func send(_ method: String, _ path: String, _ body: String) throws -> (status: Int, body: Data) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard status == 0 else { throw Browser.Failure(description: "cannot connect") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    try handle.write(contentsOf: Data((head + body).utf8))
    return try answer(handle)
  }

  private func answer(_ handle: FileHandle) throws -> (status: Int, body: Data) {
    var data = Data()
    while true {
      let chunk = handle.availableData
      data += chunk
      if let end = data.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: data[..<end.lowerBound], as: UTF8.self).lowercased()
        let body = data[end.upperBound...]
        let length = head.firstMatch(of: #/content-length: *(\d+)/#).flatMap { Int($0.output.1) }
        if let length, body.count >= length {
          return (Int(head.split(separator: " ")[1]) ?? 0, Data(body.prefix(length)))
        }
      }
      guard !chunk.isEmpty else { throw Browser.Failure(description: "the answer is cut off") }
    }
  }
}
