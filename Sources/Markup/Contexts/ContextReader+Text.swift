extension ContextReader {
  /// Contexts in ordinary text and in raw text.
  func textContexts(in token: HTMLToken, _ numbers: Range<Int>) -> [PlaceholderContext] {
    switch token.name {
    case "":
      if let refusal = token.surroundings { return numbers.map { _ in .refused(refusal) } }
      return literals(in: token.range, numbers).map { number, literal in
        if literal.last == UInt8(ascii: "<") { return .refused(.afterMarkupOpen) }
        if Self.endsInReference(literal) { return .refused(.characterReference) }
        return closesHiddenBlock(number, in: token) ? .refused(.commentEnd) : .text
      }
    case "title", "textarea", "style":
      if case .insideElement = token.surroundings, let refusal = token.surroundings {
        return numbers.map { _ in .refused(refusal) }
      }
      return token.name == "style"
        ? styleContexts(in: token, numbers) : characterDataContexts(in: token, numbers)
    default:
      return numbers.map { _ in .refused(.rawText(element: token.name.text)) }
    }
  }

  /// Each placeholder with the literal text before it; adjacent placeholders share theirs.
  func literals(
    in range: Range<Int>, _ numbers: Range<Int>
  ) -> [(number: Int, literal: ArraySlice<UInt8>)] {
    var result: [(number: Int, literal: ArraySlice<UInt8>)] = []
    var literal = bytes[range.lowerBound..<range.lowerBound]
    var edge = range.lowerBound
    for number in numbers {
      let atom = atoms[number]
      if atom.lowerBound > edge || number == numbers.lowerBound {
        literal = bytes[min(edge, atom.lowerBound)..<atom.lowerBound]
      }
      result.append((number, literal))
      edge = max(edge, atom.upperBound)
    }
    return result
  }

  private func closesHiddenBlock(_ number: Int, in token: HTMLToken) -> Bool {
    token.conditional?.isHidden == true && mayEndComment(number, limit: token.range.upperBound)
  }

  private func characterDataContexts(
    in token: HTMLToken, _ numbers: Range<Int>
  ) -> [PlaceholderContext] {
    literals(in: token.range, numbers).map { number, literal in
      if let refusal = Self.refusal(afterRaw: literal, element: token.name.text) {
        return .refused(refusal)
      }
      if Self.endsInReference(literal) { return .refused(.characterReference) }
      if Self.opensEndMark(literal, in: token) { return .refused(.conditionalMark) }
      if closesHiddenBlock(number, in: token) { return .refused(.commentEnd) }
      return .characterData(element: token.name.text)
    }
  }

  private func styleContexts(in token: HTMLToken, _ numbers: Range<Int>) -> [PlaceholderContext] {
    var reader = CSSPositionReader(isAttribute: false)
    var place = token.range.lowerBound
    return literals(in: token.range, numbers).map { number, literal in
      for byte in bytes[min(place, atoms[number].lowerBound)..<atoms[number].lowerBound] {
        reader.read(byte)
      }
      let next = self.next(behind: number, in: token.range)
      defer {
        reader.skipPlaceholder()
        place = max(place, atoms[number].upperBound)
      }
      if let refusal = Self.refusal(afterRaw: literal, element: token.name.text) {
        return .refused(refusal)
      }
      if Self.opensEndMark(literal, in: token) { return .refused(.conditionalMark) }
      if closesHiddenBlock(number, in: token) { return .refused(.commentEnd) }
      return .css(.element, reader.position(before: next))
    }
  }

  /// The byte behind a placeholder; nil at the end of the range or before another one.
  func next(behind number: Int, in range: Range<Int>) -> UInt8? {
    let place = atoms[number].upperBound
    let isAtom = number &+ 1 < atoms.count && atoms[number &+ 1].lowerBound == place
    return place < range.upperBound && !isAtom ? bytes[place] : nil
  }

  /// What speaks against a placeholder if the raw text before it may begin the end tag.
  private static func refusal(afterRaw text: ArraySlice<UInt8>, element: String) -> Refusal? {
    if text.last == UInt8(ascii: "<") { return .afterMarkupOpen }
    let text = text.suffix(element.utf8.count + 3)
    let letters = text.reversed().prefix { HTMLByte.isLetter($0) }
    guard letters.count <= element.utf8.count else { return nil }
    let rest = text.dropLast(letters.count)
    guard rest.suffix(2).elementsEqual("</".utf8) else { return nil }
    let isPrefix = element.utf8.starts(with: letters.reversed().map(HTMLByte.lowered))
    guard isPrefix else { return nil }
    return letters.isEmpty ? .afterMarkupOpen : .tagName
  }
}
