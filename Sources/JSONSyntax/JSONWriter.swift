/// Writes JSON byte by byte; commas and line ends come by themselves.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let indent: Int?
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// Starts an empty text.
  ///
  /// - Parameter indent: blanks a level, or nil for a text without white space.
  public init(indent: Int? = nil) { self.indent = indent }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key; its value comes next.
  public mutating func key(_ name: String) {
    prepare()
    Self.appendQuoted(Array(name.utf8), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) { string(bytes: Array(text.utf8)) }

  /// Writes a string given as UTF-8; broken bytes become U+FFFD.
  public mutating func string(bytes text: [UInt8]) {
    prepare()
    Self.appendQuoted(text, to: &bytes)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) { literal(Array(String(number).utf8)) }
  /// Writes a number, without a dot where it is whole.
  public mutating func number(_ number: Double) {
    literal(Array((Int(exactly: number).map(String.init) ?? "\(number)").utf8))
  }
  /// Writes `true` or `false`.
  public mutating func bool(_ flag: Bool) { literal(Array((flag ? "true" : "false").utf8)) }
  /// Writes `null`.
  public mutating func null() { literal(Array("null".utf8)) }

  /// Writes a value that is JSON already, as it is.
  public mutating func raw(_ json: [UInt8]) { literal(json) }

  private mutating func literal(_ text: [UInt8]) {
    prepare()
    bytes.append(contentsOf: text)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    prepare()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { newLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func prepare() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
    needsComma = false
  }

  private mutating func newLine() {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indent))
  }

  /// Appends a text as a string literal, with as few escapes as RFC 8259 §7 allows.
  public static func appendQuoted(_ text: [UInt8], to output: inout [UInt8]) {
    appendQuoted(text[...], to: &output)
  }

  /// Appends part of a text as a string literal.
  public static func appendQuoted(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    appendEscaped(repaired(text)?[...] ?? text, to: &output)
  }

  private static func appendEscaped(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in 0..<text.count {
        let byte = text[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        output.append(contentsOf: text[start..<index])
        appendEscape(byte, to: &output)
        start = index + 1
      }
      output.append(contentsOf: text[start...])
    }
    output.append(UInt8(ascii: "\""))
  }

  /// The text with broken UTF-8 replaced, or nil when nothing is broken.
  private static func repaired(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(where: { $0 >= 0x80 }) else { return nil }
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return Array(String(decoding: text, as: UTF8.self).utf8)
    }
  }

  private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    case 0..<0x20:
      output.append(contentsOf: "u00".utf8)
      output.append(contentsOf: (byte < 16 ? "0" : "").utf8)
      output.append(contentsOf: String(byte, radix: 16).utf8)
    default: output.append(byte)
    }
  }
}
