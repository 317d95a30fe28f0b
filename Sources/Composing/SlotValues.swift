/// What one recipient's slots come to: the values themselves, or their sizes alone.
public protocol SlotValues {
  /// How many bytes a slot's value has.
  func size(of slot: Int) -> Int
  /// Whether a reader would see nothing of a slot's value.
  func isBlank(_ slot: Int) -> Bool
}

/// What composing fills, slot by slot.
protocol SlotFilling: SlotValues {
  /// Forgets the values of the recipient before.
  mutating func removeAll()
  /// Adds the next slot's value, or nothing if it has no form there.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
  ) -> ValueObjection?
  /// Adds an empty value for the next slot.
  mutating func addNothing()
  /// Makes a slot's value empty.
  mutating func clear(_ slot: Int)
  /// The outermost bytes of a slot's value; nil for an empty one.
  func edges(of slot: Int) -> (first: UInt8, last: UInt8)?
}

/// One finished value per slot, in one stretch of memory.
public struct WireValues: SlotFilling, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Makes room for nothing yet.
  public init() {}

  /// How many slots have a value.
  public var count: Int { ends.count }

  /// The value of a slot.
  public subscript(slot: Int) -> ArraySlice<UInt8> { bytes[range(of: slot)] }

  /// How many bytes a slot's value has.
  public func size(of slot: Int) -> Int { range(of: slot).count }

  /// Whether a reader would see nothing of a slot's value.
  public func isBlank(_ slot: Int) -> Bool { Blank.isBlank(self[slot]) }

  private func range(of slot: Int) -> Range<Int> {
    (slot == 0 ? 0 : ends[slot - 1])..<ends[slot]
  }

  /// Hands over all values as they lie in memory.
  func withUnsafeBytes(_ body: ((Int) -> UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        body { slot in
          UnsafeBufferPointer(rebasing: bytes[(slot == 0 ? 0 : ends[slot - 1])..<ends[slot]])
        }
      }
    }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
  ) -> ValueObjection? {
    var objection: ValueObjection?
    bytes.append(addingCapacity: form.room(for: text.count)) { span in
      span.withUnsafeMutableBufferPointer { memory, count in
        var writer = ByteWriter(UnsafeMutableBufferPointer(rebasing: memory[count...]))
        objection = form.write(text, traits, to: &writer)
        if objection == nil { count += writer.count }
      }
    }
    ends.append(bytes.count)
    return objection
  }

  mutating func addNothing() { ends.append(bytes.count) }

  mutating func clear(_ slot: Int) {
    let range = range(of: slot)
    bytes.removeSubrange(range)
    for index in slot..<ends.count { ends[index] -= range.count }
  }

  func edges(of slot: Int) -> (first: UInt8, last: UInt8)? {
    let range = range(of: slot)
    return range.isEmpty ? nil : (bytes[range.lowerBound], bytes[range.upperBound - 1])
  }
}

/// The sizes of one recipient's values, found without writing them.
public struct ValueSizes: SlotFilling, Sendable {
  private struct Entry {
    var size = 0
    var first: UInt8 = 0
    var last: UInt8 = 0
    var isBlank = true
  }

  private var entries: [Entry] = []

  /// Makes room for nothing yet.
  public init() {}

  /// How many bytes a slot's value has.
  public func size(of slot: Int) -> Int { entries[slot].size }

  /// Whether a reader would see nothing of a slot's value.
  public func isBlank(_ slot: Int) -> Bool { entries[slot].isBlank }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
  ) -> ValueObjection? {
    var counter = ByteCounter()
    let objection = form.write(text, traits, to: &counter)
    guard objection == nil else {
      entries.append(Entry())
      return objection
    }
    entries.append(
      Entry(
        size: counter.count, first: counter.first, last: counter.last,
        isBlank: form.dollars == 0 && Blank.isBlank(text, traits)))
    return nil
  }

  mutating func addNothing() { entries.append(Entry()) }

  mutating func clear(_ slot: Int) { entries[slot] = Entry() }

  func edges(of slot: Int) -> (first: UInt8, last: UInt8)? {
    let entry = entries[slot]
    return entry.size == 0 ? nil : (entry.first, entry.last)
  }
}
