/// Reads CSS once, by the rules of CSS Syntax Level 3 (§5) as far as they matter to mails.
///
/// Blocks lie on a stack of our own, so that every input takes linear time and no deep recursion.
struct StyleSheetReader {
  /// What a block holds.
  private enum Content {
    case rules
    case declarations
  }

  private struct Open {
    let content: Content
    /// The block's number; nil for the text itself.
    let block: Int?
    let brace: Range<Int>
  }

  private static let groups: Set<String> = [
    "media", "supports", "layer", "container", "document", "-moz-document", "scope",
    "starting-style", "keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes",
  ]

  private(set) var sheet = StyleSheet()
  private let text: StyleText
  private var tokenizer: CSSTokenizer
  private var token: CSSToken
  private var open: [Open]
  /// The marks that would close what is open in the current item.
  private var closers: [(mark: UInt8, range: Range<Int>)] = []
  private var hasRules = false

  init(_ text: StyleText, isAttribute: Bool) {
    self.text = text
    tokenizer = CSSTokenizer(text.bytes)
    token = tokenizer.next()
    open = [Open(content: isAttribute ? .declarations : .rules, block: nil, brace: 0..<0)]
  }

  /// Reads to the end.
  mutating func read() {
    while token.kind != .end { readItem() }
    // Beyond the tokenizer's limit nothing is known.
    guard !tokenizer.isOverLimit else { return }
    for block in open.dropFirst() { report(.unclosedBlock, block.brace) }
  }

  private var current: Open { open[open.count &- 1] }

  private mutating func advance() { token = tokenizer.next() }

  private mutating func report(_ kind: StyleSheet.Problem.Kind, _ range: Range<Int>) {
    sheet.problems.append(StyleSheet.Problem(kind: kind, range: text.range(range)))
  }

  // MARK: Items

  private mutating func readItem() {
    if token.isMark("}") {
      if open.count > 1 { open.removeLast() } else { report(.strayBrace, token.range) }
      advance()
    } else if token.isMark(";") {
      if current.content == .rules { report(.straySemicolon, token.range) }
      advance()
    } else if token.kind == .htmlComment {
      advance()
    } else if token.kind == .atKeyword {
      readAtRule()
    } else if current.content == .rules {
      readRule()
    } else {
      readDeclaration()
    }
  }

  private mutating func readAtRule() {
    let name = tokenizer.name(of: token)
    let range = token.range
    advance()
    let words = readWords()
    sheet.atRules.append(
      StyleSheet.AtRule(
        name: name, range: text.range(range), words: words, parent: current.block,
        followsRules: hasRules))
    if !["charset", "import", "layer"].contains(name) { hasRules = true }
    if token.isMark("{") {
      let isGroup = Self.groups.contains(name) && current.content == .rules
      openBlock(atRule: name, from: range.lowerBound, words, isGroup ? .rules : .declarations)
    } else if token.isMark(";") {
      advance()
    } else if Self.groups.contains(name) || name == "font-face" {
      report(.missingBlock, range)
    }
  }

  private mutating func readRule() {
    let opening = token.range
    let words = readWords(endingAtSemicolon: false)
    hasRules = true
    if token.isMark("{") {
      openBlock(atRule: nil, from: opening.lowerBound, words, .declarations)
    } else {
      report(.missingBlock, opening)
    }
  }

  private mutating func openBlock(
    atRule: String?, from start: Int, _ words: Range<Int>, _ content: Content
  ) {
    let head = text.range(start..<token.range.lowerBound)
    open.append(Open(content: content, block: sheet.blocks.count, brace: token.range))
    let parent = open[open.count &- 2].block
    sheet.blocks.append(
      StyleSheet.Block(atRule: atRule, head: head, words: words, parent: parent))
    advance()
  }

  private mutating func readDeclaration() {
    let opening = token
    // Browsers of old are told apart by a mark before the property: `*zoom: 1`.
    if opening.kind == .mark, opening.mark == UInt8(ascii: "*") { advance() }
    let name = token
    if name.kind == .identifier { advance() }
    let isNamed = name.kind == .identifier && token.isMark(":")
    let colon = token
    if isNamed { advance() }
    let isSpaced = token.isSpaced
    let words = readWords(ofProperty: isNamed ? tokenizer.name(of: name) : nil)
    let end = previousEnd
    if token.isMark("{") {
      // `color: red .a {` goes on into a rule; `a:hover {` is a rule in a rule.
      if isNamed, isSpaced { report(.missingSemicolon, token.range) }
      return openBlock(atRule: nil, from: opening.range.lowerBound, words, .declarations)
    }
    guard isNamed else {
      return report(.missingColon, opening.range.lowerBound..<max(opening.range.upperBound, end))
    }
    sheet.declarations.append(
      StyleSheet.Declaration(
        name: tokenizer.name(of: name),
        range: text.range(name.range.lowerBound..<max(colon.range.upperBound, end)), words: words,
        block: current.block))
  }

  // MARK: Words

  private var previousEnd = 0

  /// Reads up to `;`, a brace, or the end, and tells the numbers of what was read.
  private mutating func readWords(
    ofProperty property: String? = nil, endingAtSemicolon: Bool = true
  ) -> Range<Int> {
    let first = sheet.words.count
    closers.removeAll(keepingCapacity: true)
    var lastName: CSSToken?
    while token.kind != .end, !token.isMark("{"), !token.isMark("}") {
      if token.isMark(";"), endingAtSemicolon || !closers.isEmpty { break }
      if let property, closers.isEmpty, token.isMark(":"), let lastName,
        Self.takesNoColon(property), !token.isSpaced
      {
        report(.missingSemicolon, lastName.range)
      }
      lastName = token.kind == .identifier ? token : nil
      take()
    }
    if let unclosed = closers.first { report(.unclosedBracket, unclosed.range) }
    return first..<sheet.words.count
  }

  /// Filters of Internet Explorer and Word's own properties know colons in values.
  private static func takesNoColon(_ property: String) -> Bool {
    !property.hasPrefix("-") && !property.hasPrefix("mso-") && !property.hasSuffix("filter")
  }

  private mutating func take() {
    switch token.kind {
    case .badString: report(.unclosedQuote, token.range.lowerBound..<token.range.lowerBound &+ 1)
    case .badURL: report(.badAddress, token.range)
    case .function: closers.append((UInt8(ascii: ")"), token.range))
    case .mark where token.mark == UInt8(ascii: "(") || token.mark == UInt8(ascii: "["):
      if let closer = token.closer { closers.append((closer, token.range)) }
    case .mark where token.mark == UInt8(ascii: ")") || token.mark == UInt8(ascii: "]"):
      if closers.last?.mark == token.mark {
        closers.removeLast()
      } else {
        report(.strayBracket, token.range)
      }
    default: break
    }
    if let word { sheet.words.append(word) }
    previousEnd = token.range.upperBound
    advance()
  }

  private var word: StyleSheet.Word? {
    let kind: StyleSheet.Word.Kind
    var content = ""
    var number = 0.0
    switch token.kind {
    case .identifier, .atKeyword: kind = .identifier
    case .function: kind = .function
    case .hash: kind = .hash
    case .string, .badString: kind = .string
    case .url, .badURL: kind = .address
    case .number, .percentage, .dimension:
      kind = .number
      number = StyleNumber.value(text.bytes[token.range])
      if token.kind == .percentage { content = "%" }
      if token.kind == .dimension { content = tokenizer.name(of: token) }
    case .mark:
      kind = .mark
      content = String(decoding: [token.mark], as: UTF8.self)
    case .htmlComment, .end: return nil
    }
    switch kind {
    case .identifier, .function, .hash: content = tokenizer.name(of: token)
    case .string, .address: content = String(decoding: tokenizer.decoded(token), as: UTF8.self)
    case .number, .mark: break
    }
    return StyleSheet.Word(
      kind: kind, text: content, number: number, range: text.range(token.range))
  }
}
