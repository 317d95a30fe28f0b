extension CSSRewriter {
  /// How deep `@media` stands in `@media`.
  private static let maximalNesting = 2

  /// Reads rules up to the end of the block of that depth, or of the text.
  mutating func readRules(at depth: Int, nesting: Int) {
    while !isBlockEnd(depth) {
      if token.kind == .htmlComment, depth == 0 {
        advance()
      } else if token.kind == .atKeyword {
        readAtRule(at: depth, nesting: nesting)
      } else {
        readRule(at: depth)
      }
    }
  }

  private mutating func readRule(at depth: Int) {
    let mark = mark
    let offset = token.range.lowerBound
    let isKept = readSelectors(at: depth)
    guard token.isMark("{"), closers.count == depth else {
      return replace(since: mark, with: .rule, shownText(from: offset), .value, at: offset)
    }
    guard isKept else { return skipItem(at: depth) }
    let selectors = offset..<token.range.lowerBound
    let block = output.count
    readBlock(since: mark, offset: offset, named: { $0.shown(selectors) }) { css, inner in
      css.readDeclarations(at: inner)
    }
    if block < output.count, tellsAttributes(mark.output..<block), loadsImage(block..<output.count)
    {
      replace(
        since: mark, with: .rule, tokenizer.shown(selectors), .blocked, at: offset)
    }
  }

  /// Whether printed selectors ask what a part of an attribute's value is; strings hold no such mark.
  private func tellsAttributes(_ selectors: Range<Int>) -> Bool {
    zip(output[selectors], output[selectors].dropFirst()).contains { mark, next in
      next == UInt8(ascii: "=") && "~^$*|".utf8.contains(mark)
    }
  }

  /// Whether printed declarations load an image, by which its host learns that the rule holds.
  private func loadsImage(_ declarations: Range<Int>) -> Bool {
    output[declarations].indices.contains {
      output[$0..<declarations.upperBound].starts(with: "url(".utf8)
    }
  }

  private mutating func readAtRule(at depth: Int, nesting: Int) {
    let mark = mark
    let offset = token.range.lowerBound
    let name = tokenizer.name(of: token)
    guard name == "media", nesting < Self.maximalNesting else {
      remove(.rule, "@" + name, Self.reason(forAtRule: name), at: offset)
      return skipItem(at: depth)
    }
    write("@media ")
    advance()
    let isKept = readMediaQueries(at: depth)
    guard token.isMark("{"), closers.count == depth else {
      replace(since: mark, with: .rule, "@media", .value, at: offset)
      return skipItem(at: depth)
    }
    guard isKept else {
      output.removeLast(output.count &- mark.output)
      return skipItem(at: depth)
    }
    readBlock(since: mark, offset: offset, named: { _ in "@media" }) { css, inner in
      css.readRules(at: inner, nesting: nesting &+ 1)
    }
  }

  private static func reason(forAtRule name: String) -> Removal.Reason {
    switch name {
    case "media": .limit
    case "import", "font-face": .active
    default: name.contains("…") ? .placeholder : .unknown
    }
  }

  /// Reads a block; an empty one is left out silently, with what stood before it.
  private mutating func readBlock(
    since mark: Mark, offset: Int, named name: (CSSTokenizer) -> String,
    _ readContent: (inout Self, Int) -> Void
  ) {
    output.append(UInt8(ascii: "{"))
    let start = output.count
    advance()
    let inner = depth
    readContent(&self, inner)
    guard token.isMark("}") else {
      return replace(since: mark, with: .rule, name(tokenizer), .value, at: offset)
    }
    advance()
    if output.count == start {
      output.removeLast(output.count &- mark.output)
    } else {
      output.append(UInt8(ascii: "}"))
    }
  }

  /// What stands between a place and the token, shortened to be shown.
  func shownText(from start: Int) -> String { tokenizer.shown(start..<token.range.lowerBound) }
}
