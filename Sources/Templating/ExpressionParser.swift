/// Reads what stands between the marks of one placeholder.
struct ExpressionParser {
  enum Outcome {
    case placeholder(Placeholder)
    case problem(TemplateProblem.Kind, Range<Int>)
    /// No placeholder at all: the marks are plain text.
    case text
  }

  let bytes: [UInt8]
  let start: Int
  let marks: Placeholder.Marks
  let allowsExpressions: Bool
  private var index = 0

  init(bytes: [UInt8], start: Int, marks: Placeholder.Marks, allowsExpressions: Bool) {
    self.bytes = bytes
    self.start = start
    self.marks = marks
    self.allowsExpressions = allowsExpressions
    index = start + 2
  }

  private var closing: UInt8 { marks == .angle ? UInt8(ascii: ">") : UInt8(ascii: "}") }
  private var current: UInt8? {
    index < bytes.count && index - start < TemplateParser.expressionLimit ? bytes[index] : nil
  }

  mutating func parse() -> Outcome {
    guard NameGrammar.length(in: bytes, at: index) > 0 else { return withoutNameStart() }
    let nameRange = index..<index + NameGrammar.length(in: bytes, at: index)
    let name = String(decoding: bytes[nameRange], as: UTF8.self)
    index = nameRange.upperBound
    skipBlanks()
    // The service trims nothing, so a blank before the closing mark would be part of the name.
    if index > nameRange.upperBound, current == closing {
      return .problem(.invalidName(name: name, offending: " "), start..<index + 1)
    }
    var fallback: Placeholder.Fallback?
    if allowsExpressions, current == UInt8(ascii: "?"), next == UInt8(ascii: "?") {
      index += 2
      switch parseFallback() {
      case .success(let found): fallback = found
      case .failure(let kind): return damaged(kind, name: name, nameRange)
      }
    }
    var filters: [Placeholder.FilterCall] = []
    while allowsExpressions, current == UInt8(ascii: "|") {
      index += 1
      guard let filter = parseFilter() else {
        return damaged(.invalidFilter, name: name, nameRange)
      }
      filters.append(filter)
    }
    guard current == closing else {
      if fallback != nil { return damaged(.invalidFallback, name: name, nameRange) }
      if !filters.isEmpty { return damaged(.invalidFilter, name: name, nameRange) }
      return broken(name: name, nameRange)
    }
    if let fallback, fallback.bytes.count > TemplateParser.fallbackLimit {
      return .problem(.fallbackTooLong(bytes: fallback.bytes.count), start..<index + 1)
    }
    return .placeholder(
      Placeholder(
        range: start..<index + 1, name: name, nameRange: nameRange, marks: marks,
        fallback: fallback, filters: filters))
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      index += 1
    }
  }

  /// `$< NAME >`, `${ NAME ?? x }`, `${}`, `${1ST}`: plainly meant; everything else is text.
  private func withoutNameStart() -> Outcome {
    guard let end = closingMark(from: index) else { return .text }
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let inner = bytes[index..<end].drop(while: isBlank)
    guard !inner.isEmpty else { return .problem(.emptyName, start..<end + 1) }
    let length = NameGrammar.length(in: bytes, at: inner.startIndex)
    let rest = inner.dropFirst(length).drop(while: isBlank)
    if length > 0 {
      // Only what goes on as an expression is meant for one: `$< b and c >` is prose.
      let isExpression = ["??", "|"].contains { rest.starts(with: $0.utf8) }
      guard marks == .brace || rest.isEmpty || isExpression else { return .text }
      let name = rest.isEmpty ? String(decoding: inner.prefix(length), as: UTF8.self) : ""
      return .problem(.invalidName(name: name, offending: " "), start..<end + 1)
    }
    // A number in angle marks, `$<5>`, is as likely a price; only braces make it a name.
    let word = String(decoding: inner, as: UTF8.self)
    guard marks == .brace, word.unicodeScalars.allSatisfy(NameGrammar.continues) else {
      return .text
    }
    return .problem(.invalidName(name: "", offending: String(word.prefix(1))), start..<end + 1)
  }

  /// A name is there, but neither `??`, `|` nor the closing mark follows it.
  private func broken(name: String, _ nameRange: Range<Int>) -> Outcome {
    if let outcome = tooLong { return outcome }
    guard let end = closingMark(from: nameRange.upperBound) else {
      return .problem(.unterminated(name: name), start..<nameRange.upperBound)
    }
    let rest = bytes[nameRange.upperBound..<end]
    // The end of the attribute around it: the mark found belongs to the tag.
    if rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'") {
      return .problem(.unterminated(name: name), start..<nameRange.upperBound)
    }
    if marks == .angle,
      rest.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") })
    {
      return .problem(.tagLike(name: name), start..<end + 1)
    }
    let offending = String(decoding: rest, as: UTF8.self).first.map(String.init) ?? " "
    return .problem(.invalidName(name: "", offending: offending), start..<end + 1)
  }

  private func damaged(
    _ kind: TemplateProblem.Kind, name: String, _ nameRange: Range<Int>
  ) -> Outcome {
    if let outcome = tooLong { return outcome }
    guard let end = closingMark(from: nameRange.upperBound) else {
      return .problem(.unterminated(name: name), start..<nameRange.upperBound)
    }
    return .problem(kind, start..<end + 1)
  }

  /// What reading comes to where the limit stopped it before a closing mark; nil where it did not.
  private var tooLong: Outcome? {
    guard index - start >= TemplateParser.expressionLimit,
      let end = closingMark(from: index, within: bytes.count)
    else { return nil }
    return .problem(.placeholderTooLong(bytes: end + 1 - start), start..<end + 1)
  }

  /// The closing mark on the same line, before any other opening one.
  private func closingMark(
    from offset: Int, within distance: Int = TemplateParser.searchLimit
  ) -> Int? {
    let limit = min(bytes.count, offset + distance)
    var index = offset
    while index < limit {
      switch bytes[index] {
      case closing: return index
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "<"), UInt8(ascii: "{"): return nil
      default: index += 1
      }
    }
    return nil
  }

  /// Moves on as long as bytes fit, but never farther than a closing mark is looked for.
  private mutating func skip(while fits: (UInt8) -> Bool) {
    let limit = index + TemplateParser.searchLimit
    while index < limit, let byte = current, fits(byte) { index += 1 }
  }

  private enum FallbackResult {
    case success(Placeholder.Fallback)
    case failure(TemplateProblem.Kind)
  }

  private mutating func parseFallback() -> FallbackResult {
    skipBlanks()
    let from = index
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      skip { $0 != quote && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      guard current == quote else { return .failure(.invalidFallback) }
      index += 1
      let fallback = Placeholder.Fallback(
        bytes: Array(bytes[from + 1..<index - 1]), range: from..<index)
      skipBlanks()
      return .success(fallback)
    }
    let breaks = Array("\n\r<".utf8)
    let closing = closing
    skip { $0 != closing && $0 != UInt8(ascii: "|") && !breaks.contains($0) }
    guard let byte = current, !breaks.contains(byte), index - from < TemplateParser.searchLimit
    else { return .failure(.invalidFallback) }
    var end = index
    while end > from, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") {
      end -= 1
    }
    return .success(Placeholder.Fallback(bytes: Array(bytes[from..<end]), range: from..<end))
  }

  private mutating func parseFilter() -> Placeholder.FilterCall? {
    skipBlanks()
    let length = NameGrammar.length(in: bytes, at: index)
    guard length > 0 else { return nil }
    let nameRange = index..<index + length
    index = nameRange.upperBound
    skipBlanks()
    var end = nameRange.upperBound
    var arguments: [Placeholder.FilterCall.Argument] = []
    if current == UInt8(ascii: "(") {
      index += 1
      repeat {
        skipBlanks()
        guard let argument = parseArgument() else { return nil }
        arguments.append(argument)
        skipBlanks()
        guard let byte = current else { return nil }
        index += 1
        if byte == UInt8(ascii: ")") { break }
        guard byte == UInt8(ascii: ",") else { return nil }
      } while true
      end = index
      skipBlanks()
    }
    return Placeholder.FilterCall(
      name: String(decoding: bytes[nameRange], as: UTF8.self), nameRange: nameRange,
      arguments: arguments, range: nameRange.lowerBound..<end)
  }

  private mutating func parseArgument() -> Placeholder.FilterCall.Argument? {
    let from = index
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      skip { $0 != quote && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      guard current == quote else { return nil }
      index += 1
      let text = String(decoding: bytes[from + 1..<index - 1], as: UTF8.self)
      return Placeholder.FilterCall.Argument(value: .text(text), range: from..<index)
    }
    while let byte = current, byte.isNumberByte { index += 1 }
    guard from < index else { return nil }
    let literal = String(decoding: bytes[from..<index], as: UTF8.self)
    return Placeholder.FilterCall.Argument(value: .number(literal), range: from..<index)
  }
}

extension UInt8 {
  fileprivate var isNumberByte: Bool {
    isDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }
}
