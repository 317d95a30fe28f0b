/// Reads CSS up to each placeholder in turn and says where it stands.
///
/// A lightweight reading of CSS Syntax Level 3: blocks, declarations, strings, comments, `url()`.
struct CSSPositionReader {
  private enum Mode {
    case plain
    case string(quote: UInt8)
    case comment
    case url
  }

  private enum Part {
    case head
    case value
  }

  /// What a block holds.
  private enum Block {
    case rules
    case declarations
  }

  private static let groupRules: Set<String> = [
    "@media", "@supports", "@layer", "@container", "@document", "@-moz-document", "@scope",
    "@starting-style", "@keyframes", "@-webkit-keyframes", "@-moz-keyframes", "@-o-keyframes",
  ]

  private var mode = Mode.plain
  private var part = Part.head
  private var blocks: [Block]
  private var parentheses = 0
  /// The first letters of the current item, for the names of at-rules.
  private var opening: [UInt8] = []
  private var isOpeningOver = false
  /// The last bytes read, newest first.
  private var previous: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
  private var isEscaped = false

  /// Begins with the rules of a `style` element or the declarations of a `style` attribute.
  init(isAttribute: Bool) { blocks = [isAttribute ? .declarations : .rules] }

  /// Where a placeholder under the cursor stands, given the bytes that follow it.
  func position(before next: UInt8?) -> CSSPosition {
    switch mode {
    case .string: return .string
    case .comment: return .comment
    case .url: return .url
    case .plain: break
    }
    let mayOpenComment = previous.0 == UInt8(ascii: "/") || next == UInt8(ascii: "*")
    if isEscaped || mayOpenComment || next == UInt8(ascii: "(") { return .elsewhere }
    switch part {
    case .value: return .value
    case .head:
      if opening.first == UInt8(ascii: "@") { return .elsewhere }
      return blocks.last == .declarations ? .property : .selector
    }
  }

  /// Reads over a placeholder.
  mutating func skipPlaceholder() {
    isEscaped = false
    isOpeningOver = true
    if opening.isEmpty { opening = [HTMLByte.atom] }
    remember(HTMLByte.atom)
  }

  /// Reads over a character.
  mutating func read(_ byte: UInt8) {
    defer { remember(byte) }
    if isEscaped {
      isEscaped = false
      return
    }
    switch mode {
    case .comment:
      if previous.0 == UInt8(ascii: "*"), byte == UInt8(ascii: "/") {
        mode = .plain
        previous = (0, 0, 0, 0)
      }
    case .string(let quote): readString(byte, quote)
    case .url:
      isEscaped = byte == UInt8(ascii: "\\")
      if byte == UInt8(ascii: ")") { mode = .plain }
    case .plain: readPlain(byte)
    }
  }

  private mutating func remember(_ byte: UInt8) {
    previous = (byte, previous.0, previous.1, previous.2)
  }

  /// A line break ends a string that was not closed.
  private mutating func readString(_ byte: UInt8, _ quote: UInt8) {
    isEscaped = byte == UInt8(ascii: "\\")
    if byte == quote || byte == 0x0A || byte == 0x0D || byte == 0x0C { mode = .plain }
  }

  private mutating func readPlain(_ byte: UInt8) {
    collectOpening(byte)
    switch byte {
    case UInt8(ascii: "\\"): isEscaped = true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): mode = .string(quote: byte)
    case UInt8(ascii: "*"):
      if previous.0 == UInt8(ascii: "/") {
        mode = .comment
        previous = (0, 0, 0, 0)
      }
    case UInt8(ascii: "("):
      if isURLName { mode = .url } else { parentheses &+= 1 }
    case UInt8(ascii: ")"): parentheses = max(0, parentheses &- 1)
    case UInt8(ascii: ":"):
      if part == .head, blocks.last == .declarations, opening.first != UInt8(ascii: "@") {
        part = .value
      }
    case UInt8(ascii: ";"): if parentheses == 0 { startItem() }
    case UInt8(ascii: "{"): if parentheses == 0 { openBlock() }
    case UInt8(ascii: "}"):
      guard parentheses == 0 else { break }
      if blocks.count > 1 { blocks.removeLast() }
      startItem()
    default: break
    }
  }

  private var isURLName: Bool {
    let name = [previous.2, previous.1, previous.0].map(HTMLByte.lowered)
    return name.elementsEqual("url".utf8) && !HTMLByte.isAlphanumeric(previous.3)
      && previous.3 != UInt8(ascii: "-") && previous.3 != UInt8(ascii: "_")
  }

  private mutating func collectOpening(_ byte: UInt8) {
    if isOpeningOver { return }
    if HTMLByte.isSpace(byte) {
      isOpeningOver = !opening.isEmpty
    } else if opening.count < 24, HTMLByte.isLetter(byte) || byte == 0x2D || byte == 0x40 {
      opening.append(HTMLByte.lowered(byte))
    } else {
      if opening.isEmpty { opening = [byte] }
      isOpeningOver = true
    }
  }

  private mutating func startItem() {
    part = .head
    opening.removeAll(keepingCapacity: true)
    isOpeningOver = false
  }

  private mutating func openBlock() {
    let isGroup = Self.groupRules.contains(String(decoding: opening, as: UTF8.self))
    blocks.append(isGroup && blocks.last == .rules ? .rules : .declarations)
    startItem()
  }
}
