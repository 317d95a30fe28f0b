#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the bytes of a list come from, a chunk at a time.
public protocol ByteSource {
  /// The next bytes, at most so many; none at the end.
  mutating func read(_ count: Int) throws(ListError) -> [UInt8]
}

/// Bytes that are already in memory.
public struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  /// Reads from an array.
  public init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next bytes of the array.
  public mutating func read(_ count: Int) -> [UInt8] {
    let chunk = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    return chunk
  }
}

/// An open file descriptor: a file by its path, or standard input.
public final class FileSource: ByteSource {
  private let descriptor: CInt
  private let closes: Bool

  /// Opens a file for reading.
  ///
  /// - Throws: `ListError.unreadable` with the system's reason.
  public init(path: String) throws(ListError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw ListError.unreadable(reason: systemReason(errno)) }
    descriptor = opened
    closes = true
  }

  /// Reads from standard input, which stays open.
  public init() {
    descriptor = 0
    closes = false
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// The next bytes of the file.
  ///
  /// - Throws: `ListError.unreadable` with the system's reason.
  public func read(_ count: Int) throws(ListError) -> [UInt8] {
    var failure: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result = 0
      repeat {
        #if canImport(Glibc)
          result = Glibc.read(descriptor, buffer.baseAddress, count)
        #elseif canImport(Musl)
          result = Musl.read(descriptor, buffer.baseAddress, count)
        #else
          result = Darwin.read(descriptor, buffer.baseAddress, count)
        #endif
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      filled = max(0, result)
    }
    guard failure == 0 else { throw ListError.unreadable(reason: systemReason(failure)) }
    return bytes
  }
}

private func systemReason(_ code: CInt) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}
