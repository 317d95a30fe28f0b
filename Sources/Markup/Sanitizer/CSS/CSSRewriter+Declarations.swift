extension CSSRewriter {
  /// Reads declarations up to the end of the block of that depth, or of the text.
  mutating func readDeclarations(at depth: Int) {
    let start = output.count
    while !isBlockEnd(depth) {
      if token.isMark(";") {
        advance()
      } else {
        readDeclaration(at: depth, isFirst: output.count == start)
      }
    }
  }

  private mutating func readDeclaration(at depth: Int, isFirst: Bool) {
    let mark = mark
    let opening = token
    do throws(Refusal) {
      if !isFirst { output.append(UInt8(ascii: ";")) }
      try readDeclaration(at: depth)
    } catch {
      replace(
        since: mark, with: .declaration, propertyName(opening), error.reason,
        at: opening.range.lowerBound)
      skipItem(at: depth)
    }
  }

  /// The name of what begins with a token.
  private func propertyName(_ token: CSSToken) -> String {
    token.kind == .identifier ? tokenizer.name(of: token) : tokenizer.shown(token.range)
  }

  private mutating func readDeclaration(at depth: Int) throws(Refusal) {
    guard token.kind == .identifier else { throw Refusal(reason: .value) }
    try refuseAtoms(in: token)
    guard let name = tokenizer.packedName(of: token), let property = CSSProperty(name) else {
      throw Refusal(reason: isActive(token) ? .active : .unknown)
    }
    advance()
    guard token.isMark(":") else { throw Refusal(reason: .value) }
    advance()
    output += property.name
    output.append(UInt8(ascii: ":"))
    try readValue(of: property, at: depth)
  }

  private func isActive(_ token: CSSToken) -> Bool {
    tokenizer.packedName(of: token).map(CSSProperty.isActive) ?? false
  }
}
