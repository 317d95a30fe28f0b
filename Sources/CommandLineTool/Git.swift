#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What version control knows.
enum Git {
  /// Calls `git`, without a shell that could read the arguments as more than words.
  ///
  /// - Parameters:
  ///   - arguments: what stands behind `git`, each a word of its own.
  ///   - folder: where it is called.
  /// - Returns: what it prints; nil where it fails or is not there.
  static func output(_ arguments: [String], in folder: String) -> [UInt8]? {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    guard let child = start(["git", "-C", folder] + arguments, writing, closing: reading) else {
      close(writing)
      return nil
    }
    close(writing)
    var bytes: [UInt8] = []
    let failure = Descriptor.read(&bytes, from: reading, limit: Files.sizeLimit)
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return failure == 0 && status == 0 ? bytes : nil
  }

  private static func start(_ words: [String], _ output: CInt, closing other: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, other)
    var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var child = pid_t()
    return posix_spawnp(&child, "git", &actions, nil, &list, environ) == 0 ? child : nil
  }
}
