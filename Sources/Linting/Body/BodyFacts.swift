import Composing
import Diagnostics
import Markup
import Templating

/// What rules ask about a body again and again, found in one walk over its tokens.
public final class BodyFacts: Sendable {
  /// The template's body, whose ranges all of these are.
  let text: SourceText
  /// The body with letters in the place of placeholders.
  let bytes: [UInt8]
  /// The body's tokens.
  let tokens: [HTMLToken]
  /// The elements, in the order of their start tags.
  let elements: [BodyElement]
  /// The texts, in order.
  let texts: [BodyText]
  /// The style attributes and elements, in order.
  let styles: [BodyStyle]
  /// Whether the body is a part of a page, to be put into one: without document type, head and body.
  let isFragment: Bool
  private let placeholders: [Range<Int>]

  /// Reads the body of a template.
  init(_ draft: Draft) {
    text = draft.body.text
    bytes = draft.body.masked
    tokens = draft.markup.tokens
    placeholders = draft.body.placeholders.map(\.range)
    var reader = BodyReader(bytes, tokens)
    reader.read()
    elements = reader.elements
    texts = reader.texts
    styles = reader.styles
    isFragment = !tokens.contains { token in
      token.kind == .doctype
        || token.kind == .startTag && ["html", "head", "body"].contains(token.name)
    }
  }

  // MARK: Elements

  /// The start tag of an element.
  func tag(_ element: BodyElement) -> HTMLToken { tokens[element.token] }

  /// What an attribute says; nil where there is none, empty without a value.
  func value(_ name: MarkupName, of element: BodyElement) -> String? {
    guard let attribute = tag(element).attribute(name) else { return nil }
    guard let range = attribute.valueRange else { return "" }
    return WrittenText.decoded(bytes[range], isAttribute: true)
  }

  /// An attribute in lower case, without white space around it.
  func word(_ name: MarkupName, of element: BodyElement) -> String? {
    value(name, of: element).map { BlankText.trimmed($0).lowercased() }
  }

  /// The elements that stand in an element, as far as are looked at.
  func content(of number: Int) -> ArraySlice<BodyElement> {
    elements[(number + 1)..<max(number + 1, elements[number].end)].prefix(Self.textLimit)
  }

  /// The elements around an element, from the inside, as far as are looked at.
  func ancestors(of element: BodyElement) -> some Sequence<BodyElement> {
    sequence(first: element) { [elements] in $0.parent.map { elements[$0] } }
      .dropFirst().prefix(BodyReader.depthLimit)
  }

  /// What an element's style attribute says.
  func declarations(of element: BodyElement) -> [StyleSheet.Declaration] {
    element.style.map { styles[$0].sheet.declarations } ?? []
  }

  // MARK: Texts

  /// A text as readers see it.
  func string(_ text: BodyText) -> String {
    WrittenText.decoded(bytes[tokens[text.token].range], isAttribute: false)
  }

  /// The texts that browsers show between an element's tags, as far as are looked at.
  private func shownTexts(in number: Int) -> [BodyText] {
    let element = elements[number]
    let last = element.end < elements.count ? elements[element.end].token : tokens.count
    let first = texts.partition { $0.token > element.token }
    let behind = texts.partition { $0.token >= last }
    return texts[first..<max(first, behind)].prefix(Self.textLimit).filter { text in
      text.audience.contains(.browsers)
        && text.parent.map { $0 >= number && $0 < element.end } ?? false
    }
  }

  /// The most texts and elements that are looked at in one element, so that nesting costs little.
  private static let textLimit = 256

  /// What browsers show between an element's tags, or the beginning of it.
  func string(in number: Int) -> String { shownTexts(in: number).map(string).joined() }

  /// Where a text stands, without white space at its ends.
  func trimmedRange(of text: BodyText) -> Range<Int> {
    let range = tokens[text.token].range
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = bytes[range].firstIndex(where: { !isBlank($0) }),
      let last = bytes[range].lastIndex(where: { !isBlank($0) })
    else { return range }
    return first..<(last + 1)
  }

  /// From the first to the last text that browsers show in an element.
  func textRange(in number: Int) -> Range<Int> {
    let shown = shownTexts(in: number).filter { !BlankText.isBlank(string($0)) }
    guard let first = shown.first, let last = shown.last else { return tag(elements[number]).range }
    return trimmedRange(of: first).lowerBound..<trimmedRange(of: last).upperBound
  }

  // MARK: Placeholders

  /// Whether a placeholder stands in or touches a range.
  func touchesPlaceholder(_ range: Range<Int>) -> Bool {
    let first = placeholders.partition { $0.upperBound >= range.lowerBound }
    return first < placeholders.count && placeholders[first].lowerBound <= range.upperBound
  }

  /// The place of a range in the template's file.
  func location(of range: Range<Int>) -> Location { text.location(of: range) }
}

extension Array {
  /// The number of the first element of which something holds that holds of all behind it.
  fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
