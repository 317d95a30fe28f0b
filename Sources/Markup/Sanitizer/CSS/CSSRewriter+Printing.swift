extension CSSRewriter {
  /// Writes text of our own.
  mutating func write(_ text: String) { output += text.utf8 }

  /// Writes a token as it stands in the text.
  mutating func writeAsIs(_ token: CSSToken) { output += tokenizer.bytes[token.range] }

  /// Writes what a token's content says, as it is.
  mutating func writeContent(_ token: CSSToken) {
    if token.traits.contains(.escape) {
      output += tokenizer.decoded(token)
    } else {
      output += tokenizer.bytes[token.content]
    }
  }

  /// Writes a name of ASCII letters, digits, `-` and `_` that needs no escapes and is no custom
  /// property's.
  mutating func writeName(_ token: CSSToken) throws(Refusal) {
    try refuseAtoms(in: token)
    let start = output.count
    writeContent(token)
    guard Self.isName(output[start...]) else { throw Refusal(reason: .value) }
  }

  mutating func writeLoweredName(_ token: CSSToken) throws(Refusal) {
    let start = output.count
    try writeName(token)
    for index in start..<output.count { output[index] = HTMLByte.lowered(output[index]) }
  }

  /// Writes a name as a value: it may hold placeholders or, in a font's, characters beyond ASCII.
  mutating func writeWord(_ token: CSSToken, in grammar: CSSProperty.Grammar) throws(Refusal) {
    if token.traits == .atom {
      writeContent(token)
    } else if grammar == .font, !token.traits.isEmpty {
      try writeForeignName(token)
    } else {
      try writeName(token)
    }
  }

  private mutating func writeForeignName(_ token: CSSToken) throws(Refusal) {
    try refuseAtoms(in: token)
    let name = tokenizer.decoded(token)
    // What is beyond ASCII may stand wherever a letter may.
    guard Self.isName(name.map { $0 < 0x80 ? $0 : UInt8(ascii: "a") }[...]) else {
      throw Refusal(reason: .value)
    }
    writeText(name[...])
  }

  /// Writes text between single quotes, so that no quote of an attribute and no tag can be in it.
  mutating func writeString(_ text: ArraySlice<UInt8>) {
    output.append(CSSByte.quote)
    writeText(text)
    output.append(CSSByte.quote)
  }

  private mutating func writeText(_ text: ArraySlice<UInt8>) {
    if text.allSatisfy(Self.isPlain) {
      output += text
      return
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII, Self.isPlain(UInt8(truncatingIfNeeded: scalar.value)) {
        output.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        output.append(CSSByte.backslash)
        output += String(scalar.value, radix: 16).utf8
        output.append(UInt8(ascii: " "))
      }
    }
  }

  /// What means nothing in HTML, in an attribute or in a string of CSS.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
      true
    default: HTMLByte.isAlphanumeric(byte)
    }
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    let start = name.first == UInt8(ascii: "-") ? name.dropFirst() : name
    guard let letter = start.first, HTMLByte.isLetter(letter) || letter == UInt8(ascii: "_") else {
      return false
    }
    return start.allSatisfy(CSSByte.isASCIIName)
  }

  /// Refuses a placeholder where only fixed text may stand.
  func refuseAtoms(in token: CSSToken) throws(Refusal) {
    if token.traits.contains(.atom) { throw Refusal(reason: .placeholder) }
  }
}
