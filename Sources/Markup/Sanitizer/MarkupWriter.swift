/// Writes markup in the one form that the sanitizer prints.
struct MarkupWriter {
  var bytes: [UInt8] = []
  /// How many characters that turn the direction of text were written.
  private(set) var bidiControls = 0
  /// Whether such characters are written at all.
  var keepsBidiControls = true

  init(bidiControls: Int = 0) { self.bidiControls = bidiControls }

  mutating func startTag(_ element: HTMLElement) { bytes += element.startTag }

  mutating func endOfTag() { bytes.append(UInt8(ascii: ">")) }

  mutating func endTag(_ element: HTMLElement) { bytes += element.endTag }

  mutating func attribute(_ name: AttributeName, _ value: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: " "))
    bytes += name.printed.utf8
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Makes a link open a page of its own, which learns nothing of this one.
  mutating func linkAttributes() {
    bytes += " target=\"_blank\" rel=\"noopener noreferrer nofollow\"".utf8
  }

  /// The one style sheet, which holds no `<`.
  mutating func styleSheet(_ css: [UInt8]) {
    bytes += "<style>".utf8
    bytes += css
    bytes += "</style>".utf8
  }

  /// Writes characters, those that mean something as references.
  ///
  /// Left out are controls but tab and line end, what is no character, and U+FEFF, which would be a
  /// byte order mark at the beginning.
  mutating func text(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    var place = start
    while place < text.endIndex {
      let byte = text[place]
      guard Self.isRemarkable(byte) else {
        place &+= 1
        continue
      }
      let length = Self.lengthWithout(text[place...])
      if byte > 0x7F, length == 0 {
        place &+= 1
        continue
      }
      if length == 3, byte == 0xE2 {
        if keepsBidiControls {
          bidiControls &+= 1
          place &+= length
          continue
        }
      }
      bytes += text[start..<place]
      bytes += Self.reference(byte)
      place &+= length
      start = place
    }
    bytes += text[start..<text.endIndex]
  }

  /// Whether a reference stands for a byte.
  static func isReferenced(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  private static func isRemarkable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A: false
    case 0x00..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"), 0xE2, 0xEF:
      true
    default: false
    }
  }

  /// How many bytes are to be replaced or left out; 0 for an ordinary character.
  private static func lengthWithout(_ text: ArraySlice<UInt8>) -> Int {
    let start = text.startIndex
    guard text[start] > 0x7F else { return 1 }
    guard text.count > 2 else { return 0 }
    switch (text[start], text[start &+ 1], text[start &+ 2]) {
    case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBF, 0xBE...0xBF),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  private static func reference(_ byte: UInt8) -> String.UTF8View {
    switch byte {
    case UInt8(ascii: "&"): "&amp;".utf8
    case UInt8(ascii: "<"): "&lt;".utf8
    case UInt8(ascii: ">"): "&gt;".utf8
    case UInt8(ascii: "\""): "&quot;".utf8
    case UInt8(ascii: "'"): "&#39;".utf8
    case UInt8(ascii: "`"): "&#96;".utf8
    // Browsers take both for line ends or white space.
    case 0x0C, 0x0D: "\n".utf8
    default: "".utf8
    }
  }
}
