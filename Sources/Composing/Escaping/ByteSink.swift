/// Where escaped bytes go: into memory, or into a count of them.
///
/// Escapers are written once over sinks, so that measuring and writing cannot differ.
protocol ByteSink {
  mutating func append(_ byte: UInt8)
  /// Adds a byte as `%XX`, or as it is.
  mutating func append(encoding byte: UInt8, unless isPlain: Bool)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Adds a text if it is calm; a block before its end must be readable (see `CalmText`).
  mutating func appendCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

extension ByteSink {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// Writes into memory of a fixed size, and says when that was not enough.
struct ByteWriter: ByteSink {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// Whether bytes were left out for want of room.
  private(set) var isOverfull = false

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < memory.count, let base = memory.baseAddress else {
      isOverfull = true
      return
    }
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(encoding byte: UInt8, unless isPlain: Bool) {
    guard memory.count &- count >= 3, let base = memory.baseAddress else {
      isOverfull = true
      return
    }
    // Always all three: which bytes are plain cannot be foreseen, and guessing wrong costs more.
    base[count] = isPlain ? byte : UInt8(ascii: "%")
    base[count &+ 1] = Self.hexDigits.utf8Start[Int(byte >> 4)]
    base[count &+ 2] = Self.hexDigits.utf8Start[Int(byte & 15)]
    count &+= isPlain ? 1 : 3
  }

  private static let hexDigits: StaticString = "0123456789ABCDEF"

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= memory.count &- count, let source = bytes.baseAddress,
      let base = memory.baseAddress
    else {
      isOverfull = isOverfull || !bytes.isEmpty
      return
    }
    (base + count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  @inline(__always)
  mutating func appendCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard max(text.count, CalmText.block) <= memory.count &- count,
      let base = memory.baseAddress, CalmText.copy(text, to: base + count)
    else { return false }
    count &+= text.count
    return true
  }

  /// Takes back what was written since there were so many bytes.
  mutating func rewind(to count: Int) { self.count = count }
}

/// Counts bytes and keeps the outermost two.
struct ByteCounter: ByteSink {
  private(set) var count = 0
  private(set) var first: UInt8 = 0
  private(set) var last: UInt8 = 0

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == 0 { first = byte }
    last = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(encoding byte: UInt8, unless isPlain: Bool) {
    // No mark of the service begins or ends like an encoded byte.
    append(isPlain ? byte : UInt8(ascii: "%"))
    if !isPlain { count &+= 2 }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let head = bytes.first else { return }
    if count == 0 { first = head }
    last = bytes[bytes.count &- 1]
    count &+= bytes.count
  }

  @inline(__always)
  mutating func appendCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard CalmText.copy(text, to: nil) else { return false }
    append(text)
    return true
  }
}
