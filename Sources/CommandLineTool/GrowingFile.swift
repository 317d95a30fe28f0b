import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written bit by bit and appears whole, by renaming, or not at all.
///
/// An interruption takes what is there of it away.
final class GrowingFile {
  private let path: String
  private let name: String
  private let temporary: String
  private var descriptor: CInt

  init(_ path: String, shownAs name: String) throws(Failure) {
    self.path = path
    self.name = name
    temporary = "\(path).\(getpid()).part"
    let temporary = temporary
    Interruption.remember(temporary)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Files.unwritable(name, errno) }
    // A file keeps its permissions.
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
    Interruption.forget(temporary)
  }

  /// Adds bytes to the file.
  func write(_ bytes: [UInt8]) throws(Failure) {
    let failure = Descriptor.write(bytes, to: descriptor)
    guard failure == 0 else { throw Files.unwritable(name, failure) }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    let closed = close(descriptor)
    descriptor = -1
    defer { Interruption.forget(temporary) }
    guard closed == 0, rename(temporary, path) == 0 else {
      let failure = errno
      unlink(temporary)
      throw Files.unwritable(name, failure)
    }
  }
}
