extension HTMLTokenizer {
  /// `</`: an end tag, nothing at all, or a bogus comment.
  mutating func readEndTagOpen() {
    let start = position
    guard let next = lookahead(2) else { return advance() }
    if HTMLByte.isLetter(next) {
      readTag(.endTag, nameFrom: position &+ 2)
    } else if next == UInt8(ascii: ">") {
      position &+= 3
      emit(HTMLToken(.dropped, start..<position, conditional: conditional))
    } else {
      readBogusComment(contentFrom: position &+ 2)
    }
  }

  /// Reads a tag whose `<` is under the cursor.
  mutating func readTag(_ kind: HTMLToken.Kind, nameFrom nameStart: Int) {
    let start = position
    position = nameStart
    while let byte = current, !HTMLByte.endsTagName(byte) { advance() }
    let nameRange = nameStart..<position
    var attributes: [HTMLAttribute] = []
    guard let isSelfClosing = readAttributes(&attributes) else {
      emit(HTMLToken(.dropped, start..<position, conditional: conditional))
      return model = .data
    }
    let token = HTMLToken(
      kind, start..<position, name: MarkupName(bytes[nameRange]), nameRange: nameRange,
      attributes: attributes, isSelfClosing: isSelfClosing, conditional: conditional,
      surroundings: surroundings)
    emit(token)
    follow(token)
  }

  /// Reads up to and over `>`; says whether the tag closes itself, nil if the text ends first.
  private mutating func readAttributes(_ attributes: inout [HTMLAttribute]) -> Bool? {
    while let byte = current {
      if byte == UInt8(ascii: ">") {
        position &+= 1
        return false
      }
      if byte == UInt8(ascii: "/") {
        position &+= 1
        guard current == UInt8(ascii: ">") else { continue }
        position &+= 1
        return true
      }
      if HTMLByte.isSpace(byte) {
        position &+= 1
        continue
      }
      guard let attribute = readAttribute() else { return nil }
      if attributes.count < attributeLimit { attributes.append(attribute) }
    }
    return nil
  }

  private mutating func readAttribute() -> HTMLAttribute? {
    let start = position
    advance()  // A name may begin with any character, `=` included.
    while let byte = current, byte != UInt8(ascii: "="), !HTMLByte.endsTagName(byte) { advance() }
    let nameRange = start..<position
    skipSpace()
    guard current == UInt8(ascii: "=") else {
      return HTMLAttribute(
        name: MarkupName(bytes[nameRange]), nameRange: nameRange, valueRange: nil, quote: .none)
    }
    position &+= 1
    skipSpace()
    guard let (valueRange, quote) = readValue() else { return nil }
    return HTMLAttribute(
      name: MarkupName(bytes[nameRange]), nameRange: nameRange, valueRange: valueRange,
      quote: quote)
  }

  private mutating func readValue() -> (Range<Int>, HTMLAttribute.Quote)? {
    guard let mark = current else { return nil }
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      let start = position
      while let byte = current, byte != UInt8(ascii: ">"), !HTMLByte.isSpace(byte) { advance() }
      return (start..<position, .none)
    }
    position &+= 1
    let start = position
    while let byte = current, byte != mark { advance() }
    guard current != nil else { return nil }
    let range = start..<position
    position &+= 1
    return (range, mark == UInt8(ascii: "'") ? .single : .double)
  }

  private mutating func skipSpace() {
    while let byte = current, HTMLByte.isSpace(byte) { position &+= 1 }
  }

  // MARK: Elements

  /// Updates the open elements and the content model as tree construction would.
  private mutating func follow(_ token: HTMLToken) {
    model = .data
    guard audience != .nobody else { return }
    if token.kind == .startTag, !isForeign(after: token) {
      model = Self.contentModels[token.name]
      rawElement = token.name
    }
    if hidden == nil { inBrowsers.follow(token) }
    if audience == .everybody, hidden != nil || negatedCount == 0 { inOutlook.follow(token) }
  }

  private static let contentModels = NameTable<ContentModel>(
    [
      ("title", .rcdata), ("textarea", .rcdata), ("style", .rawText), ("xmp", .rawText),
      ("iframe", .rawText), ("noembed", .rawText), ("noframes", .rawText),
      ("script", .scriptData), ("plaintext", .plaintext),
    ], other: .data)
}
