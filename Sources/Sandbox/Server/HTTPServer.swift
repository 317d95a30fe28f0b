import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An HTTP/1.1 server for this machine: one thread, one loop, no client can hold up another.
final class HTTPServer {
  /// The port it listens on.
  let port: UInt16
  private let listener: CInt
  private let limits: ServerLimits
  private let milliseconds: () -> Int
  private let handler: (HTTPRequest) -> Reply
  private var connections: [Connection] = []
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  /// Starts to listen; clients are served while `turn` is called.
  ///
  /// - Parameters:
  ///   - port: the port; 0 for any that is free.
  ///   - limits: what a client may ask.
  ///   - milliseconds: a clock that never goes back.
  ///   - handler: what answers requests.
  /// - Throws: why the port cannot be had.
  init(
    port: UInt16, limits: ServerLimits = ServerLimits(), milliseconds: @escaping () -> Int,
    handler: @escaping (HTTPRequest) -> Reply
  ) throws(SandboxError) {
    (listener, self.port) = try Socket.listening(on: port)
    self.limits = limits
    self.milliseconds = milliseconds
    self.handler = handler
  }

  deinit {
    for connection in connections { Socket.end(connection.descriptor) }
    Socket.end(listener)
  }

  /// How many clients there are.
  var clientCount: Int { connections.count }

  /// Serves whoever has something to say or to get.
  ///
  /// - Parameter wait: how many milliseconds to wait for someone.
  func turn(wait: Int) {
    // Who does not take its answers is not asked for more.
    var entries = connections.map {
      pollfd(
        fd: $0.descriptor, events: Int16($0.wantsToWrite ? POLLOUT : POLLIN), revents: 0)
    }
    let hasRoom = connections.count < limits.connections
    if hasRoom { entries.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0)) }
    guard poll(&entries, nfds_t(entries.count), CInt(clamping: wait)) >= 0 else { return }
    let now = milliseconds()
    for index in connections.indices {
      let events = CInt(entries[index].revents)
      if events & CInt(POLLOUT) != 0 {
        connections[index].transmit(now: now, handler: handler)
      }
      if events & CInt(POLLIN | POLLHUP | POLLERR) != 0 {
        connections[index].receive(&buffer, now: now, handler: handler)
      }
      connections[index].expire(now: now)
    }
    connections.removeAll { connection in
      if connection.isOver { Socket.end(connection.descriptor) }
      return connection.isOver
    }
    if hasRoom, entries.last?.revents != 0 { welcome(now) }
  }

  private func welcome(_ now: Int) {
    while connections.count < limits.connections, let client = Socket.accepted(by: listener) {
      connections.append(Connection(client, limits, now: now))
    }
  }
}
