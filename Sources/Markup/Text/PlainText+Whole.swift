extension PlainText {
  /// The whole text of a mail, as a part without markup says it.
  ///
  /// Blocks begin lines and paragraphs stand apart; a link's address follows its words, an image
  /// is the text given for it.
  public static func whole(of html: [UInt8]) -> String {
    var writer = PlainTextWriter()
    for token in MarkupScan(of: html, atoms: []).tokens where !token.isConditional {
      switch token.kind {
      case .text where token.name.isEmpty: writer.add(decoded(html[token.contentRange]))
      case .startTag: writer.begin(token, of: html)
      case .endTag: writer.end(token.name)
      default: continue
      }
    }
    return writer.finish()
  }

  /// Text of an element or an attribute without character references.
  public static func decoded(_ html: some Collection<UInt8>) -> String {
    String(decoding: CharacterReferences.decoded(Array(html)[...], in: .text), as: UTF8.self)
  }
}

/// Lines of a text that grows by words, breaks and addresses.
private struct PlainTextWriter {
  /// Elements with an empty line before and behind.
  private static let paragraphs: Set<MarkupName> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr",
  ]

  private var text = ""
  /// Line ends that are due before the next word.
  private var breaks = 0
  private var needsSpace = false
  /// Where the words of the open link begin, and where it leads.
  private var link: (start: Int, address: String)?

  /// Adds words; white space is one space, and none at the beginning of a line.
  mutating func add(_ characters: String) {
    var word = ""
    for scalar in characters.unicodeScalars {
      guard scalar.properties.isWhitespace && scalar != "\u{A0}" else {
        if !PlainText.isFiller(scalar) { word.unicodeScalars.append(scalar) }
        continue
      }
      append(word)
      word = ""
      needsSpace = true
    }
    append(word)
  }

  private mutating func append(_ word: String) {
    guard !word.isEmpty else { return }
    if breaks > 0, !text.isEmpty {
      text += String(repeating: "\n", count: breaks)
    } else if needsSpace, !text.isEmpty, !text.hasSuffix("\n") {
      text += " "
    }
    breaks = 0
    needsSpace = false
    text += word
  }

  mutating func begin(_ token: HTMLToken, of html: [UInt8]) {
    func value(_ name: MarkupName) -> String {
      token.attribute(name)?.valueRange.map { PlainText.decoded(html[$0]) } ?? ""
    }
    switch token.name {
    case "br": breaks = min(2, breaks + 1)
    case "img": add(value("alt"))
    case "a":
      let address = value("href")
      let isShown = ["https:", "http:", "mailto:", "tel:"].contains(where: address.hasPrefix)
      link = isShown ? (text.utf8.count, address) : nil
    case "li":
      breakLine(1)
      append("-")
      needsSpace = true
    default: breakLine(of: token.name)
    }
  }

  mutating func end(_ name: MarkupName) {
    guard name == "a", let link else { return breakLine(of: name) }
    let words = String(decoding: text.utf8.dropFirst(link.start), as: UTF8.self)
    let bare = link.address.drop { $0 != ":" }.dropFirst()
    if !words.hasSuffix(link.address), !words.hasSuffix(bare) {
      needsSpace = true
      append("<\(link.address)>")
    }
    self.link = nil
  }

  private mutating func breakLine(of element: MarkupName) {
    guard !PlainText.phrasing.contains(element) else { return }
    breakLine(Self.paragraphs.contains(element) ? 2 : 1)
  }

  private mutating func breakLine(_ count: Int) { breaks = max(breaks, count) }

  func finish() -> String { text.isEmpty ? "" : text + "\n" }
}
