extension ContextReader {
  /// Contexts in a tag.
  func tagContexts(in token: HTMLToken, _ numbers: Range<Int>) -> [PlaceholderContext] {
    var contexts: [PlaceholderContext] = []
    var rest = token.attributes[...]
    let mayRefresh = token.name == "meta" && mayRefresh(token)
    var number = numbers.lowerBound
    while number < numbers.upperBound {
      let place = atoms[number].lowerBound
      if let nameRange = token.nameRange, place < nameRange.upperBound {
        contexts.append(.refused(.tagName))
        number &+= 1
        continue
      }
      rest = rest.drop { $0.range.upperBound <= place }
      guard let attribute = rest.first else {
        contexts.append(.refused(.betweenAttributes))
        number &+= 1
        continue
      }
      var end = number &+ 1
      while end < numbers.upperBound, atoms[end].lowerBound < attribute.range.upperBound {
        end &+= 1
      }
      contexts += self.contexts(in: attribute, of: token, mayRefresh, number..<end)
      number = end
    }
    return contexts
  }

  private func contexts(
    in attribute: HTMLAttribute, of tag: HTMLToken, _ mayRefresh: Bool, _ numbers: Range<Int>
  ) -> [PlaceholderContext] {
    let inName = numbers.prefix { atoms[$0].lowerBound < attribute.nameRange.upperBound }
    let inValue = inName.endIndex..<numbers.upperBound
    let atomLength = inName.reduce(0) { $0 &+ atoms[$1].count }
    let isBare = attribute.valueRange == nil && atomLength == attribute.nameRange.count
    let named = inName.map { _ -> PlaceholderContext in
      .refused(isBare ? .betweenAttributes : .attributeName)
    }
    guard let value = attribute.valueRange, !inValue.isEmpty else { return named }
    if let refusal = refusal(in: attribute, of: tag, mayRefresh) {
      return named + inValue.map { _ in .refused(refusal) }
    }
    return named + valueContexts(in: attribute, value, of: tag, inValue)
  }

  private func valueContexts(
    in attribute: HTMLAttribute, _ value: Range<Int>, of tag: HTMLToken, _ numbers: Range<Int>
  ) -> [PlaceholderContext] {
    var reader = ValueReader(attribute: attribute.name.text, element: tag.name.text)
    var place = value.lowerBound
    return literals(in: value, numbers).map { number, literal in
      let start = atoms[number].lowerBound
      CharacterReferences.forEachByte(of: bytes[min(place, start)..<start], in: .attribute) {
        reader.read($0)
      }
      let context = reader.context(before: next(behind: number, in: value))
      reader.skipPlaceholder()
      place = max(place, atoms[number].upperBound)
      // The browser sees a comment there, which takes no heed of quotes.
      if tag.conditional?.isHidden == true, mayEndComment(number, limit: tag.range.upperBound) {
        return .refused(.commentEnd)
      }
      return Self.endsInReference(literal) ? .refused(.characterReference) : context
    }
  }

  // MARK: Refusals

  private func refusal(
    in attribute: HTMLAttribute, of tag: HTMLToken, _ mayRefresh: Bool
  ) -> Refusal? {
    let name = attribute.name.text
    if attribute.quote == .none { return .unquotedValue(attribute: name) }
    if case .insideElement = tag.surroundings { return tag.surroundings }
    if name.utf8.starts(with: "on".utf8) && name.utf8.count > 2
      || ["srcdoc", "srcset", "imagesrcset"].contains(name)
    {
      return .forbiddenAttribute(name: name)
    }
    if tag.name == "base", name == "href" { return .baseAddress }
    if mayRefresh, name == "content" || name == "http-equiv" { return .refresh }
    if tag.name == "meta", name == "charset" { return .forbiddenAttribute(name: name) }
    return nil
  }

  /// Whether a `meta` element is a refresh or tells the encoding, or could for some value.
  private func mayRefresh(_ tag: HTMLToken) -> Bool {
    guard let value = tag.attribute("http-equiv")?.valueRange else { return false }
    let bare = CharacterReferences.decoded(bytes[value], in: .attribute)
      .drop(while: HTMLByte.isSpace).prefix { !HTMLByte.isSpace($0) }
    let name = HTMLByte.name(bare)
    return name == "refresh" || name == "content-type" || atoms.holdsStart(in: value)
  }
}

extension [Range<Int>] {
  /// Whether one of these sorted ranges begins in another range; found by halving.
  fileprivate func holdsStart(in range: Range<Int>) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle].lowerBound < range.lowerBound { low = middle &+ 1 } else { high = middle }
    }
    return low < endIndex && self[low].lowerBound < range.upperBound
  }
}
