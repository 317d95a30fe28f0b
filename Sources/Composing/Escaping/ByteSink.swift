/// Where escaped bytes go: into memory, or into a count of them.
///
/// Escapers are written once over sinks, so that measuring and writing cannot differ.
protocol ByteSink {
  mutating func append(_ byte: UInt8)
  /// Adds a value as a table escapes it, and tells what its bytes show.
  mutating func append(
    _ value: UnsafeBufferPointer<UInt8>, escapedBy table: EscapeTable
  ) -> ByteTraits
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
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
  mutating func append(
    _ value: UnsafeBufferPointer<UInt8>, escapedBy table: EscapeTable
  ) -> ByteTraits {
    guard value.count <= (memory.count &- count) / EscapeTable.stride,
      let base = memory.baseAddress
    else {
      isOverfull = true
      return []
    }
    var target = UnsafeMutableRawPointer(base + count)
    let start = target
    let traits = table.escape(value) { code in
      target.storeBytes(of: code.text, as: UInt64.self)
      target += code.count
    }
    count &+= target - start
    return traits
  }

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

  /// Adds a text if it is calm; a block from its beginning must be readable (see `CalmText`).
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
  mutating func append(
    _ value: UnsafeBufferPointer<UInt8>, escapedBy table: EscapeTable
  ) -> ByteTraits {
    guard let head = value.first else { return [] }
    if count == 0 { first = table[head].first }
    last = table[value[value.count &- 1]].last
    return table.escape(value) { count &+= $0.count }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let head = bytes.first else { return }
    if count == 0 { first = head }
    last = bytes[bytes.count &- 1]
    count &+= bytes.count
  }
}
