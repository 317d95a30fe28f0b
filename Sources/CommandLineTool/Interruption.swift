#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an interruption does: it takes files away that are not finished and ends the run, or waits
/// until something that must not be cut short has ended.
enum Interruption {
  private static let places = 4
  // A signal may come at any time, so that its handler reads plain memory and calls the system only.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> =
    {
      let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: places)
      paths.initialize(repeating: nil, count: places)
      return paths
    }()

  /// Whether interruptions wait, and the signal that came since.
  nonisolated(unsafe) private static let waiting: UnsafeMutablePointer<(CInt, CInt)> = {
    let waiting = UnsafeMutablePointer<(CInt, CInt)>.allocate(capacity: 1)
    waiting.initialize(to: (0, 0))
    return waiting
  }()

  /// From now on an interruption is only noted.
  static func postpone() {
    waiting.pointee.0 = 1
    catchSignals()
  }

  /// Whether somebody has asked to stop.
  static var isPending: Bool { waiting.pointee.1 != 0 }

  static func remember(_ path: String) {
    catchSignals()
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

  private static func catchSignals() {
    // Both are made before a handler can want them.
    _ = (paths, waiting)
    for signal in StopSignals.all { catchSignal(signal) }
  }

  private static func catchSignal(_ number: CInt) {
    let before = signal(number) { number in
      guard Interruption.waiting.pointee.0 == 0 else {
        Interruption.waiting.pointee.1 = number
        return
      }
      for place in 0..<Interruption.places {
        if let path = Interruption.paths[place] { unlink(path) }
      }
      _exit(128 + number)
    }
    // Whoever started this wants it not to be stopped.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
  }
}
