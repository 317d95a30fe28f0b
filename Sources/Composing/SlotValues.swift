import Recipients

/// What one recipient's slots come to: the values themselves, or their sizes alone.
public protocol SlotValues {
  /// How many bytes a slot's value has.
  func size(of slot: Int) -> Int
  /// Whether a reader would see nothing of a slot's value.
  func isBlank(_ slot: Int) -> Bool
}

/// Takes the values of one recipient, slot by slot.
protocol SlotFiller {
  /// What is known of a text's bytes without another look at them.
  func traits(of source: Recipe.Source) -> ByteTraits?
  /// Adds the next slot's value the short way, if that is right for it; a block from the text's
  /// beginning must be readable.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ source: Recipe.Source, by shortcut: SlotForm.Shortcut
  ) -> Bool
  /// Adds the next slot's value; false, and an empty value, if it cannot stand there.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, as form: SlotForm
  ) -> Bool
  /// Adds an empty value for the next slot.
  mutating func addNothing()
}

/// Values that composing fills in.
protocol SlotFilling: SlotValues {
  associatedtype Filler: SlotFiller
  /// Forgets the recipient before and takes the values of the next; `fill` may be called again.
  mutating func refill(slots: Int, from cells: Row.Cells, _ fill: (inout Filler) -> Void)
  /// Makes a slot's value empty.
  mutating func clear(_ slot: Int)
  /// The outermost bytes of a slot's value; nil for an empty one.
  func edges(of slot: Int) -> (first: UInt8, last: UInt8)?
}
