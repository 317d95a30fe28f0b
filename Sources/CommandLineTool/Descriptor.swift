#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file of the system: everything goes through, however many calls that takes.
enum Descriptor {
  /// Writes all bytes.
  ///
  /// - Returns: 0, or the system's code for why the rest could not be written.
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
    bytes.withUnsafeBytes { data in
      var sent = 0
      while sent < data.count {
        let rest = UnsafeRawBufferPointer(rebasing: data[sent...])
        let count = systemWrite(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        sent += count
      }
      return 0
    }
  }

  /// Adds all that can still be read, up to a limit and at most one chunk more.
  ///
  /// - Returns: 0, or the system's code for why reading stopped before the end.
  static func read(
    _ bytes: inout [UInt8], from descriptor: CInt, limit: Int, chunk size: Int = 256 * 1024
  ) -> CInt {
    var chunk = [UInt8](repeating: 0, count: size)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return errno }
      guard count > 0 else { return 0 }
      bytes.append(contentsOf: chunk[..<count])
    }
    return 0
  }

  /// Returns when the names in a folder will survive a power failure.
  ///
  /// - Returns: 0, or the system's code for why they may not; some file systems need no such call.
  static func synchronize(folder path: String) -> CInt {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
  }
}

// The system's functions, which methods of these names would hide.

private func systemWrite(_ descriptor: CInt, _ data: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, data, count)
}

private func systemRead(_ descriptor: CInt, _ data: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, data, count)
}
