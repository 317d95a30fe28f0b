#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices that a file in one of some folders changes; what lies in folders below does not count.
final class FileWatch {
  private let folders: [String]
  /// Paths that change because of the watcher itself.
  private let ignored: Set<String>
  private var before: [String]
  #if os(Linux)
    private let descriptor: CInt
  #endif

  /// Begins to watch, but for the paths that are written meanwhile.
  init(_ folders: [String], except ignored: Set<String> = []) {
    self.folders = folders
    self.ignored = ignored
    before = Self.traces(folders, except: ignored)
    #if os(Linux)
      descriptor = inotify_init1(CInt(IN_CLOEXEC))
      let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)
      for folder in folders where descriptor >= 0 { inotify_add_watch(descriptor, folder, mask) }
    #endif
  }

  #if os(Linux)
    deinit { if descriptor >= 0 { close(descriptor) } }
  #endif

  /// Waits until a file is another than it was when watching began.
  func wait() {
    while traces == before { pause() }
    // Editors write in several steps: the last one of a moment counts.
    var now = traces
    while true {
      usleep(15_000)
      let next = traces
      if next == now { return }
      now = next
    }
  }

  /// Waits for word from the system, or a while where it sends none.
  private func pause() {
    #if os(Linux)
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // File systems of other machines send no word.
      guard descriptor >= 0, poll(&request, 1, 2000) > 0 else {
        if descriptor < 0 { usleep(500_000) }
        return
      }
      var events = [UInt8](repeating: 0, count: 4096)
      _ = read(descriptor, &events, events.count)
    #else
      usleep(500_000)
    #endif
  }

  private var traces: [String] { Self.traces(folders, except: ignored) }

  /// Names, sizes and times of all files.
  private static func traces(_ folders: [String], except ignored: Set<String>) -> [String] {
    folders.flatMap { folder in
      Files.list(folder).compactMap { name in
        guard !name.hasSuffix(".part"), !ignored.contains(Paths.join(folder, name)) else {
          return nil
        }
        var status = stat()
        guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
          return nil
        }
        #if canImport(Darwin)
          let time = status.st_mtimespec
        #else
          let time = status.st_mtim
        #endif
        return "\(folder)/\(name) \(status.st_size) \(time.tv_sec) \(time.tv_nsec) \(status.st_ino)"
      }
    }
  }
}
