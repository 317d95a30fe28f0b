extension CSSRewriter {
  private static let pseudoClasses: Set<CSSName> = [
    "root", "hover", "link", "visited", "active", "first-child", "last-child",
  ]

  /// Reads the selectors before a block and tells whether one of them stays.
  mutating func readSelectors(at depth: Int) -> Bool {
    readList(at: depth) { css, depth throws(Refusal) in try css.readSelector(at: depth) }
  }

  /// Reads a list up to its block; items that are refused are left out alone.
  ///
  /// - Parameters:
  ///   - depth: how many brackets are open around the list.
  ///   - name: the at-rule that the list belongs to; selectors go by their text.
  ///   - readItem: reads and writes an item.
  /// - Returns: whether one of them stays.
  mutating func readList(
    at depth: Int, named name: String? = nil,
    _ readItem: (inout Self, Int) throws(Refusal) -> Void
  ) -> Bool {
    var isKept = false
    while true {
      let mark = mark
      let offset = token.range.lowerBound
      do throws(Refusal) {
        if isKept { output.append(UInt8(ascii: ",")) }
        try readItem(&self, depth)
        isKept = true
      } catch {
        while !isListItemEnd(depth, ofAtRule: name != nil) { advance() }
        replace(
          since: mark, with: .rule, name ?? shownText(from: offset), error.reason, at: offset)
      }
      guard token.isMark(","), closers.count == depth else { return isKept }
      advance()
    }
  }

  private mutating func readSelector(at depth: Int) throws(Refusal) {
    try readCompound(at: depth)
    while !isListItemEnd(depth, ofAtRule: false) {
      if token.isMark(">") || token.isMark("+") || token.isMark("~") {
        output.append(token.mark)
        advance()
      } else {
        guard token.isSpaced else { throw refusal }
        output.append(UInt8(ascii: " "))
      }
      try readCompound(at: depth)
    }
  }

  /// Why the token cannot stand in a selector.
  private var refusal: Refusal {
    Refusal(reason: token.traits.contains(.atom) ? .placeholder : .unknown)
  }

  /// Reads what stands between combinators: a type or `*`, then classes and the like.
  private mutating func readCompound(at depth: Int) throws(Refusal) {
    if token.kind == .identifier {
      try writeLoweredName(token)
      advance()
    } else if token.isMark("*") {
      output.append(token.mark)
      advance()
    } else {
      try readSimple()
    }
    while !token.isSpaced, !isListItemEnd(depth, ofAtRule: false), !isCombinator {
      try readSimple()
    }
  }

  private var isCombinator: Bool {
    token.isMark(">") || token.isMark("+") || token.isMark("~")
  }

  private mutating func readSimple() throws(Refusal) {
    if token.kind == .hash {
      output.append(UInt8(ascii: "#"))
      let start = output.count
      try writeName(token)
      if prefixesNames {
        output.replaceSubrange(start..., with: NamePrefix.prefixed(output[start...]))
      }
      advance()
    } else if token.isMark(".") {
      output.append(token.mark)
      advance()
      guard token.kind == .identifier, !token.isSpaced else { throw refusal }
      try writeName(token)
      advance()
    } else if token.isMark(":") {
      try readPseudoClass()
    } else if token.isMark("[") {
      try readAttribute()
    } else {
      throw refusal
    }
  }

  private mutating func readPseudoClass() throws(Refusal) {
    advance()
    guard token.kind == .identifier, !token.isSpaced else { throw refusal }
    guard let name = tokenizer.packedName(of: token), Self.pseudoClasses.contains(name) else {
      throw refusal
    }
    write(":")
    try writeLoweredName(token)
    advance()
  }

  // MARK: Attributes

  private mutating func readAttribute() throws(Refusal) {
    output.append(UInt8(ascii: "["))
    advance()
    guard token.kind == .identifier else { throw refusal }
    let start = output.count
    try writeLoweredName(token)
    let name = Array(output[start...])
    advance()
    if !token.isMark("]") {
      let isOfBeginning = try readMatcher()
      guard token.kind == .string || token.kind == .identifier else { throw refusal }
      try refuseAtoms(in: token)
      let value = tokenizer.decoded(token)
      let isPrefixed = prefixesNames && isOfBeginning
      writeString((isPrefixed ? NamePrefix.prefixed(value, of: name) : value)[...])
      advance()
    }
    guard token.isMark("]") else { throw refusal }
    output.append(UInt8(ascii: "]"))
    advance()
  }

  /// Reads `=`, also with one of `~ ^ $ * |` directly before it; says whether what follows stands for
  /// a name from its beginning on.
  private mutating func readMatcher() throws(Refusal) -> Bool {
    var isOfBeginning = true
    if !token.isMark("=") {
      guard token.kind == .mark, "~^$*|".utf8.contains(token.mark) else { throw refusal }
      isOfBeginning = !token.isMark("$") && !token.isMark("*")
      output.append(token.mark)
      advance()
      guard token.isMark("="), !token.isSpaced else { throw refusal }
    }
    output.append(UInt8(ascii: "="))
    advance()
    return isOfBeginning
  }
}
