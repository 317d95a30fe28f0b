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

/// What an interruption has to take away before the run ends.
private enum Interruption {
  private static let places = 4
  // A signal may come at any time, so that its handler reads plain memory and calls the system only.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> =
    {
      let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: places)
      paths.initialize(repeating: nil, count: places)
      return paths
    }()

  static func remember(_ path: String) {
    for signal in [SIGINT, SIGTERM, SIGHUP] { catchSignal(signal) }
    for place in 0..<places where paths[place] == nil {
      paths[place] = strdup(path)
      return
    }
    preconditionFailure("more files grow than an interruption can take away")
  }

  static func forget(_ path: String) {
    for place in 0..<places {
      guard let known = paths[place], strcmp(known, path) == 0 else { continue }
      // Its few bytes stay: a handler might be reading them.
      paths[place] = nil
    }
  }

  private static func catchSignal(_ number: CInt) {
    let before = signal(number) { number in
      for place in 0..<Interruption.places {
        if let path = Interruption.paths[place] { unlink(path) }
      }
      _exit(128 + number)
    }
    // Whoever started this wants it not to be stopped.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
    // A thread that starts programs may have blocked it for itself, and they inherit that.
    var numbers = sigset_t()
    sigemptyset(&numbers)
    sigaddset(&numbers, number)
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }
}
