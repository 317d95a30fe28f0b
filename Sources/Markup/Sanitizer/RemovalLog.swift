/// Collects removals up to the limit, at offsets of the sanitizer's input.
struct RemovalLog {
  private(set) var removals: [Removal] = []
  private(set) var isOverLimit = false

  mutating func append(
    _ kind: Removal.Kind, _ name: String, _ reason: Removal.Reason, at offset: Int
  ) {
    if reason == .limit { isOverLimit = true }
    guard removals.count < SanitizerLimits.removals else { return }
    removals.append(Removal(kind, Self.shown(name), reason, at: offset))
  }

  /// The removals in the order of the text, at offsets of an input's source.
  func sorted(by input: SanitizerInput) -> [Removal] {
    let sorted = removals.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
    return zip(sorted, input.sources(of: sorted.map(\.offset))).map {
      Removal($0.kind, $0.name, $0.reason, at: $1)
    }
  }

  /// A name without placeholders and without what follows the limit.
  private static func shown(_ name: String) -> String {
    guard name.utf8.count > SanitizerLimits.removalName || AtomCharacter.isIn(name.utf8) else {
      return name
    }
    let bytes = AtomCharacter.without(Array(name.utf8)[...])
    return String(decoding: bytes.prefix(SanitizerLimits.removalName), as: UTF8.self)
  }
}
