import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The disk as the tool uses it: whole files in, whole files out.
enum Files {
  /// What a path names.
  enum Kind {
    /// A file that can be read more than once.
    case file
    /// A pipe or a device, which can be read once.
    case stream
    /// A folder.
    case folder
  }

  /// The most bytes that are read whole: templates, requests, lists from a pipe.
  static let sizeLimit = 512 << 20

  /// What a path names; nil when nothing is there.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .stream
    }
  }

  /// How many bytes a file has; 0 where there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Reads a whole file.
  static func read(_ path: String, shownAs name: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name, errno) }
    defer { close(descriptor) }
    return try readAll(descriptor, shownAs: name)
  }

  /// Reads everything from an open file or standard input.
  static func readAll(_ descriptor: CInt, shownAs name: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    let failure = Descriptor.read(&bytes, from: descriptor, limit: sizeLimit)
    guard failure == 0 else { throw unreadable(name, failure) }
    guard bytes.count <= sizeLimit else {
      throw Failure(
        Message(
          "\(quoted: name) has more than \(sizeLimit >> 20) MiB, which is the most that is read whole; give a longer list as a file with -r",
          ko:
            "\(quoted: name)이(가) 한 번에 읽을 수 있는 \(sizeLimit >> 20)MiB보다 큽니다. 더 긴 목록은 파일로 만들어 -r로 지정하세요"
        ))
    }
    return bytes
  }

  /// The names in a folder, sorted.
  static func list(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder with those above it.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - name: how a failure shows it.
  ///   - isLasting: whether each new folder survives a power failure when this returns.
  /// - Throws: why there is none.
  static func makeFolder(
    _ path: String, shownAs name: String, isLasting: Bool = false
  ) throws(Failure) {
    guard kind(path) != .folder else { return }
    let above = Paths.folder(of: path)
    if above != "/" { try makeFolder(above, shownAs: name, isLasting: isLasting) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw unwritable(name, errno) }
    guard isLasting else { return }
    let failure = Descriptor.synchronize(folder: above)
    guard failure == 0 else {
      // The next run would take it for one that lasts.
      rmdir(path)
      throw unwritable(name, failure)
    }
  }

  /// Writes a file that appears whole, by renaming, or not at all.
  ///
  /// An interruption waits until the file is there, so that none leaves half a file behind.
  static func write(
    _ bytes: [UInt8], to path: String, shownAs name: @autoclosure () -> String
  ) throws(Failure) {
    var blocked = sigset_t()
    var previous = sigset_t()
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    // A file keeps its permissions.
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(name(), errno) }
    var failure = Descriptor.write(bytes, to: descriptor)
    if let mode, failure == 0, fchmod(descriptor, mode) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw unwritable(name(), failure)
    }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Removes a folder in which nothing is left.
  static func removeIfEmpty(_ path: String) { rmdir(path) }

  /// Removes the files of a folder that hold a mark in their first 256 bytes, but for those to keep.
  static func remove(marked mark: String, in folder: String, except kept: Set<String>) {
    for name in list(folder) where !kept.contains(name) {
      let path = Paths.join(folder, name)
      guard kind(path) == .file, beginning(of: path).firstRange(of: mark.utf8) != nil else {
        continue
      }
      unlink(path)
    }
  }

  /// Where a path leads in the end; the path itself where nothing is there.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func beginning(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    _ = Descriptor.read(&bytes, from: descriptor, limit: 0, chunk: 256)
    return bytes
  }

  private static func unreadable(_ name: String, _ code: CInt) -> Failure {
    let reason = String(cString: strerror(code))
    return Failure(
      Message(
        "cannot read \(quoted: name): \(reason)", ko: "\(quoted: name) 파일을 읽을 수 없습니다: \(reason)"))
  }

  static func unwritable(_ name: String, _ code: CInt) -> Failure {
    let reason = String(cString: strerror(code))
    return Failure(
      Message(
        "cannot write \(quoted: name): \(reason)", ko: "\(quoted: name) 파일을 쓸 수 없습니다: \(reason)"))
  }
}
