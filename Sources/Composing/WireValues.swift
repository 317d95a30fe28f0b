import Recipients

/// One finished value per slot, in one stretch of memory that the next recipient's values reuse.
public struct WireValues: SlotFilling, Sendable {
  /// Holds the values up to the last end; the rest is room.
  private var memory: [UInt8]
  private var ends: [Int] = []

  /// Makes room for values of so many bytes together; more is found when they need it.
  public init(room: Int = 0) {
    memory = Array(repeating: 0, count: room + 2 * Self.stretch)
  }

  /// How much of a value is copied at once, whatever of it stands there.
  private typealias Stretch = (UInt128, UInt128)
  private static let stretch = MemoryLayout<Stretch>.size

  /// How many slots have a value.
  public var count: Int { ends.count }

  /// The value of a slot.
  public subscript(slot: Int) -> ArraySlice<UInt8> { memory[range(of: slot)] }

  /// How many bytes a slot's value has.
  public func size(of slot: Int) -> Int { range(of: slot).count }

  /// How many bytes all values have together.
  public var size: Int { ends.last ?? 0 }

  /// Adds all values, one behind the other.
  func append(to bytes: inout [UInt8]) { bytes += memory[..<size] }

  /// Whether a reader would see nothing of a slot's value.
  public func isBlank(_ slot: Int) -> Bool { Blank.isBlank(self[slot]) }

  private func range(of slot: Int) -> Range<Int> {
    (slot == 0 ? 0 : ends[slot - 1])..<ends[slot]
  }

  /// The values as they lie in memory, a stretch of which may be read from each one's beginning.
  struct Bytes {
    fileprivate let memory: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<Int>

    @inline(__always)
    subscript(slot: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: memory[(slot == 0 ? 0 : ends[slot - 1])..<ends[slot]])
    }

    /// Copies a value; a whole stretch may be written, whatever of it is the value.
    ///
    /// - Parameters:
    ///   - slot: whose value.
    ///   - target: memory for the value and a stretch behind it.
    /// - Returns: how many bytes the value has.
    @inline(__always)
    func copy(_ slot: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
      let value = self[slot]
      guard let source = value.baseAddress, !value.isEmpty else { return 0 }
      if value.count <= WireValues.stretch {
        let block = UnsafeRawPointer(source).loadUnaligned(as: Stretch.self)
        UnsafeMutableRawPointer(target).storeBytes(of: block, as: Stretch.self)
      } else {
        target.update(from: source, count: value.count)
      }
      return value.count
    }
  }

  /// Hands over all values, for reading many of them at once.
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    memory.withUnsafeBufferPointer { memory in
      ends.withUnsafeBufferPointer { body(Bytes(memory: memory, ends: $0)) }
    }
  }

  // MARK: Filling

  /// Writes values one behind the other.
  struct Filler: SlotFiller {
    fileprivate var writer: ByteWriter
    fileprivate let ends: UnsafeMutableBufferPointer<Int>
    private var slot = 0

    fileprivate init(
      _ memory: UnsafeMutableBufferPointer<UInt8>, _ ends: UnsafeMutableBufferPointer<Int>
    ) {
      writer = ByteWriter(memory)
      self.ends = ends
    }

    @inline(__always)
    mutating func add(
      _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
    ) -> Bool {
      let start = writer.count
      let isWritten = form.write(text, traits, to: &writer)
      if !isWritten { writer.rewind(to: start) }
      addNothing()
      return isWritten
    }

    /// What is copied is looked at on the way.
    @inline(__always)
    func traits(of source: Recipe.Source) -> ByteTraits? { nil }

    @inline(__always)
    mutating func add(
      _ text: UnsafeBufferPointer<UInt8>, _: Recipe.Source, by shortcut: SlotForm.Shortcut
    ) -> Bool {
      guard text.count <= ValueObjection.attributeLimit else { return false }
      if shortcut.isCopying { return addCalm(text) }
      return shortcut.isEncoding && addEncoded(text)
    }

    @inline(__always)
    private mutating func addCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard writer.appendCalm(text) else { return false }
      addNothing()
      return true
    }

    @inline(__always)
    private mutating func addEncoded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      let start = writer.count
      guard PercentEncoder.writePlain(text, to: &writer) else {
        writer.rewind(to: start)
        return false
      }
      addNothing()
      return true
    }

    @inline(__always)
    mutating func addNothing() {
      ends[slot] = writer.count
      slot &+= 1
    }
  }

  /// Starts over with twice the room when the values do not fit, which is soon never the case.
  mutating func refill(slots: Int, from _: Row.Cells, _ fill: (inout Filler) -> Void) {
    if ends.count != slots { ends = Array(repeating: 0, count: slots) }
    while true {
      let isDone = memory.withUnsafeMutableBufferPointer { memory in
        ends.withUnsafeMutableBufferPointer { ends in
          // Whoever reads a value may read a stretch from its beginning.
          let room = UnsafeMutableBufferPointer(rebasing: memory.dropLast(Self.stretch))
          var filler = Filler(room, ends)
          fill(&filler)
          return !filler.writer.isOverfull
        }
      }
      if isDone { return }
      memory = Array(repeating: 0, count: max(1024, memory.count * 2))
    }
  }

  mutating func clear(_ slot: Int) {
    let range = range(of: slot)
    memory.removeSubrange(range)
    for index in slot..<ends.count { ends[index] -= range.count }
  }

  func edges(of slot: Int) -> (first: UInt8, last: UInt8)? {
    let range = range(of: slot)
    return range.isEmpty ? nil : (memory[range.lowerBound], memory[range.upperBound - 1])
  }
}
