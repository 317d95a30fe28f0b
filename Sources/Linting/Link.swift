import Composing
import Diagnostics
import Markup
import Templating

/// A link of the body with what a reader sees of it.
struct Link {
  /// Its start tag.
  let token: HTMLToken
  /// Where it leads; nil without `href`.
  let address: Address?
  /// Its text, references decoded and each placeholder one `…`.
  let text: String
  /// Where the text stands, without white space around it; nil where there is none.
  let textRange: Range<Int>?
  /// The words on its images.
  let alternatives: String
}

extension Draft {
  /// The links of the body, in order.
  var links: [Link] {
    var reader = LinkReader(self)
    for token in markup.tokens { reader.read(token) }
    return reader.finished()
  }

  /// A stretch of the body as its readers see it: references decoded, each placeholder one `…`.
  func readable(_ range: Range<Int>, in place: CharacterReferences.Place) -> String {
    var bytes: [UInt8] = []
    var rest = body.text.bytes[range]
    for number in placeholders(within: range) {
      let placeholder = body.placeholders[number].range.clamped(to: range)
      bytes += CharacterReferences.decoded(rest[..<placeholder.lowerBound], in: place)
      bytes += Array("…".utf8)
      rest = rest[placeholder.upperBound...]
    }
    return String(decoding: bytes + CharacterReferences.decoded(rest, in: place), as: UTF8.self)
  }

  /// Whether a placeholder within a range may not stand there, which another rule says.
  func holdsRefused(_ range: Range<Int>) -> Bool {
    placeholders(within: range).contains { markup.contexts[$0].isRefused }
  }

  /// The numbers of the placeholders within a range, the first found by halving.
  private func placeholders(within range: Range<Int>) -> Range<Int> {
    let all = body.placeholders
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low &+ high) / 2
      if all[middle].range.upperBound <= range.lowerBound {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    return low..<low + all[low...].prefix { $0.range.lowerBound < range.upperBound }.count
  }
}

private struct LinkReader {
  private let draft: Draft
  private var addresses: ArraySlice<Address>
  private var links: [Link] = []
  private var open: (token: HTMLToken, address: Address?)?
  private var text = ""
  private var textRange: Range<Int>?
  private var alternatives = ""

  init(_ draft: Draft) {
    self.draft = draft
    addresses = draft.addresses.filter { $0.attribute == "href" }[...]
  }

  mutating func read(_ token: HTMLToken) {
    switch token.kind {
    case .startTag where token.name == "a" || token.name == "area":
      close()
      while let next = addresses.first, next.token.range.lowerBound < token.range.lowerBound {
        addresses = addresses.dropFirst()
      }
      let address = addresses.first
      open = (token, address?.token.range == token.range ? address : nil)
      if token.name == "area" { close() }
    case .startTag:
      guard open != nil, let alternative = token.attribute("alt")?.valueRange else { return }
      alternatives += draft.readable(alternative, in: .attribute) + " "
    case .endTag where token.name == "a": close()
    case .text where token.name.isEmpty && open != nil: read(text: token.range)
    default: return
    }
  }

  private mutating func read(text range: Range<Int>) {
    text += draft.readable(range, in: .text)
    let bytes = draft.body.text.bytes[range]
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return }
    textRange = (textRange?.lowerBound ?? first)..<last + 1
  }

  private mutating func close() {
    if let open {
      links.append(
        Link(
          token: open.token, address: open.address, text: text, textRange: textRange,
          alternatives: alternatives))
    }
    (open, text, textRange, alternatives) = (nil, "", nil, "")
  }

  mutating func finished() -> [Link] {
    close()
    return links
  }
}
