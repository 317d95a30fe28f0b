extension HTMLTokenizer {
  /// Reads text up to the end tag of `rawElement`, and that tag.
  mutating func readRawText() {
    let start = position
    while let byte = current {
      if byte == UInt8(ascii: "<"), isRawEndTag { return readRawEndTag(textFrom: start) }
      advance()
    }
    finishRawText(from: start)
  }

  mutating func readPlaintext() {
    let start = position
    while current != nil { advance() }
    finishRawText(from: start)
  }

  private mutating func finishRawText(from start: Int) {
    emitText(from: start)
    model = .data
  }

  /// Whether the `<` under the cursor opens the appropriate end tag.
  private var isRawEndTag: Bool {
    guard !rawElement.isEmpty, lookahead(1) == UInt8(ascii: "/") else { return false }
    return isName(rawElement.text, at: 2)
  }

  private func isName(_ name: String, at distance: Int) -> Bool {
    guard matches(name.utf8, at: distance) else { return false }
    return lookahead(distance &+ name.utf8.count).map(HTMLByte.endsTagName) ?? false
  }

  private mutating func readRawEndTag(textFrom start: Int) {
    emitText(from: start)
    readTag(.endTag, nameFrom: position &+ 2)
  }

  // MARK: Script

  /// How deep in `<!--` and `<script` script data is.
  private enum Escape {
    case none
    case single
    case double
  }

  /// Reads script data with its escaped and double escaped states, and the end tag.
  mutating func readScript() {
    let start = position
    var escape = Escape.none
    var dashes = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "<"):
        if escape != .double, isRawEndTag { return readRawEndTag(textFrom: start) }
        dashes = 0
        stepOverLessThan(&escape, &dashes)
        continue
      case UInt8(ascii: "-"): dashes &+= 1
      case UInt8(ascii: ">"):
        if dashes >= 2 { escape = .none }
        dashes = 0
      default: dashes = 0
      }
      advance()
    }
    finishRawText(from: start)
  }

  private mutating func stepOverLessThan(_ escape: inout Escape, _ dashes: inout Int) {
    switch escape {
    case .none:
      guard matches("<!--".utf8) else { return advance() }
      escape = .single
      dashes = 2
      position &+= 4
    case .single:
      if isName("script", at: 1) {
        escape = .double
        position &+= 8
      } else {
        advance()
      }
    case .double:
      if lookahead(1) == UInt8(ascii: "/"), isName("script", at: 2) {
        escape = .single
        position &+= 9
      } else {
        advance()
      }
    }
  }
}
