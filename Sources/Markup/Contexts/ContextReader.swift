/// Finds the context of each placeholder from the token it stands in.
struct ContextReader {
  let bytes: [UInt8]
  let atoms: [Range<Int>]

  init(_ bytes: [UInt8], atoms: [Range<Int>]) {
    self.bytes = bytes
    self.atoms = atoms
  }

  /// The contexts of all placeholders, in order.
  func contexts(of tokens: [HTMLToken]) -> [PlaceholderContext] {
    var contexts: [PlaceholderContext] = []
    contexts.reserveCapacity(atoms.count)
    for token in tokens {
      let first = contexts.count
      var last = first
      while last < atoms.count, atoms[last].lowerBound < token.range.upperBound { last &+= 1 }
      if first < last { contexts += self.contexts(in: token, atoms: first..<last) }
    }
    // Only empty ranges at the text's end are left.
    while contexts.count < atoms.count { contexts.append(.text) }
    return contexts
  }

  private func contexts(in token: HTMLToken, atoms numbers: Range<Int>) -> [PlaceholderContext] {
    switch token.kind {
    case .text: textContexts(in: token, numbers)
    case .startTag, .endTag: tagContexts(in: token, numbers)
    case .comment: commentContexts(in: token, numbers)
    case .bogusComment: bogusCommentContexts(in: token, numbers)
    case .doctype: numbers.map { _ in .refused(.doctype) }
    case .cdata: numbers.map { _ in .refused(token.surroundings ?? .insideElement("svg")) }
    case .conditionalStart, .conditionalEnd: numbers.map { _ in .refused(.conditionalMark) }
    case .dropped: numbers.map { _ in .refused(.unfinishedTag) }
    }
  }

  // MARK: Around a placeholder

  /// Whether what follows a placeholder could end a comment together with a value's dashes.
  func mayEndComment(_ number: Int, limit: Int) -> Bool {
    let rest = bytes[atoms[number].upperBound..<max(limit, atoms[number].upperBound)]
    let next = number &+ 1 < atoms.count ? atoms[number &+ 1].lowerBound : Int.max
    return [">", "->", "!>", "-!>"].contains { end in
      rest.starts(with: end.utf8) && rest.startIndex &+ end.utf8.count <= next
    }
  }

  /// Whether literal text in a hidden block ends in a part of the mark that closes the block.
  static func opensEndMark(_ text: ArraySlice<UInt8>, in token: HTMLToken) -> Bool {
    guard token.conditional?.isHidden == true,
      let start = text.suffix("<![endif".utf8.count).lastIndex(of: UInt8(ascii: "<"))
    else { return false }
    return "<![endif]".utf8.starts(with: text[start...].lazy.map(HTMLByte.lowered))
  }

  /// Whether literal text ends in `&` or in `&` and what a character reference may go on with.
  ///
  /// The longest name has 31 letters (HTML Standard §13.5); a number may have any zeros before it,
  /// of which 1,000 are looked at; text without an end to them may be one.
  static func endsInReference(_ text: ArraySlice<UInt8>) -> Bool {
    let end = text.suffix(1000)
    guard var last = end.lastIndex(where: { !HTMLByte.isAlphanumeric($0) }) else {
      return end.count < text.count
    }
    if text[last] == UInt8(ascii: "#"), last > end.startIndex { last &-= 1 }
    return end[last] == UInt8(ascii: "&")
  }
}
