#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What version control knows.
enum Git {
  /// Calls `git`.
  ///
  /// - Parameters:
  ///   - arguments: what stands behind `git`, each a word of its own.
  ///   - folder: where it is called.
  /// - Returns: what it prints; nil where it fails or is not there.
  static func output(_ arguments: [String], in folder: String) -> [UInt8]? {
    let words = (["git", "-C", folder] + arguments).map { word in
      "'" + word.replacing("'", with: "'\\''") + "'"
    }
    guard let pipe = popen(words.joined(separator: " ") + " 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    let failure = Descriptor.read(&bytes, from: fileno(pipe), limit: Files.sizeLimit)
    return pclose(pipe) == 0 && failure == 0 ? bytes : nil
  }
}
