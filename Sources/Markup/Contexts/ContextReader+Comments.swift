extension ContextReader {
  /// Contexts in `<!-- … -->`.
  func commentContexts(in token: HTMLToken, _ numbers: Range<Int>) -> [PlaceholderContext] {
    let header = mayBeEndMark(token, numbers) ? Int.max : headerEnd(in: token, numbers)
    return literals(in: token.range, numbers).map { number, literal in
      if mayEndComment(number, limit: token.range.upperBound) { return .refused(.commentEnd) }
      let isMark = atoms[number].lowerBound < header || Self.opensEndMark(literal, in: token)
      return isMark ? .refused(.conditionalMark) : .comment
    }
  }

  /// The end of what would be the mark of a conditional block if values were empty or fit.
  private func headerEnd(in token: HTMLToken, _ numbers: Range<Int>) -> Int {
    let content = token.contentRange
    let first = atoms[numbers.lowerBound]
    let opening = bytes[content.lowerBound..<max(content.lowerBound, first.lowerBound)]
      .prefix(3).map(HTMLByte.lowered)
    guard "[if".utf8.starts(with: opening) else { return content.lowerBound }
    var end = content.lowerBound
    var number = numbers.lowerBound
    var place = first.upperBound
    while place < content.upperBound {
      while number < numbers.upperBound, atoms[number].upperBound <= place { number &+= 1 }
      if number < numbers.upperBound, atoms[number].lowerBound <= place {
        place = atoms[number].upperBound
        continue
      }
      if bytes[place..<content.upperBound].starts(with: "]>".utf8) {
        end = place
        break
      }
      place &+= 1
    }
    return end
  }

  /// Whether values could make `<![endif]` of the comment's data: what is literal comes in order.
  private func mayBeEndMark(_ token: HTMLToken, _ numbers: Range<Int>) -> Bool {
    var mark = Array("<![endif]".utf8)[...]
    var place = token.contentRange.lowerBound
    var isEmpty = true
    for end in numbers.map({ atoms[$0] }) + [token.contentRange.upperBound..<Int.max] {
      for byte in bytes[min(place, end.lowerBound)..<end.lowerBound]
      where !HTMLByte.isSpace(byte) {
        if isEmpty, byte != UInt8(ascii: "<") { return false }
        isEmpty = false
        guard let found = mark.firstIndex(of: HTMLByte.lowered(byte)) else { return false }
        mark = mark[(found &+ 1)...]
      }
      place = end.upperBound
    }
    return !isEmpty
  }

  /// Contexts in `<?…>`, `<!…>` and `</…>`.
  func bogusCommentContexts(in token: HTMLToken, _ numbers: Range<Int>) -> [PlaceholderContext] {
    let first = atoms[numbers.lowerBound].lowerBound
    let opening = bytes[token.range.lowerBound..<max(token.range.lowerBound, first)]
    let refusal = Self.refusal(behind: opening.prefix(12))
    let chain = numbers.prefix { number in
      number == numbers.lowerBound || atoms[number &- 1].upperBound == atoms[number].lowerBound
    }
    return literals(in: token.range, numbers).map { number, literal in
      if bytes[token.range].dropFirst(2).first == UInt8(ascii: "["), opening.count > 2 {
        return .refused(.conditionalMark)
      }
      if let refusal, number < chain.endIndex { return .refused(refusal) }
      if Self.opensEndMark(literal, in: token) { return .refused(.conditionalMark) }
      let isEnd =
        token.conditional?.isHidden == true
        && mayEndComment(number, limit: token.range.upperBound)
      return isEnd ? .refused(.commentEnd) : .comment
    }
  }

  /// Whether a value may go on to a comment, a document type, a tag or a CDATA section.
  private static func refusal(behind opening: ArraySlice<UInt8>) -> Refusal? {
    let lowered = opening.map(HTMLByte.lowered)
    let marks = ["<!--", "<!doctype", "<![cdata[", "</"]
    return marks.contains { $0.utf8.starts(with: lowered) } ? .afterMarkupOpen : nil
  }
}
