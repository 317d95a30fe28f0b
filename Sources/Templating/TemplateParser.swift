/// Reads the placeholder grammar over bytes in one pass, going on after every problem.
///
/// ```
/// placeholder = "$<" expr ">" | "${" expr "}"            opens only when a name start follows
/// expr        = name [ "??" fallback ] { "|" filter }
/// ```
struct TemplateParser {
  /// The most bytes a fallback may have.
  static let fallbackLimit = 256
  /// The most bytes of a placeholder; beyond, nothing is read twice.
  static let expressionLimit = 4_096
  /// How far a closing mark is looked for once the grammar is broken.
  static let searchLimit = 512

  let bytes: [UInt8]
  let dialect: Template.Dialect
  private(set) var segments: [Template.Segment] = []
  private(set) var placeholders: [Placeholder] = []
  private(set) var problems: [TemplateProblem] = []
  private var textStart = 0

  init(_ bytes: [UInt8], dialect: Template.Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  mutating func parse() {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\\") {
        index = parseLiteral(at: index)
      } else if let marks = marks(at: index) {
        index = parsePlaceholder(at: index, marks)
      } else {
        index += 1
      }
    }
    closeText(at: count)
  }

  private mutating func closeText(at end: Int) {
    if textStart < end { segments.append(.text(textStart..<end)) }
    textStart = end
  }

  private func marks(at dollar: Int) -> Placeholder.Marks? {
    guard dollar + 1 < bytes.count else { return nil }
    switch bytes[dollar + 1] {
    case UInt8(ascii: "<"): return .angle
    case UInt8(ascii: "{"): return .brace
    default: return nil
    }
  }

  private mutating func parseLiteral(at backslash: Int) -> Int {
    guard dialect == .authored, backslash + 1 < bytes.count,
      bytes[backslash + 1] == UInt8(ascii: "$"), marks(at: backslash + 1) != nil
    else { return backslash + 1 }
    closeText(at: backslash)
    segments.append(.literal(backslash..<backslash + 3))
    textStart = backslash + 3
    return textStart
  }

  private mutating func parsePlaceholder(at start: Int, _ marks: Placeholder.Marks) -> Int {
    var expression = ExpressionParser(
      bytes: bytes, start: start, marks: marks, allowsExpressions: dialect == .authored)
    switch expression.parse() {
    case .text:
      return start + 2
    case .placeholder(let placeholder):
      closeText(at: start)
      segments.append(.placeholder(placeholders.count))
      placeholders.append(placeholder)
      textStart = placeholder.range.upperBound
    case .problem(let kind, let range):
      closeText(at: start)
      segments.append(.damaged(problems.count))
      problems.append(TemplateProblem(kind: kind, range: range, marks: marks))
      textStart = range.upperBound
    }
    return textStart
  }
}
