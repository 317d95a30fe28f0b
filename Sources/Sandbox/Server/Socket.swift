import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// TCP sockets of this machine that never block.
enum Socket {
  /// What reading or writing came to.
  enum Transfer: Equatable {
    case bytes(Int)
    /// Nothing at the moment.
    case none
    /// Nothing ever again.
    case ended
  }

  /// Opens a socket that listens on 127.0.0.1 alone.
  ///
  /// - Parameter port: the port; 0 for any that is free.
  /// - Returns: the socket and its port.
  /// - Throws: why it cannot be had.
  static func listening(on port: UInt16) throws(SandboxError) -> (descriptor: CInt, port: UInt16) {
    let descriptor = socket(AF_INET, streamKind, 0)
    guard descriptor >= 0 else { throw failure(port, errno) }
    prepare(descriptor)
    var yes: CInt = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> CInt in
        guard bind(descriptor, address, length) == 0, listen(descriptor, 128) == 0,
          getsockname(descriptor, address, &length) == 0
        else { return errno }
        return 0
      }
    }
    guard code == 0 else {
      close(descriptor)
      throw failure(port, code)
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// The next client that waits, if one does.
  static func accepted(by listener: CInt) -> CInt? {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else { return nil }
    prepare(descriptor)
    var yes: CInt = 1
    setsockopt(
      descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<CInt>.size))
    return descriptor
  }

  /// Reads what is there.
  static func read(_ descriptor: CInt, into buffer: inout [UInt8]) -> Transfer {
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return transfer(count)
  }

  /// Writes what is taken.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: CInt) -> Transfer {
    let count = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
    return transfer(count)
  }

  /// Says that nothing more will be written.
  static func endWriting(_ descriptor: CInt) { shutdown(descriptor, CInt(SHUT_WR)) }

  /// Gives the socket back.
  static func end(_ descriptor: CInt) { close(descriptor) }

  private static func transfer(_ count: Int) -> Transfer {
    if count > 0 { return .bytes(count) }
    if count == 0 { return .ended }
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? .none : .ended
  }

  private static func prepare(_ descriptor: CInt) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var yes: CInt = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<CInt>.size))
    #endif
  }

  #if canImport(Glibc)
    private static let streamKind = CInt(SOCK_STREAM.rawValue)
  #else
    private static let streamKind = SOCK_STREAM
  #endif

  #if canImport(Darwin)
    private static let flags: CInt = 0
  #else
    private static let flags = CInt(MSG_NOSIGNAL)
  #endif

  private static func failure(_ port: UInt16, _ code: CInt) -> SandboxError {
    let reason = String(cString: strerror(code))
    return SandboxError(
      Message(
        "cannot listen on port \(String(port)): \(reason); choose another with --port",
        ko: "\(String(port)) 포트를 열 수 없습니다: \(reason). --port로 다른 포트를 고르세요"))
  }
}
