extension CSSRewriter {
  /// What cannot name a medium.
  private static let reservedWords: Set<CSSName> = ["and", "not", "only", "or", "layer"]

  /// Reads the queries of `@media` and tells whether one of them stays; none at all are all media.
  mutating func readMediaQueries(at depth: Int) -> Bool {
    if token.isMark("{") {
      write("all")
      return true
    }
    return readList(at: depth, named: "@media") { css, depth throws(Refusal) in
      try css.readMediaQuery(at: depth)
    }
  }

  private mutating func readMediaQuery(at depth: Int) throws(Refusal) {
    if let word = keyword, word == "not" || word == "only" {
      try writeLoweredName(token)
      write(" ")
      advance()
      guard word == "not" || keyword != nil else { throw refusal }
    }
    try readMediaTerm()
    while !isListItemEnd(depth, ofAtRule: true) {
      guard keyword == "and" else { throw refusal }
      write(" and ")
      advance()
      guard token.isMark("(") else { throw refusal }
      try readFeature()
    }
  }

  private var keyword: CSSName? {
    token.kind == .identifier ? tokenizer.packedName(of: token) : nil
  }

  private var refusal: Refusal {
    Refusal(reason: token.traits.contains(.atom) ? .placeholder : .value)
  }

  /// Reads a medium or a feature.
  private mutating func readMediaTerm() throws(Refusal) {
    if token.isMark("(") { return try readFeature() }
    guard let word = keyword, !Self.reservedWords.contains(word) else { throw refusal }
    try writeName(token)
    advance()
  }

  /// Reads `(name)` or `(name: value)`.
  private mutating func readFeature() throws(Refusal) {
    output.append(UInt8(ascii: "("))
    advance()
    guard token.kind == .identifier else { throw refusal }
    try writeName(token)
    advance()
    if token.isMark(":") {
      output.append(token.mark)
      advance()
      try readFeatureValue()
      if token.isMark("/") {
        output.append(token.mark)
        advance()
        try readFeatureValue()
      }
    }
    guard token.isMark(")") else { throw refusal }
    output.append(UInt8(ascii: ")"))
    advance()
  }

  private mutating func readFeatureValue() throws(Refusal) {
    try refuseAtoms(in: token)
    switch token.kind {
    case .identifier: try writeName(token)
    case .number: writeAsIs(token)
    case .dimension: try writeDimension()
    default: throw refusal
    }
    advance()
  }
}
