import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file of a ledger, locked for as long as it is open.
public final class LedgerFile: LedgerStorage {
  private let descriptor: CInt
  private let name: String

  /// Opens the file of a ledger, and makes it where there is none.
  ///
  /// - Parameters:
  ///   - path: where it lies, in a folder that exists.
  ///   - name: how sentences show it.
  /// - Throws: why it cannot be had, another run that has it included.
  public init(_ path: String, shownAs name: String) throws(PublishingError) {
    self.name = name
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("open", name, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      guard code == EWOULDBLOCK else { throw Self.failure("lock", name, code) }
      throw PublishingError(
        Message(
          "another run is using the ledger \(quoted: name); wait until it has ended",
          ko: "다른 실행이 장부 \(quoted: name)을(를) 쓰고 있습니다. 끝난 뒤에 다시 하세요"))
    }
    try Self.synchronizeFolder(of: path, shownAs: name)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// All that is there.
  public func contents() throws(PublishingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure("read", name, errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Adds bytes at the end.
  public func append(_ bytes: [UInt8]) throws(PublishingError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("write", name, count < 0 ? errno : EIO) }
      sent += count
    }
  }

  /// Returns when everything will survive a power failure.
  public func synchronize() throws(PublishingError) {
    guard Self.flush(descriptor) == 0 else { throw Self.failure("write", name, errno) }
  }

  /// Cuts off what stands behind a length.
  public func truncate(to length: Int) throws(PublishingError) {
    guard ftruncate(descriptor, off_t(length)) == 0 else {
      throw Self.failure("write", name, errno)
    }
  }

  /// A new file is safe when its folder is.
  private static func synchronizeFolder(
    of path: String, shownAs name: String
  ) throws(PublishingError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", name, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write", name, errno) }
  }

  private static func flush(_ descriptor: CInt) -> CInt {
    #if canImport(Darwin)
      // There, fsync leaves the bytes in the disk's own memory.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
    #endif
    return fsync(descriptor)
  }

  private static func failure(_ verb: String, _ name: String, _ code: CInt) -> PublishingError {
    let reason = String(cString: strerror(code))
    return PublishingError(
      Message(
        "cannot \(verb) the ledger \(quoted: name): \(reason)",
        ko: "장부 \(quoted: name)을(를) 다룰 수 없습니다: \(reason)"))
  }
}
