extension HTMLTokenizer {
  /// `<!`: a comment, a document type, a CDATA section or a bogus comment.
  mutating func readDeclaration() {
    if matches("<!--".utf8) {
      readComment()
    } else if matches("<!doctype".utf8) {
      readDoctype()
    } else if allowsCDATA, matches("<![cdata[".utf8), isUpperCDATA {
      readCDATA(from: position)
    } else {
      readBogusComment(contentFrom: position &+ 2)
    }
  }

  private var isUpperCDATA: Bool {
    bytes[position &+ 3..<position &+ 8].elementsEqual("CDATA".utf8)
  }

  // MARK: Comments

  private mutating func readComment() {
    let start = position
    let startAtom = atomIndex
    position &+= 4
    let content = readCommentContent()
    let comment = start..<position
    guard audience == .everybody, readConditional(comment, content: content, atomIndex: startAtom)
    else {
      return emit(HTMLToken(.comment, comment, content: content, conditional: conditional))
    }
  }

  /// Reads up to and over the comment's end; `<!-->`, `<!--->` and `--!>` end one, too.
  private mutating func readCommentContent() -> Range<Int> {
    let start = position
    for abrupt in [">", "->"] where matches(abrupt.utf8) {
      position &+= abrupt.utf8.count
      return start..<start
    }
    var edge = start
    while let byte = current {
      if byte == UInt8(ascii: "-") {
        for end in ["-->", "--!>"] where matches(end.utf8) {
          let content = start..<position
          position &+= end.utf8.count
          return content
        }
      }
      let isAtom = position == nextAtom
      advance()
      if isAtom { edge = position }
    }
    return start..<openEnd(notBefore: edge)
  }

  /// Where the data of a comment ends that the text ends in: before the dashes that may close it.
  private func openEnd(notBefore edge: Int) -> Int {
    let tail = bytes[edge..<limit]
    for end in ["--!", "--", "-"] where tail.suffix(end.utf8.count).elementsEqual(end.utf8) {
      return limit &- end.utf8.count
    }
    return limit
  }

  /// Reads up to and over `>`; the cursor is on the `<`.
  mutating func readBogusComment(contentFrom contentStart: Int) {
    let start = position
    let startAtom = atomIndex
    position = contentStart
    let content = readToGreaterThan()
    let comment = start..<position
    if audience == .everybody, readMarker(comment, content: content, atomIndex: startAtom) {
      return
    }
    emit(HTMLToken(.bogusComment, comment, content: content, conditional: conditional))
  }

  private mutating func readToGreaterThan() -> Range<Int> {
    let start = position
    while let byte = current, byte != UInt8(ascii: ">") { advance() }
    let content = start..<position
    if current != nil { position &+= 1 }
    return content
  }

  // MARK: Document type, CDATA

  /// Every state of a document type ends at the first `>`, also those between quotes.
  private mutating func readDoctype() {
    let start = position
    position &+= 9
    let content = readToGreaterThan()
    let rest = bytes[content].drop(while: HTMLByte.isSpace)
    let end = rest.firstIndex(where: HTMLByte.isSpace) ?? content.upperBound
    let nameRange = min(rest.startIndex, end)..<end
    emit(
      HTMLToken(
        .doctype, start..<position, content: content, name: MarkupName(bytes[nameRange]),
        nameRange: nameRange.isEmpty ? nil : nameRange, conditional: conditional))
  }

  /// Reads up to and over `]]>`; the section's content begins at the cursor or behind its mark.
  mutating func readCDATA(from start: Int) {
    if model != .cdata { position &+= 9 }
    let contentStart = position
    while current != nil, !matches("]]>".utf8) { advance() }
    let content = contentStart..<position
    if current != nil { position &+= 3 }
    model = .data
    emit(
      HTMLToken(
        .cdata, start..<position, content: content, conditional: conditional,
        surroundings: surroundings))
  }
}
