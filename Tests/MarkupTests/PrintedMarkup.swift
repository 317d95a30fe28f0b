/// Reads what the sanitizer prints by a grammar of its own, which knows none of the sanitizer's code.
///
/// The invariants I1 to I4: tags in one form, listed names, quoted values, characters that mean
/// something as references, every element closed where it was opened.
struct PrintedMarkup {
  static let elements: Set<String> = Set(
    """
    a abbr address article b bdo big blockquote br caption center cite code col colgroup dd del dfn \
    div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main \
    mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th \
    thead tr tt u ul var wbr
    """.split(separator: " ").map(String.init))
  private static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]
  static let attributes: Set<String> = Set(
    """
    abbr align alt aria-hidden aria-label aria-labelledby background bgcolor border cellpadding \
    cellspacing class clear color colspan dir face frame headers height href hspace id lang name \
    noshade nowrap rel reversed role rowspan rules scope size span src start style summary target \
    title type valign value vspace width
    """.split(separator: " ").map(String.init))
  private static let references = ["amp;", "lt;", "gt;", "quot;", "#39;", "#96;"]

  private var rest: ArraySlice<UInt8>
  private var open: [String] = []

  /// What is wrong with a text; nil if it is in order.
  static func problem(in bytes: [UInt8], allowsStyle: Bool) -> String? {
    var reader = PrintedMarkup(rest: bytes[...])
    return reader.problem(allowsStyle: allowsStyle)
  }

  private mutating func problem(allowsStyle: Bool) -> String? {
    if String(validating: rest, as: UTF8.self) == nil { return "no UTF-8" }
    if allowsStyle, take("<style>") {
      while let byte = rest.first, byte != UInt8(ascii: "<") { rest.removeFirst() }
      guard take("</style>") else { return "a style sheet with markup in it" }
    }
    while let byte = rest.first {
      let problem = byte == UInt8(ascii: "<") ? tag() : character(byte, inValue: false)
      if let problem { return "\(problem) at \(rest.startIndex)" }
    }
    return open.isEmpty ? nil : "\(open) stay open"
  }

  private mutating func tag() -> String? {
    if take("</") {
      let name = name()
      guard take(">"), open.popLast() == name else { return "end tag '\(name)'" }
      return nil
    }
    rest.removeFirst()
    let name = name()
    guard Self.elements.contains(name) else { return "start tag '\(name)'" }
    var seen: Set<String> = []
    while take(" ") {
      let attribute = self.name()
      guard Self.attributes.contains(attribute), seen.insert(attribute).inserted else {
        return "attribute '\(attribute)'"
      }
      guard take("=\"") else { return "no quote" }
      while let byte = rest.first, byte != UInt8(ascii: "\"") {
        if let problem = character(byte, inValue: true) { return problem }
      }
      guard take("\"") else { return "an open value" }
    }
    guard take(">") else { return "no end of a tag" }
    if !Self.void.contains(name) { open.append(name) }
    return nil
  }

  private mutating func character(_ byte: UInt8, inValue: Bool) -> String? {
    rest.removeFirst()
    switch byte {
    case UInt8(ascii: "&"):
      return Self.references.contains { take($0) } ? nil : "a bare ampersand"
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      return "a bare \(Character(Unicode.Scalar(byte)))"
    case 0x09, 0x0A: return nil
    case 0..<0x20: return "a control character"
    default:
      let text = rest.prefix(2)
      return byte == 0xEF
        && (text.elementsEqual([0xBF, 0xBE]) || text.elementsEqual([0xBF, 0xBF]))
        ? "no character" : nil
    }
  }

  private mutating func name() -> String {
    let name = rest.prefix {
      0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-")
    }
    rest = rest[name.endIndex...]
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }
}
