import Composing
import Markup

/// Makes values tell nothing about a person while the mail keeps its shape.
struct ValueMask {
  private enum Kind {
    /// Characters, plain or with references.
    case title, text
    /// Percent-encoded, in an address.
    case address
    /// Colours, sizes and the like, which a layout needs.
    case kept
    /// Markup of a complete request.
    case dots
  }

  private let kind: Kind

  /// The mask of a slot's values.
  init(of draft: Draft, _ slot: Int) {
    kind =
      switch draft.plan.slots[slot].escaping {
      case .title: .title
      case .html: .text
      case .typed, .css: .kept
      case .address, .host, .url, .contact: .address
      case .rich, .final: .dots
      }
  }

  /// A value as a stranger may see it: the first letter and the marks between words stay.
  func masked(_ value: ArraySlice<UInt8>) -> [UInt8] {
    switch kind {
    case .kept: Array(value)
    case .dots: Array("•••".utf8)
    case .title: Array(Self.masked(String(decoding: value, as: UTF8.self)).utf8)
    case .text: HTMLEscaper.escaped(Array(Self.masked(PlainText.decoded(value)).utf8))
    case .address: Self.maskedAddress(value)
    }
  }

  private static func masked(_ text: String) -> String {
    var isFirst = true
    return String(
      text.map { character -> Character in
        guard character.isLetter || character.isNumber || !character.isASCII else {
          return character
        }
        defer { isFirst = false }
        return isFirst ? character : "•"
      })
  }

  /// Keeps the scheme and the host of a whole address; all else is one length.
  private static func maskedAddress(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: value, as: UTF8.self)
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      return value.isEmpty ? [] : Array("masked".utf8)
    }
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return Array((parts.prefix(3) + ["masked"]).joined(separator: "/").utf8)
  }
}
