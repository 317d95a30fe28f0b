#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from an offset on.
  func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, CInt(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many line feeds it holds; many bytes are compared at once.
  var countOfLineFeeds: Int {
    var total = 0
    var index = 0
    while index < count {
      // So few that a byte can count them.
      let stop = Swift.min(index + 192, count)
      var found: UInt8 = 0
      while index < stop {
        found &+= self[index] == 0x0A ? 1 : 0
        index += 1
      }
      total += Int(found)
    }
    return total
  }
}
