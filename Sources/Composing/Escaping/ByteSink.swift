/// Where escaped bytes go: into memory, or into a count of them.
///
/// Escapers are written once over sinks, so that measuring and writing cannot differ.
protocol ByteSink {
  mutating func append(_ byte: UInt8)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension ByteSink {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

/// Writes into memory that has room enough.
struct ByteWriter: ByteSink {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    precondition(count < memory.count)
    memory[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= memory.count - count)
    guard let source = bytes.baseAddress, let target = memory.baseAddress else { return }
    (target + count).update(from: source, count: bytes.count)
    count += bytes.count
  }
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
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let head = bytes.first else { return }
    if count == 0 { first = head }
    last = bytes[bytes.count - 1]
    count += bytes.count
  }
}
