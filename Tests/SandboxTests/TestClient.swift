import Foundation

@testable import Sandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A client that says exactly what it is told, and takes turns with the server.
final class TestClient {
  private let server: HTTPServer
  private let descriptor: CInt
  private(set) var received: [UInt8] = []
  /// Whether the server has ended the connection.
  private(set) var isEnded = false

  init(_ server: HTTPServer) {
    self.server = server
    #if canImport(Glibc)
      descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    turn()
  }

  deinit { close(descriptor) }

  /// What came so far, as text.
  var text: String { String(decoding: received, as: UTF8.self) }

  /// Says something, as far as the system takes it, and lets the server act.
  func say(_ bytes: [UInt8]) {
    var sent = 0
    var refusals = 0
    while sent < bytes.count, refusals < 50, !isEnded {
      switch Socket.write(bytes[sent...], to: descriptor) {
      case .bytes(let count): sent += count
      case .none, .ended: refusals += 1
      }
      turn()
    }
    turn()
  }

  func say(_ text: String) { say(Array(text.utf8)) }

  /// Says something short, and lets nobody act.
  func send(_ text: String) { _ = Socket.write(Array(text.utf8)[...], to: descriptor) }

  /// Lets the server act until there is nothing left to hear.
  func turn() {
    var silences = 0
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    server.turn(wait: 0)
    while silences < 3, !isEnded {
      server.turn(wait: 1)
      switch Socket.read(descriptor, into: &buffer) {
      case .bytes(let count):
        received += buffer[..<count]
        silences = 0
      case .none: silences += 1
      case .ended: isEnded = true
      }
    }
  }

  /// Forgets what came so far.
  func forget() { received = [] }
}
