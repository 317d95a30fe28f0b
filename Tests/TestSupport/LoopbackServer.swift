import Foundation
import Synchronization

/// A server on this machine that gives nobody anything and notes every connection.
///
/// A connection counts whether or not anything is said over it.
public final class LoopbackServer: Sendable {
  /// Why there is no server.
  public struct Failure: Error {
    /// The system's number for it.
    public let number: Int32
  }

  /// Where it listens.
  public let port: UInt16

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let withoutSignal = Int32(MSG_NOSIGNAL)
  #else
    private static let stream = SOCK_STREAM
    private static let withoutSignal: Int32 = 0
  #endif

  private let listener: Int32
  /// A pipe whose other end is closed to end the server.
  private let (signal, end): (Int32, Int32)
  private let hosts = Mutex<[String]>([])
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Starts listening at a free port.
  public init() throws {
    var pipeEnds: [Int32] = [0, 0]
    listener = socket(AF_INET, Self.stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) | listen(listener, 512) | getsockname(listener, $0, &size)
      }
    }
    guard status == 0, pipe(&pipeEnds) == 0 else { throw Failure(number: errno) }
    port = UInt16(bigEndian: address.sin_port)
    (signal, end) = (pipeEnds[0], pipeEnds[1])
    Thread.detachNewThread { [self] in serve() }
  }

  /// Ends the server.
  ///
  /// - Returns: the host that each connection asked for, in order; empty where it named none.
  public func stop() -> [String] {
    close(end)
    hasEnded.wait()
    return hosts.withLock(\.self)
  }

  // MARK: Connections

  private func serve() {
    var connections: [Int32] = []
    var isEnding = false
    while !isEnding {
      var waiting = ([signal, listener] + connections).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { continue }
      isEnding = waiting[0].revents != 0
      if waiting[1].revents != 0 || isEnding { accept(to: &connections) }
      for connection in waiting.dropFirst(2) where connection.revents != 0 {
        hear(connection.fd)
        connections.removeAll { $0 == connection.fd }
      }
    }
    connections.forEach(hear)
    close(listener)
    close(signal)
    hasEnded.signal()
  }

  /// Takes what has come in, without waiting for more.
  private func accept(to connections: inout [Int32]) {
    var listening = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    while poll(&listening, 1, 0) > 0 {
      let connection = Foundation.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      connections.append(connection)
    }
  }

  /// Reads how a connection begins, answers what can be answered, and ends it.
  private func hear(_ connection: Int32) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(connection, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    let greeting = Greeting(bytes.prefix(max(0, count)))
    hosts.withLock { $0.append(greeting.host ?? "") }
    if !greeting.isEncrypted {
      let answer = Array(
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
      send(connection, answer, answer.count, Self.withoutSignal)
    }
    close(connection)
  }
}
