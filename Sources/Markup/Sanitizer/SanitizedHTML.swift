/// HTML that only the sanitizer can make, with the numbers of placeholders where values belong.
public struct SanitizedHTML: Sendable, Hashable {
  /// A part of the text.
  public enum Piece: Sendable, Hashable {
    /// Sanitized markup or text.
    case text([UInt8])
    /// The place of a value, by the number of its placeholder in the text that was sanitized.
    ///
    /// What is put here has to be escaped as the placeholder's context demands.
    case atom(Int)
  }

  /// The parts, in order.
  public let pieces: [Piece]

  /// The text without its placeholders.
  public var bytes: [UInt8] { bytes { _ in [] } }

  /// The text with values in the place of placeholders.
  ///
  /// - Parameter value: the escaped value of a placeholder, given its number.
  /// - Returns: the bytes of the text.
  public func bytes(_ value: (Int) -> [UInt8]) -> [UInt8] {
    // A long text is not copied.
    if pieces.count == 1, case .text(let text)? = pieces.first { return text }
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .atom(let number): bytes += value(number)
      }
    }
    return bytes
  }

  /// Cuts printed text at the characters that stand for placeholders.
  init(_ text: [UInt8]) {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < text.count {
      guard text[index] == AtomCharacter.lead, let number = AtomCharacter.number(in: text[index...])
      else {
        index &+= 1
        continue
      }
      if start < index { pieces.append(.text(Array(text[start..<index]))) }
      pieces.append(.atom(number))
      index &+= AtomCharacter.length
      start = index
    }
    if start < text.count { pieces.append(.text(start == 0 ? text : Array(text[start...]))) }
    self.pieces = pieces
  }
}
