/// How the values of one slot are written: everything about it but where the text comes from.
struct SlotForm: Sendable {
  /// What the places that share the slot ask of its values.
  struct Demands: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// A place in the title: one line without the service's marks.
    static let title = Demands(rawValue: 1)
    /// A step of a link's path: not `.` or `..`.
    static let path = Demands(rawValue: 2)
    /// An attribute, which has a limit.
    static let attribute = Demands(rawValue: 4)
  }

  let escaping: Escaping
  /// `$` signs directly before the placeholder; they are part of the value on the wire.
  let dollars: Int
  var demands: Demands

  /// How most values of a slot are written at once, without a closer look at each.
  struct Shortcut: Sendable {
    /// What would change a value, or keep it out: one that shows none of it stays as it is.
    let changing: ByteTraits
    /// Whether calm text is copied.
    var isCopying = false
    /// Whether text is percent-encoded, if nothing in it is encoded already.
    var isEncoding = false

    /// There is none: any value is looked at.
    static let none = Shortcut(changing: .visible)
    /// One line of text without marks stays.
    static let line = Shortcut(changing: [.markup, .control, .breaks, .mayBreak])
    static let calm = Shortcut(changing: [.markup, .control], isCopying: true)
    static let encoded = Shortcut(changing: .reserved, isEncoding: true)
  }

  /// The shortcut for text that is neither filtered nor longer than an attribute may be.
  var shortcut: Shortcut {
    guard dollars == 0 else { return .none }
    return switch escaping {
    case .title: .line
    case .html where !demands.contains(.title): .calm
    case .url where !demands.contains(.title): .encoded
    case .html, .url, .typed, .address, .host, .contact, .css, .rich, .final: .none
    }
  }

  /// What filters made of a value, sanitized where it is HTML.
  func prepared(_ text: [UInt8]) -> [UInt8] {
    escaping == .rich ? RichText.sanitized(text) : text
  }

  /// Writes a value with its signs.
  ///
  /// - Returns: false for a value that cannot stand there; what was written then does not count.
  @inline(__always)
  func write(
    _ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, to sink: inout some ByteSink
  ) -> Bool {
    if isDoubtful(text, traits), placeObjection(to: text, traits) != nil { return false }
    if dollars > 0 { writeDollars(isEmpty: text.isEmpty, to: &sink) }
    return escaping.write(text, traits, to: &sink)
  }

  /// The last sign could open a mark with the text behind an empty value.
  private func writeDollars(isEmpty: Bool, to sink: inout some ByteSink) {
    let isHTML = escaping == .html || escaping == .rich
    let isWritten = isEmpty && (isHTML || escaping == .url || escaping == .contact)
    for _ in 0..<(isWritten ? dollars - 1 : dollars) { sink.append(UInt8(ascii: "$")) }
    if isWritten { sink.append(isHTML ? "&#36;" : "%24") }
  }

  // MARK: Objections

  /// Whether a closer look is due: most values are short and have nothing to object to.
  @inline(__always)
  private func isDoubtful(_ text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits) -> Bool {
    !traits.isDisjoint(with: [.control, .breaks, .mayBreak]) || !demands.isSubset(of: .attribute)
      || text.count > ValueObjection.attributeLimit
  }

  /// Why a value that was not written cannot stand there.
  func knownObjection(to text: UnsafeBufferPointer<UInt8>) -> ValueObjection {
    guard
      let objection = placeObjection(to: text, ByteTraits.of(text))
        ?? escaping.objection(to: text)
    else { preconditionFailure("a value was refused without an objection") }
    return objection
  }

  private func placeObjection(
    to text: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits
  ) -> ValueObjection? {
    if demands.contains(.title), !traits.isDisjoint(with: [.markup, .control, .breaks, .mayBreak]) {
      let signs = repeatElement(UInt8(ascii: "$"), count: dollars)
      if let objection = ValueObjection.inTitle(Array(signs) + Array(text)) { return objection }
    }
    if escaping == .final { return nil }
    if traits.contains(.control) { return .controlCharacter }
    if demands.contains(.path), ValueObjection.isDotSegment(text) { return .dotSegment }
    if demands.contains(.attribute), text.count > ValueObjection.attributeLimit {
      return .tooLong(limit: ValueObjection.attributeLimit)
    }
    return nil
  }
}
