/// What sanitizing made of a text.
public struct Sanitized: Sendable, Hashable {
  /// The text: contents of an element or, in e-mail mode, of a body, at most one `<style>` first.
  public let html: SanitizedHTML
  /// The attributes of the mail's body as they stand in a tag, with a space before each; language
  /// and direction are those of the whole mail where the body has none.
  public let bodyAttributes: SanitizedHTML
  /// The mail's title as text of HTML; nil where it has none.
  public let title: SanitizedHTML?
  /// The addresses of images that are loaded from elsewhere, each once; one with a placeholder ends
  /// before it.
  public let images: [String]
  /// What was left out, in the order of the text; at most 10,000.
  public let removals: [Removal]
  /// How many characters that turn the direction of text are kept; strict mode keeps none.
  public let bidiControls: Int
  /// Whether something was left out because there was too much of it.
  public let isOverLimit: Bool

  init(
    html: SanitizedHTML, bodyAttributes: SanitizedHTML = SanitizedHTML([]),
    title: SanitizedHTML? = nil, images: [String] = [], removals: [Removal] = [],
    bidiControls: Int = 0,
    isOverLimit: Bool
  ) {
    self.html = html
    self.bodyAttributes = bodyAttributes
    self.title = title
    self.images = images
    self.removals = removals
    self.bidiControls = bidiControls
    self.isOverLimit = isOverLimit
  }
}

extension Sanitized {
  /// Nothing at all, since there was too much.
  init(isOverLimit: Bool) {
    self.init(
      html: SanitizedHTML([]), removals: [Removal(.element, "", .limit, at: 0)],
      isOverLimit: isOverLimit)
  }

  /// Characters that are no markup.
  init(text: [UInt8]) {
    var writer = MarkupWriter()
    writer.keepsBidiControls = false
    writer.text(text[...])
    self.init(html: SanitizedHTML(writer.bytes), isOverLimit: false)
  }
}

extension MarkupPolicy {
  /// Balances and prints what was kept; the bare text if libxml2 did not see all of it.
  mutating func finish() -> Sanitized {
    // Printing takes most memory, so all that was read goes before.
    let removals = takeRemovals()
    var beginning = MarkupWriter()
    beginning.keepsBidiControls = mode == .email
    if !styleSheets.isEmpty { beginning.styleSheet(takeStyleSheets()) }
    var serializer = StrictSerializer(tags.markup, mode: mode, behind: beginning)
    let isWhole = BracketBalancer.balance(tags.markup) { serializer.take($0) }
    let printed = isWhole ? serializer.finish() : nil
    let writer = printed ?? bareText(behind: beginning)
    var body = MarkupWriter()
    for attribute in bodyAttributes { body.attribute(attribute.name, attribute.value[...]) }
    var title = MarkupWriter()
    title.text(self.title[...])
    return Sanitized(
      html: SanitizedHTML(writer.bytes), bodyAttributes: SanitizedHTML(body.bytes),
      title: title.bytes.isEmpty ? nil : SanitizedHTML(title.bytes), images: remoteImages,
      removals: removals, bidiControls: writer.bidiControls,
      isOverLimit: self.removals.isOverLimit || printed == nil)
  }

  private var remoteImages: [String] {
    var known: Set<String> = []
    return (imageAddresses + css.images).compactMap { address in
      let fixed = SanitizedHTML(address).pieces.first
      guard case .text(let bytes)? = fixed, bytes.starts(with: "https:".utf8) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      return known.insert(text).inserted ? text : nil
    }
  }

  private func bareText(behind beginning: MarkupWriter) -> MarkupWriter {
    var writer = beginning
    var reader = MarkupReader(tags.markup)
    while let item = reader.next() {
      if case .text(let range) = item { writer.text(tags.markup.content[range]) }
    }
    return writer
  }
}
