/// What the values of an attribute have to look like.
enum AttributeForm {
  case text
  case grammar(AttributeGrammar)
  /// Digits alone.
  case count
  /// An attribute whose presence is all that counts.
  case flag
  case word(Set<String>)
  /// Letters, digits and `-`.
  case tag
  /// One name, which must not depend on the recipient.
  case name
  /// Names with spaces between them; others among them are left out.
  case names
  case link
  case image
  case style

  private static let all = AttributeName.allCases.map { AttributeForm($0) }

  /// The form that an attribute's values have.
  static func of(_ attribute: AttributeName) -> AttributeForm { all[Int(attribute.rawValue)] }

  private init(_ attribute: AttributeName) {
    switch attribute {
    case .abbr, .alt, .ariaLabel, .face, .summary, .title: self = .text
    case .ariaHidden: self = .word(["true", "false"])
    case .clear: self = .word(["left", "right", "all", "none"])
    case .frame:
      self = .word([
        "void", "above", "below", "hsides", "lhs", "rhs", "vsides", "box", "border",
      ])
    case .rules: self = .word(["none", "groups", "rows", "cols", "all"])
    case .scope: self = .word(["row", "col", "rowgroup", "colgroup"])
    case .type: self = .word(["1", "a", "i", "disc", "circle", "square"])
    case .align, .valign: self = .grammar(.alignment)
    case .dir: self = .grammar(.direction)
    case .alink, .bgcolor, .color, .link, .text, .vlink: self = .grammar(.color)
    case .border, .cellpadding, .cellspacing, .height, .hspace, .size, .vspace, .width:
      self = .grammar(.number)
    case .colspan, .rowspan, .span, .start, .value: self = .count
    case .noshade, .nowrap, .reversed: self = .flag
    case .lang, .role: self = .tag
    case .id, .name: self = .name
    case .ariaLabelledby, .class, .headers: self = .names
    case .href: self = .link
    case .background, .src: self = .image
    case .style: self = .style
    // Never read from a text: the printer writes its own.
    case .rel, .target: self = .word([])
    }
  }

  /// The most bytes of a value.
  var limit: Int {
    switch self {
    case .image: SanitizerLimits.inlineImage
    case .style: SanitizerLimits.declarations
    case .text, .grammar, .count, .flag, .word, .tag, .name, .names, .link: SanitizerLimits.value
    }
  }

  /// Whether a placeholder in the value makes the attribute unfit for pages.
  var refusesAtoms: Bool {
    switch self {
    case .name, .names: true
    case .text, .grammar, .count, .flag, .word, .tag, .link, .image, .style: false
    }
  }

  /// The value as it is kept; nil for one that has not the form.
  ///
  /// A value with placeholders keeps what is literal in it as it is, if that is plain: what is
  /// inserted was checked against the attribute's grammar. Addresses and styles are kept by
  /// policies of their own.
  func kept(_ value: [UInt8]) -> [UInt8]? {
    switch self {
    case .text: return value
    case .flag: return []
    case .name: return !value.isEmpty && value.allSatisfy(Self.isName) ? value : nil
    case .names: return Self.names(in: value)
    case .link, .image, .style: return nil
    case .grammar, .count, .word, .tag: break
    }
    let value = Self.trimmed(value)
    guard !AtomCharacter.isIn(value) else {
      return AtomCharacter.without(value).allSatisfy(Self.isPlain) ? Array(value) : nil
    }
    return accepts(value) ? Array(value) : nil
  }

  private func accepts(_ value: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .grammar(.number) where value.last == UInt8(ascii: "*"):
      value.dropLast().allSatisfy(HTMLByte.isDigit)
    case .grammar(let grammar): grammar.accepts(value.span)
    case .count:
      !value.isEmpty && value.count <= 5
        && (value.first == UInt8(ascii: "-") ? value.dropFirst() : value)
          .allSatisfy(HTMLByte.isDigit)
    case .word(let words): words.contains(HTMLByte.name(value))
    case .tag:
      !value.isEmpty && value.count <= 35
        && value.allSatisfy { HTMLByte.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    case .text, .flag, .name, .names, .link, .image, .style: false
    }
  }

  private static func names(in value: [UInt8]) -> [UInt8]? {
    let names = value.split(whereSeparator: HTMLByte.isSpace).filter { $0.allSatisfy(isName) }
    return names.isEmpty ? nil : Array(names.joined(separator: [0x20]))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    HTMLByte.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    HTMLByte.isAlphanumeric(byte) || "#%*+-.".utf8.contains(byte)
  }

  private static func trimmed(_ value: [UInt8]) -> ArraySlice<UInt8> {
    let start = value.drop(while: HTMLByte.isSpace)
    return start[..<(start.lastIndex { !HTMLByte.isSpace($0) }.map { $0 &+ 1 } ?? start.startIndex)]
  }
}
