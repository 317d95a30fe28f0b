/// Where in a declaration's value components stand.
private struct CSSValuePlace {
  let property: CSSProperty
  /// The depth of brackets around them.
  let depth: Int
  /// Whether they are part of a calculation.
  var isMath = false
  /// How many functions and groups are around them.
  var level = 0
}

extension CSSRewriter {
  private static let functions: Set<CSSName> = [
    "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp", "linear-gradient",
  ]
  private static let calculations: Set<CSSName> = ["calc", "min", "max", "clamp"]
  /// Functions that load things or run code.
  private static let activeFunctions: Set<CSSName> = [
    "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
    "element", "-moz-element", "paint", "expression",
  ]

  /// Reads a value with its `!important`, up to what ends the declaration.
  mutating func readValue(
    of property: CSSProperty, at depth: Int
  ) throws(Refusal) {
    let start = output.count
    try readComponents(CSSValuePlace(property: property, depth: depth))
    guard output.count > start else { throw Refusal(reason: .value) }
    if token.isMark("!") { try readImportance() }
    guard closers.count == depth, isBlockEnd(depth) || token.isMark(";") else {
      throw Refusal(reason: .value)
    }
  }

  private mutating func readImportance() throws(Refusal) {
    advance()
    guard token.kind == .identifier, tokenizer.packedName(of: token) == "important" else {
      throw Refusal(reason: token.traits.contains(.atom) ? .placeholder : .value)
    }
    advance()
    write("!important")
  }

  /// Reads components up to the bracket or the mark that ends them.
  private mutating func readComponents(_ place: CSSValuePlace) throws(Refusal) {
    var isApart = true
    var endsWithAtom = false
    while !endsComponents(place) {
      let isGlued = endsWithAtom && !token.isSpaced
      endsWithAtom = false
      if isGlued, token.isMark("%") {
        output.append(token.mark)
        advance()
      } else if token.kind == .mark, !token.isMark("(") {
        try readOperator(isMath: place.isMath)
        isApart = true
      } else {
        if !isApart, !(isGlued && startsWithDot) { output.append(UInt8(ascii: " ")) }
        endsWithAtom = token.traits == .atom && token.kind != .function
        try readComponent(place)
        isApart = false
      }
    }
  }

  private var startsWithDot: Bool {
    tokenizer.bytes[token.range.lowerBound] == UInt8(ascii: ".")
  }

  private func endsComponents(_ place: CSSValuePlace) -> Bool {
    if place.level > 0 { return token.kind == .end || token.isMark(")") }
    return isBlockEnd(place.depth) || token.isMark(";") || token.isMark("!")
  }

  private mutating func readOperator(isMath: Bool) throws(Refusal) {
    switch token.mark {
    case UInt8(ascii: ","): output.append(token.mark)
    case UInt8(ascii: "/") where !isMath: output.append(token.mark)
    case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard isMath else { throw Refusal(reason: .value) }
      return try readCalculation()
    default: throw Refusal(reason: .value)
    }
    advance()
  }

  /// Reads an operator of a calculation; browsers take `+` and `-` for one between white space only.
  private mutating func readCalculation() throws(Refusal) {
    let needsSpace = token.isMark("+") || token.isMark("-")
    if needsSpace, !token.isSpaced { throw Refusal(reason: .value) }
    output.append(UInt8(ascii: " "))
    output.append(token.mark)
    output.append(UInt8(ascii: " "))
    advance()
    if needsSpace, !token.isSpaced { throw Refusal(reason: .value) }
  }

  private mutating func readComponent(_ place: CSSValuePlace) throws(Refusal) {
    switch place.property.grammar {
    case .display, .position, .flow: return try readKeyword(of: place.property.grammar)
    case .plain, .font, .list, .background: break
    }
    switch token.kind {
    case .identifier: try writeWord(token, in: place.property.grammar)
    case .hash: try writeColor()
    case .number, .percentage: writeAsIs(token)
    case .dimension where isBareColor && place.level == 0: writeAsIs(token)
    case .dimension: try writeDimension()
    case .string: try readString(in: place.property.grammar)
    case .url: try readAddress(place)
    case .function: return try readFunction(place)
    case .mark: return try readGroup(place)
    case .badString, .badURL, .atKeyword, .htmlComment, .end: throw Refusal(reason: .value)
    }
    advance()
  }

  /// Reads a keyword that says where a box stands, which a recipient's value must not.
  private mutating func readKeyword(of grammar: CSSProperty.Grammar) throws(Refusal) {
    try refuseAtoms(in: token)
    guard token.kind == .identifier, let keyword = tokenizer.packedName(of: token),
      grammar.allows(keyword)
    else { throw Refusal(reason: .value) }
    try writeLoweredName(token)
    advance()
  }

  private mutating func readString(in grammar: CSSProperty.Grammar) throws(Refusal) {
    try refuseAtoms(in: token)
    guard grammar == .font || grammar == .list else { throw Refusal(reason: .value) }
    writeString(tokenizer.decoded(token)[...])
  }

  // MARK: Numbers and colours

  /// Writes a number and its unit of at most seven letters, either of which may be placeholders.
  mutating func writeDimension() throws(Refusal) {
    if token.traits == .atom { return writeAsIs(token) }
    try refuseAtoms(in: token)
    output += tokenizer.bytes[token.range.lowerBound..<token.content.lowerBound]
    let start = output.count
    writeContent(token)
    guard output.count &- start <= 7, output[start...].allSatisfy(HTMLByte.isLetter) else {
      throw Refusal(reason: .value)
    }
  }

  /// Whether a token is a colour without `#`, as mails without a document type may have: browsers
  /// read these in quirks mode, and take it for nothing elsewhere.
  private var isBareColor: Bool {
    let text = tokenizer.bytes[token.range]
    return (3...8).contains(text.count) && text.allSatisfy(HTMLByte.isHexDigit)
  }

  /// Writes `#` and the digits of a colour, which may be placeholders; any number of digits that a
  /// placeholder's value may have.
  private mutating func writeColor() throws(Refusal) {
    if token.traits == .atom { return writeAsIs(token) }
    try refuseAtoms(in: token)
    output.append(UInt8(ascii: "#"))
    let start = output.count
    writeContent(token)
    guard (3...8).contains(output.count &- start),
      output[start...].allSatisfy(HTMLByte.isHexDigit)
    else { throw Refusal(reason: .value) }
  }

  // MARK: Functions

  private mutating func readFunction(_ place: CSSValuePlace) throws(Refusal) {
    let name = tokenizer.packedName(of: token)
    if name == "url" {
      return try readQuotedAddress(place)
    }
    try refuseAtoms(in: token)
    guard let name, Self.functions.contains(name) else {
      let isActive = name.map(Self.activeFunctions.contains) ?? false
      throw Refusal(reason: isActive ? .active : .value)
    }
    try writeLoweredName(token)
    try readArguments(place, isMath: Self.calculations.contains(name))
  }

  private mutating func readGroup(_ place: CSSValuePlace) throws(Refusal) {
    guard place.isMath, token.isMark("(") else { throw Refusal(reason: .value) }
    try readArguments(place, isMath: true)
  }

  /// Reads from an opening bracket to the one that closes it.
  private mutating func readArguments(_ place: CSSValuePlace, isMath: Bool) throws(Refusal) {
    guard place.level < Self.maximalDepth else { throw Refusal(reason: .limit) }
    var inner = place
    inner.isMath = isMath
    inner.level &+= 1
    output.append(UInt8(ascii: "("))
    advance()
    try readComponents(inner)
    guard token.isMark(")") else { throw Refusal(reason: .value) }
    output.append(UInt8(ascii: ")"))
    advance()
  }

  // MARK: Addresses

  private mutating func readQuotedAddress(_ place: CSSValuePlace) throws(Refusal) {
    advance()
    guard token.kind == .string else { throw Refusal(reason: .value) }
    try readAddress(place)
    advance()
    guard token.isMark(")") else { throw Refusal(reason: .value) }
    advance()
  }

  /// Writes an image's address; one that is not to be loaded leaves no image, and all else stays.
  private mutating func readAddress(_ place: CSSValuePlace) throws(Refusal) {
    guard place.property.grammar == .background, place.level == 0 else {
      throw Refusal(reason: .active)
    }
    let isFixed = !token.traits.contains(.atom)
    if isFixed, let address = imageAddress(tokenizer.decoded(token)[...]) {
      images.append(address)
      write("url(")
      writeString(address[...])
      output.append(UInt8(ascii: ")"))
    } else {
      write("none")
      remove(
        .address, String(decoding: place.property.name, as: UTF8.self),
        isFixed ? .blocked : .placeholder, at: token.range.lowerBound)
    }
  }
}
