import Publishing

/// The request line and headers of a request, judged as RFC 9112 asks of a server.
struct RequestHead {
  /// How the length of a body is told.
  enum Framing: Equatable {
    case length(Int)
    case chunked
  }

  let request: HTTPRequest
  let framing: Framing
  let keepsAlive: Bool
  /// Whether the client waits for a word before it sends the body.
  let expectsContinue: Bool

  /// Reads a head.
  ///
  /// - Parameters:
  ///   - bytes: everything up to the empty line.
  ///   - limits: how much may be asked.
  /// - Throws: the status to refuse it with.
  init(_ bytes: ArraySlice<UInt8>, _ limits: ServerLimits) throws(Refusal) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }[...]
    guard let first = lines.popFirst() else { throw Refusal(400) }
    let (method, target, minor) = try Self.requestLine(first)
    guard lines.count <= limits.fields else { throw Refusal(431) }
    var headers = HTTPHeaders()
    for line in lines {
      let (name, value) = try Self.field(line)
      headers.add(name, value)
    }
    let hosts = headers.values("Host").count
    guard hosts == 1 || (hosts == 0 && minor == 0) else { throw Refusal(400) }
    request = HTTPRequest(method, target, headers: headers)
    framing = try Self.framing(headers, limits)
    let connection = headers.values("Connection").joined(separator: ",").lowercased()
    keepsAlive =
      minor == 0 ? connection.contains("keep-alive") : !connection.contains("close")
    expectsContinue = minor > 0 && headers["Expect"]?.lowercased() == "100-continue"
  }

  private static func requestLine(
    _ line: ArraySlice<UInt8>
  ) throws(Refusal) -> (method: String, target: String, minor: Int) {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].count <= 16,
      parts[0].allSatisfy({ (0x41...0x5A).contains($0) }), parts[1].first == UInt8(ascii: "/"),
      parts[1].allSatisfy({ (0x21...0x7E).contains($0) }), parts[2].count == 8,
      parts[2].starts(with: "HTTP/".utf8)
    else { throw Refusal(400) }
    let version = parts[2].suffix(3)
    guard version.elementsEqual("1.1".utf8) || version.elementsEqual("1.0".utf8) else {
      throw Refusal(505)
    }
    return (
      String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self),
      version.last == UInt8(ascii: "1") ? 1 : 0
    )
  }

  private static func field(
    _ line: ArraySlice<UInt8>
  ) throws(Refusal) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isToken),
      !line.contains(where: { $0 == 0 || $0 == 0x0D })
    else { throw Refusal(400) }
    var value = line[(colon + 1)...]
    while let byte = value.first, byte == 0x20 || byte == 0x09 { value = value.dropFirst() }
    while let byte = value.last, byte == 0x20 || byte == 0x09 { value = value.dropLast() }
    return (String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
  }

  /// A request whose length two readers could read differently is refused.
  private static func framing(
    _ headers: HTTPHeaders, _ limits: ServerLimits
  ) throws(Refusal) -> Framing {
    let lengths = headers.values("Content-Length")
    let encodings = headers.values("Transfer-Encoding")
    if let encoding = encodings.first {
      guard lengths.isEmpty, encodings.count == 1 else { throw Refusal(400) }
      guard encoding.lowercased() == "chunked" else { throw Refusal(501) }
      return .chunked
    }
    guard let text = lengths.first else { return .length(0) }
    guard lengths.count == 1, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      !text.isEmpty
    else { throw Refusal(400) }
    guard text.utf8.count <= 18, let length = Int(text), length <= limits.bodyBytes else {
      throw Refusal(413)
    }
    return .length(length)
  }

  private static let tokenMarks = Set("!#$%&'*+-.^_`|~".utf8)

  private static func isToken(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (0x61...0x7A).contains(lower) || (0x30...0x39).contains(byte)
      || tokenMarks.contains(byte)
  }
}

/// The status with which something that is no request is refused.
struct Refusal: Error, Equatable {
  let status: Int

  init(_ status: Int) { self.status = status }
}
