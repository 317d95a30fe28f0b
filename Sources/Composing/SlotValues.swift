/// What one recipient's slots come to: the values themselves, or their sizes alone.
public protocol SlotValues {
  /// How many bytes a slot's value has.
  func size(of slot: Int) -> Int
  /// Whether a reader would see nothing of a slot's value.
  func isBlank(_ slot: Int) -> Bool
  /// How many bytes all values have, each as often as it is used.
  func size(of uses: [Int]) -> Int
}

extension SlotValues {
  /// How many bytes all values have, each as often as it is used.
  public func size(of uses: [Int]) -> Int {
    var size = 0
    for (slot, count) in uses.enumerated() where count > 0 { size += count * self.size(of: slot) }
    return size
  }
}

/// Takes the values of one recipient, slot by slot.
protocol SlotFiller {
  /// Adds the next slot's value; false, and an empty value, if it cannot stand there.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
  ) -> Bool
  /// Adds the next slot's value if it is calm; a block from its beginning must be readable.
  mutating func addCalm(_ text: UnsafeBufferPointer<UInt8>) -> Bool
  /// Adds the next slot's value percent-encoded, unless it has to be looked at.
  mutating func addEncoded(_ text: UnsafeBufferPointer<UInt8>) -> Bool
  /// Adds an empty value for the next slot.
  mutating func addNothing()
}

extension SlotFiller {
  /// Adds the next slot's value the short way, if that is right for it.
  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, by shortcut: SlotForm.Shortcut) -> Bool {
    guard text.count <= ValueObjection.attributeLimit else { return false }
    return switch shortcut {
    case .none: false
    case .calm: addCalm(text)
    case .encoded: addEncoded(text)
    }
  }
}

/// Values that composing fills in.
protocol SlotFilling: SlotValues {
  associatedtype Filler: SlotFiller
  /// Forgets the recipient before and takes the values of the next; `fill` may be called again.
  mutating func refill(slots: Int, _ fill: (inout Filler) -> Void)
  /// Makes a slot's value empty.
  mutating func clear(_ slot: Int)
  /// The outermost bytes of a slot's value; nil for an empty one.
  func edges(of slot: Int) -> (first: UInt8, last: UInt8)?
}
