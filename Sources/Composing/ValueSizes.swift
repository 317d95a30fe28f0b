import Recipients

/// The sizes of one recipient's values, found without writing them.
public struct ValueSizes: SlotFilling, Sendable {
  fileprivate struct Entry {
    var size = 0
    var first: UInt8 = 0
    var last: UInt8 = 0
    var isBlank = true
  }

  private var entries: [Entry] = []
  /// What the recipient's cells show.
  public private(set) var look = RowLook()

  /// Makes room for nothing yet.
  public init() {}

  /// How many bytes a slot's value has.
  public func size(of slot: Int) -> Int { entries[slot].size }

  /// Whether a reader would see nothing of a slot's value.
  public func isBlank(_ slot: Int) -> Bool { entries[slot].isBlank }

  /// Measures values one behind the other.
  struct Filler: SlotFiller {
    fileprivate let entries: UnsafeMutableBufferPointer<Entry>
    private let look: RowLook.Kinds
    private var slot = 0

    fileprivate init(_ entries: UnsafeMutableBufferPointer<Entry>, _ look: RowLook.Kinds) {
      self.entries = entries
      self.look = look
    }

    @inline(__always)
    func traits(of source: Recipe.Source) -> ByteTraits? {
      switch source {
      case .parameter(let number): look.parameters[number].traits
      case .own(let field): look.own(field).traits
      case .shared(let traits): traits
      }
    }

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
    mutating func add(
      _ text: UnsafeBufferPointer<UInt8>, _ source: Recipe.Source, by shortcut: SlotForm.Shortcut
    ) -> Bool {
      guard let shown = traits(of: source), shown.contains(.visible),
        text.first != UInt8(ascii: "."), text.count <= ValueObjection.attributeLimit
      else { return false }
      if shown.isDisjoint(with: shortcut.changing) {
        addUnchanged(text)
        return true
      }
      guard shortcut.isEncoding, shown.isDisjoint(with: [.control, .percent]) else { return false }
      addEncoded(text)
      return true
    }

    private mutating func addEncoded(_ text: UnsafeBufferPointer<UInt8>) {
      var counter = ByteCounter()
      PercentEncoder.encode(text, to: &counter)
      entries[slot] = Entry(
        size: counter.count, first: counter.first, last: counter.last, isBlank: false)
      slot &+= 1
    }

    /// Adds a value that is written as it is and not blank.
    @inline(__always)
    private mutating func addUnchanged(_ text: UnsafeBufferPointer<UInt8>) {
      entries[slot] = Entry(
        size: text.count, first: text[0], last: text[text.count &- 1], isBlank: false)
      slot &+= 1
    }

    mutating func addNothing() {
      entries[slot] = Entry()
      slot &+= 1
    }
  }

  mutating func refill(slots: Int, from cells: Row.Cells, _ fill: (inout Filler) -> Void) {
    if entries.count != slots { entries = Array(repeating: Entry(), count: slots) }
    look.look(at: cells)
    entries.withUnsafeMutableBufferPointer { entries in
      look.withKinds { look in
        var filler = Filler(entries, look)
        fill(&filler)
      }
    }
  }

  mutating func clear(_ slot: Int) { entries[slot] = Entry() }

  func edges(of slot: Int) -> (first: UInt8, last: UInt8)? {
    let entry = entries[slot]
    return entry.size == 0 ? nil : (entry.first, entry.last)
  }
}
