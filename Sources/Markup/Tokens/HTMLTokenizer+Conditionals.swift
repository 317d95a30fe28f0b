extension HTMLTokenizer {
  /// Recognises `<!--[if …]>…-->`, `<!--[if …]><!-->`, `<!--[if …]><!-- -->` and `<!--<![endif]-->`.
  ///
  /// - Parameters:
  ///   - comment: the comment; the cursor is behind it.
  ///   - content: its data.
  ///   - index: the number of the first placeholder that is not before the comment.
  /// - Returns: whether it is a conditional mark, which is then dealt with.
  mutating func readConditional(
    _ comment: Range<Int>, content: Range<Int>, atomIndex index: Int
  ) -> Bool {
    if isEndMark(literal(in: content, atoms: index)) {
      return endRevealedBlock(comment)
    }
    guard let header = header(in: content, endsWith: "]>", atoms: index) else { return false }
    // Without an end, the dashes that a comment drops at the text's end may open something.
    let isOpen = bytes[comment].last != UInt8(ascii: ">")
    let body =
      header.end..<max(header.end, isOpen ? comment.upperBound : content.upperBound)
    if revealsRest(literal(in: body, atoms: index)) {
      return startRevealedBlock(comment, header.expression)
    }
    guard hidden == nil else { return false }
    enterHiddenBlock(comment, header.expression, body: body, atomIndex: index)
    return true
  }

  /// Recognises `<![if …]>` and `<![endif]>`, also with the `--` that browsers take for data.
  mutating func readMarker(
    _ comment: Range<Int>, content: Range<Int>, atomIndex index: Int
  ) -> Bool {
    guard bytes[comment].starts(with: "<!".utf8), bytes[content].first == UInt8(ascii: "[") else {
      return false
    }
    let data = literal(in: content, atoms: index)
    if Self.equals(data, "[endif]") || Self.equals(data, "[endif]--") {
      return endRevealedBlock(comment)
    }
    guard let header = header(in: content, endsWith: "]", atoms: index),
      header.end == content.upperBound
    else { return false }
    return startRevealedBlock(comment, header.expression)
  }

  // MARK: Marks

  /// Where the condition and the mark end that data begins with, as in `[if mso]>`.
  private func header(
    in content: Range<Int>, endsWith mark: String, atoms index: Int
  ) -> (expression: Range<Int>, end: Int)? {
    let data = bytes[content]
    guard Self.opensCondition(data), !isAtom(upTo: content.lowerBound &+ 4, atoms: index) else {
      return nil
    }
    var place = content.lowerBound &+ 3
    var atom = index
    while place < content.upperBound {
      while atom < atoms.count, atoms[atom].upperBound <= place { atom &+= 1 }
      if atom < atoms.count, atoms[atom].lowerBound <= place {
        place = atoms[atom].upperBound
        continue
      }
      if data[place...].starts(with: mark.utf8) {
        let condition = Self.trimmed(data[content.lowerBound &+ 3..<place])
        return (condition.startIndex..<condition.endIndex, place &+ mark.utf8.count)
      }
      place &+= 1
    }
    return nil
  }

  /// Whether data begins with `[if` and a byte that no name goes on with.
  private static func opensCondition(_ data: ArraySlice<UInt8>) -> Bool {
    guard equals(data.prefix(3), "[if"), let next = data.dropFirst(3).first else { return false }
    return !HTMLByte.isAlphanumeric(next)
  }

  /// Whether what follows a condition is nothing, `<!` or `<!--`, so that `-->` ends no hidden content.
  private func revealsRest(_ body: ArraySlice<UInt8>) -> Bool {
    let bare = Self.trimmed(body)
    return bare.isEmpty || Self.equals(bare, "<!") || Self.equals(bare, "<!--")
  }

  private func isEndMark(_ data: ArraySlice<UInt8>) -> Bool {
    Self.equals(Self.trimmed(data), "<![endif]")
  }

  /// The bytes outside placeholders, which is what empty values leave.
  private func literal(in range: Range<Int>, atoms index: Int) -> ArraySlice<UInt8> {
    guard isAtom(upTo: range.upperBound, atoms: index) else { return bytes[range] }
    var literal: [UInt8] = []
    var start = range.lowerBound
    for atom in atoms[index...].prefix(while: { $0.lowerBound < range.upperBound })
    where atom.lowerBound >= start {
      literal += bytes[start..<atom.lowerBound]
      start = min(atom.upperBound, range.upperBound)
    }
    return (literal + bytes[start..<range.upperBound])[...]
  }

  private func isAtom(upTo end: Int, atoms index: Int) -> Bool {
    index < atoms.count && atoms[index].lowerBound < end
  }

  private static func trimmed(_ data: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let data = data.drop(while: HTMLByte.isSpace)
    let last = data.lastIndex { !HTMLByte.isSpace($0) }
    return data[..<(last.map { $0 &+ 1 } ?? data.startIndex)]
  }

  private static func equals(_ data: ArraySlice<UInt8>, _ text: String) -> Bool {
    data.count == text.utf8.count
      && zip(data, text.utf8).allSatisfy { HTMLByte.lowered($0) == $1 }
  }

  // MARK: Blocks

  private mutating func startRevealedBlock(_ mark: Range<Int>, _ expression: Range<Int>) -> Bool {
    let isNegated = bytes[expression].contains(UInt8(ascii: "!"))
    if hidden == nil {
      revealed.append(RevealedBlock(expression: expression, isNegated: isNegated))
      if isNegated { negatedCount &+= 1 }
    }
    emit(
      HTMLToken(
        .conditionalStart, mark, content: expression,
        conditional: hidden == nil ? .revealed(expression: expression) : conditional))
    return true
  }

  private mutating func endRevealedBlock(_ mark: Range<Int>) -> Bool {
    emit(HTMLToken(.conditionalEnd, mark, conditional: conditional))
    if hidden == nil, revealed.popLast()?.isNegated == true { negatedCount &-= 1 }
    return true
  }

  /// Goes back to the content of a hidden block and makes its end the text's end.
  private mutating func enterHiddenBlock(
    _ comment: Range<Int>, _ expression: Range<Int>, body: Range<Int>, atomIndex index: Int
  ) {
    var end = body.upperBound
    let mark = "<![endif]"
    let tail = bytes[body].suffix(mark.utf8.count)
    if Self.equals(tail, mark), !hasAtom(in: tail.startIndex..<tail.endIndex) {
      end = tail.startIndex
    }
    hidden = HiddenBlock(
      expression: expression, endMark: end..<comment.upperBound, outerLimit: limit)
    emit(
      HTMLToken(
        .conditionalStart, comment.lowerBound..<body.lowerBound, content: expression,
        conditional: conditional))
    limit = end
    seek(to: body.lowerBound, atomIndex: index)
  }

  /// Whether a placeholder that the cursor has passed reaches into a range that ends there.
  private func hasAtom(in range: Range<Int>) -> Bool {
    guard atomIndex > 0, atomIndex <= atoms.count else { return false }
    return atoms[atomIndex &- 1].upperBound > range.lowerBound
  }

  /// Emits the closing mark and goes on behind it.
  mutating func leaveHiddenBlock() {
    guard let block = hidden else { return }
    emit(HTMLToken(.conditionalEnd, block.endMark, conditional: conditional))
    hidden = nil
    limit = block.outerLimit
    model = .data
    seek(to: block.endMark.upperBound, atomIndex: atomIndex)
  }
}
