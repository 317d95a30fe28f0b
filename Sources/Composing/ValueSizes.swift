/// The sizes of one recipient's values, found without writing them.
public struct ValueSizes: SlotFilling, Sendable {
  fileprivate struct Entry {
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

  /// How many bytes all values have, each as often as it is used.
  public func size(of uses: [Int]) -> Int {
    var size = 0
    for slot in entries.indices where slot < uses.count {
      size &+= entries[slot].size &* uses[slot]
    }
    return size
  }

  /// Whether a reader would see nothing of a slot's value.
  public func isBlank(_ slot: Int) -> Bool { entries[slot].isBlank }

  /// Measures values one behind the other.
  struct Filler: SlotFiller {
    fileprivate let entries: UnsafeMutableBufferPointer<Entry>
    private var slot = 0

    fileprivate init(_ entries: UnsafeMutableBufferPointer<Entry>) { self.entries = entries }

    @inline(__always)
    mutating func add(
      _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
    ) -> Bool {
      var counter = ByteCounter()
      guard form.write(text, traits, to: &counter) else {
        addNothing()
        return false
      }
      entries[slot] = Entry(
        size: counter.count, first: counter.first, last: counter.last,
        isBlank: form.dollars == 0 && Blank.isBlank(text, traits))
      slot &+= 1
      return true
    }

    @inline(__always)
    mutating func addCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      var counter = ByteCounter()
      guard counter.appendCalm(text) else { return false }
      addSeen(counter)
      return true
    }

    @inline(__always)
    mutating func addEncoded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      var counter = ByteCounter()
      guard PercentEncoder.writePlain(text, to: &counter) else { return false }
      addSeen(counter)
      return true
    }

    @inline(__always)
    private mutating func addSeen(_ counter: ByteCounter) {
      entries[slot] = Entry(
        size: counter.count, first: counter.first, last: counter.last, isBlank: false)
      slot &+= 1
    }

    mutating func addNothing() {
      entries[slot] = Entry()
      slot &+= 1
    }
  }

  mutating func refill(slots: Int, _ fill: (inout Filler) -> Void) {
    if entries.count != slots { entries = Array(repeating: Entry(), count: slots) }
    entries.withUnsafeMutableBufferPointer { entries in
      var filler = Filler(entries)
      fill(&filler)
    }
  }

  mutating func clear(_ slot: Int) { entries[slot] = Entry() }

  func edges(of slot: Int) -> (first: UInt8, last: UInt8)? {
    let entry = entries[slot]
    return entry.size == 0 ? nil : (entry.first, entry.last)
  }
}
