import Composing
import Diagnostics
import Markup
import Templating

/// An address in the body, read as mail programs read it.
struct Address {
  /// The tag or text that holds it.
  let token: HTMLToken
  /// The attribute that holds it; empty for `url()` in styles.
  let attribute: MarkupName
  /// Where it is written.
  let range: Range<Int>
  /// Its characters, references decoded and each placeholder one `Address.placeholder`.
  let written: [UInt8]

  /// Stands for a placeholder, since no text holds this byte.
  static let placeholder: UInt8 = 0xFF

  /// The attributes whose values are addresses.
  static let attributes: Set<MarkupName> = [
    "href", "src", "background", "action", "formaction", "poster", "data", "cite", "xlink:href",
  ]

  /// As browsers open it: no white space around it, and no tabs or line breaks in it.
  var bytes: [UInt8] {
    let plain = written.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let start = plain.drop { $0 <= 0x20 }
    return Array(start[..<(start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex)])
  }

  /// The scheme in lower case, where the address begins with one.
  var scheme: String? { Self.scheme(of: bytes[...]) }

  /// The scheme that is left where placeholders have no value.
  var schemeWithoutValues: String? { Self.scheme(of: bytes.filter { $0 != Self.placeholder }[...]) }

  private static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
      bytes[bytes.startIndex].isLetter,
      bytes[..<colon].allSatisfy({ $0.isLetterOrDigit || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
  }

  /// The address as reports show it.
  var text: String {
    String(
      decoding: bytes.flatMap { $0 == Self.placeholder ? Array("…".utf8) : [$0] }, as: UTF8.self)
  }

  /// Whether it leads to a place on the web: http, https, or `//`.
  var isOfWeb: Bool { authority != nil }

  /// User, host and port as written, of an address with `//`.
  var authority: ArraySlice<UInt8>? {
    let bytes = bytes
    var rest = bytes[...]
    switch scheme {
    case "http", "https": rest = bytes[((bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1)...]
    case nil: break
    default: return nil
    }
    guard rest.starts(with: "//".utf8) else { return nil }
    return rest.dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
  }

  /// The host in lower case; nil where there is none or a placeholder is part of it.
  var host: String? {
    guard var host = authority, !host.contains(Self.placeholder) else { return nil }
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if host.first == UInt8(ascii: "[") {
      host = host[...(host.firstIndex(of: UInt8(ascii: "]")) ?? host.endIndex - 1)]
    } else {
      host = host.prefix { $0 != UInt8(ascii: ":") }
    }
    let name = String(decoding: host, as: UTF8.self).lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}

extension Draft {
  /// The addresses in attributes and styles, in order, those for Outlook alone included.
  var addresses: [Address] {
    var reader = AddressReader(self)
    for token in markup.tokens { reader.read(token) }
    return reader.addresses
  }
}

private struct AddressReader {
  private let bytes: [UInt8]
  private let holes: [Range<Int>]
  private var next = 0
  private(set) var addresses: [Address] = []

  init(_ draft: Draft) {
    bytes = draft.body.text.bytes
    holes = draft.body.segments.compactMap { segment in
      switch segment {
      case .placeholder, .damaged: draft.body.range(of: segment)
      case .text, .literal: nil
      }
    }
  }

  mutating func read(_ token: HTMLToken) {
    if token.kind == .startTag {
      for attribute in token.attributes {
        guard let value = attribute.valueRange else { continue }
        if Address.attributes.contains(attribute.name) {
          append(token, attribute.name, value)
        } else if attribute.name == "style" {
          readStyles(token, value)
        }
      }
    } else if token.kind == .text, token.name == "style" {
      readStyles(token, token.range)
    }
  }

  private mutating func readStyles(_ token: HTMLToken, _ range: Range<Int>) {
    var place = range.lowerBound
    while let start = bytes[place..<range.upperBound].firstOffset(of: Array("url(".utf8)) {
      var from = start + 4
      while from < range.upperBound, bytes[from] <= 0x20 { from += 1 }
      var end: UInt8 = UInt8(ascii: ")")
      if from < range.upperBound, bytes[from] == 0x22 || bytes[from] == 0x27 {
        end = bytes[from]
        from += 1
      }
      let to = bytes[from..<range.upperBound].firstIndex(of: end) ?? range.upperBound
      append(token, "", from..<to)
      place = max(to, start + 4)
    }
  }

  private mutating func append(_ token: HTMLToken, _ attribute: MarkupName, _ range: Range<Int>) {
    while next < holes.count, holes[next].upperBound <= range.lowerBound { next += 1 }
    var written: [UInt8] = []
    var place = range.lowerBound
    for hole in holes[next...].prefix(while: { $0.lowerBound < range.upperBound }) {
      written += bytes[place..<max(place, hole.lowerBound)]
      written.append(Address.placeholder)
      place = min(range.upperBound, hole.upperBound)
    }
    written += bytes[place..<range.upperBound]
    if !attribute.isEmpty { written = CharacterReferences.decoded(written[...], in: .attribute) }
    addresses.append(Address(token: token, attribute: attribute, range: range, written: written))
  }
}
