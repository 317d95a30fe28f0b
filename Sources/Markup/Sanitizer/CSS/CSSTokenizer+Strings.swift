extension CSSTokenizer {
  /// Reads a string from its quote; a line break in it ends it before its time.
  mutating func readString(_ token: inout CSSToken) {
    let quote = bytes[position]
    token.kind = .badString
    position &+= 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        token.kind = .string
        token.content = start..<position
        position &+= 1
        return
      }
      if CSSByte.isNewline(byte) { return }
      if byte == CSSByte.backslash || byte >= 0x80 || byte == 0 {
        skipUncommonInString(&token)
      } else {
        position &+= 1
      }
    }
  }

  private mutating func skipUncommonInString(_ token: inout CSSToken) {
    guard bytes[position] == CSSByte.backslash, CSSByte.isNewline(byte(at: position &+ 1)) else {
      return skipUncommon(&token)
    }
    token.traits.insert(.escape)
    position = endOfBreak(at: position &+ 1)
  }

  /// Reads an address without quotes and its `)`, from the first byte that is no white space.
  mutating func readURL(_ token: inout CSSToken) {
    let start = position
    token.kind = .badURL
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ")") || HTMLByte.isSpace(byte) {
        let end = position
        while HTMLByte.isSpace(self.byte(at: position)), position < bytes.count { position &+= 1 }
        guard self.byte(at: position) == UInt8(ascii: ")") else { break }
        position &+= 1
        token.kind = .url
        token.content = start..<end
        return
      }
      if startsEscape(at: position) || byte >= 0x80 || byte == 0 {
        skipUncommon(&token)
      } else if isForbiddenInURL(byte) {
        break
      } else {
        position &+= 1
      }
    }
    skipBadURL(&token)
  }

  private func isForbiddenInURL(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == CSSByte.quote || byte == UInt8(ascii: "(")
      || byte == CSSByte.backslash || CSSByte.isUnprintable(byte)
  }

  private mutating func skipBadURL(_ token: inout CSSToken) {
    while position < bytes.count {
      if startsEscape(at: position) {
        skipUncommon(&token)
        continue
      }
      position &+= 1
      if bytes[position &- 1] == UInt8(ascii: ")") { return }
    }
  }
}
