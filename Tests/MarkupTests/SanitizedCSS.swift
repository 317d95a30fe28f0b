@testable import Markup

/// CSS and what the sanitizer makes of it; images load from one host only.
struct SanitizedCSS {
  let css: String
  let removals: [Removal]

  /// Sanitizes a style attribute's value.
  static func declarations(_ css: String, at offset: Int = 0) -> Self {
    declarations(bytes: Array(css.utf8), at: offset)
  }

  static func declarations(bytes: [UInt8], at offset: Int = 0) -> Self {
    var sanitizer = CSSSanitizer(images: imageAddress)
    let output = sanitizer.declarations(bytes, at: offset)
    return Self(css: String(decoding: output, as: UTF8.self), removals: sanitizer.removals)
  }

  /// Sanitizes the text of a `style` element.
  static func rules(_ css: String) -> Self { rules(bytes: Array(css.utf8)[...]) }

  static func rules(bytes: ArraySlice<UInt8>) -> Self {
    var sanitizer = CSSSanitizer(images: imageAddress)
    let output = sanitizer.styleSheet(bytes)
    return Self(css: String(decoding: output, as: UTF8.self), removals: sanitizer.removals)
  }

  private static func imageAddress(_ address: ArraySlice<UInt8>) -> [UInt8]? {
    let canonical = try? URLPolicy.canonical(address.span, for: .resource)
    return canonical.flatMap { $0.starts(with: "https://img.example/".utf8) ? $0 : nil }
  }

  // MARK: Invariants

  /// What is wrong with the output as CSS that stands in HTML; nil where nothing is.
  var problem: String? {
    var closers: [Character] = []
    var outside = ""
    var rest = Array(css.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      outside.unicodeScalars.append(scalar)
      switch scalar {
      case "'":
        if outside.hasSuffix("url('"), !rest.starts(with: "https://".unicodeScalars) {
          return "address"
        }
        guard Self.skipString(&rest) else { return "string" }
      case "\\":
        guard Self.skipEscape(&rest) else { return "escape" }
      case "(": closers.append(")")
      case "[": closers.append("]")
      case "{": closers.append("}")
      case ")", "]", "}":
        guard closers.popLast() == Character(scalar) else { return "balance" }
      default:
        guard Self.isAllowed(scalar) else { return "character \(scalar.value)" }
      }
    }
    return closers.isEmpty ? Self.threat(in: outside) : "unclosed"
  }

  /// What could load, run or cover something, given all that stands outside strings.
  private static func threat(in css: String) -> String? {
    let functions: Set<Substring> = [
      "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp", "linear-gradient", "url", "",
      "and", "not",
    ]
    for part in css.split(separator: "(", omittingEmptySubsequences: false).dropLast() {
      let tail = part.suffix(20)
      let isNamed = tail.last.map { $0.isLetter || $0 == "-" } ?? false
      let name = isNamed ? tail.split { !$0.isLetter && $0 != "-" }.last ?? "" : ""
      if !functions.contains(name) { return "function \(name)" }
    }
    for part in css.split(separator: "@", omittingEmptySubsequences: false).dropFirst()
    where !part.hasPrefix("media ") {
      return "at-rule"
    }
    for part in css.split(whereSeparator: { "{};!".contains($0) })
    where part.hasPrefix("position:") {
      let keywords = part.dropFirst("position:".count).split(separator: " ")
      if keywords.contains(where: { $0 != "static" && $0 != "relative" }) { return "position" }
    }
    return css.contains("/*") || css.replacing("url('", with: "").contains("url(") ? "url" : nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "\u{F0000}"..."\u{FFFFD}": true
    default: " -_#.,:;/%!*+@>~=^$|".unicodeScalars.contains(scalar)
    }
  }

  private static func skipString(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "'": return true
      case "\\": if !skipEscape(&rest) { return false }
      case "a"..."z", "A"..."Z", "0"..."9": break
      default: if !" -_.,:/+=%?#".unicodeScalars.contains(scalar) { return false }
      }
    }
    return false
  }

  /// Our escapes are hexadecimal digits and a space.
  private static func skipEscape(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = rest.prefix { $0.properties.isASCIIHexDigit }
    rest = rest.dropFirst(digits.count)
    return (1...6).contains(digits.count) && rest.popFirst() == " "
  }
}
