/// Goes through a text's tokens and keeps what the lists allow, with values as they will be printed.
struct MarkupPolicy {
  private(set) var input: SanitizerInput
  let mode: HTMLSanitizer.Mode
  let images: HTMLSanitizer.Images
  let prefixesNames: Bool

  var tags = OpenTags()
  var css: CSSSanitizer
  var removals = RemovalLog()
  private(set) var title: [UInt8] = []
  private(set) var styleSheets: [UInt8] = []
  private(set) var bodyAttributes: [(name: AttributeName, value: [UInt8])] = []
  /// The addresses of images in attributes that are kept.
  var imageAddresses: [[UInt8]] = []
  private var rootAttributes: [(name: AttributeName, value: [UInt8])] = []

  /// The element that is left out with its contents, and how many of its name are open.
  private var dropped: (name: MarkupName, depth: Int)?
  /// The tag whose style sheet comes next.
  private var styleTag: HTMLToken?
  /// Whether the next character does not count if it is a line end, as at the beginning of `pre`.
  private var skipsLineEnd = false

  init(_ input: SanitizerInput, sanitizer: HTMLSanitizer) {
    self.input = input
    mode = sanitizer.mode
    let images = sanitizer.images
    self.images = images
    prefixesNames = sanitizer.prefixesNames
    tags.reserve(for: input.bytes)
    css = CSSSanitizer(prefixesNames: prefixesNames) { images.address(Array($0)) }
  }

  /// Reads the whole text.
  mutating func run() {
    var tokenizer = HTMLTokenizer(input.bytes, atoms: [], audience: .browsers)
    // All tokens of a text would take many times its memory.
    tokenizer.batch = 128
    tokenizer.attributeLimit = SanitizerLimits.attributes &+ 1
    var goesOn = true
    while goesOn {
      goesOn = tokenizer.readOn()
      // An iterator would copy each token.
      for index in tokenizer.tokens.indices { read(tokenizer.tokens[index]) }
      tokenizer.tokens.removeAll(keepingCapacity: true)
    }
    bodyAttributes += rootAttributes.filter { root in
      !bodyAttributes.contains { $0.name == root.name }
    }
    tags.finish()
    // What follows needs the text's offsets alone.
    input.forgetText()
    for offset in tags.takenBack { remove(.element, "a", .misplaced, offset) }
    for removal in css.takeRemovals() {
      remove(removal.kind, removal.name, removal.reason, removal.offset)
    }
  }

  /// Notes a removal at an offset of the input.
  mutating func remove(
    _ kind: Removal.Kind, _ name: String, _ reason: Removal.Reason, _ offset: Int
  ) {
    removals.append(kind, name, reason, at: offset)
  }

  /// The removals, at offsets of what was given; the text goes.
  mutating func takeRemovals() -> [Removal] {
    defer { input = SanitizerInput([], atoms: []) }
    return removals.sorted(by: input)
  }

  /// The style sheets, once.
  mutating func takeStyleSheets() -> [UInt8] {
    defer { styleSheets = [] }
    return styleSheets
  }

  private mutating func read(_ token: HTMLToken) {
    if dropped != nil { return readDropped(token) }
    let isFirst = skipsLineEnd
    skipsLineEnd = false
    switch token.kind {
    case .text: readText(token, skippingLineEnd: isFirst)
    case .startTag: readStartTag(token)
    case .endTag: readEndTag(token)
    case .comment, .bogusComment, .doctype, .cdata, .conditionalStart, .conditionalEnd, .dropped:
      break
    }
  }

  /// Waits for the end tag of an element that is left out with its contents.
  private mutating func readDropped(_ token: HTMLToken) {
    guard let (name, depth) = dropped, token.name == name else { return }
    switch token.kind {
    case .startTag: dropped = (name, depth &+ 1)
    case .endTag: dropped = depth > 1 ? (name, depth &- 1) : nil
    default: break
    }
  }

  // MARK: Text

  private mutating func readText(_ token: HTMLToken, skippingLineEnd: Bool) {
    let text = input.bytes[token.contentRange]
    guard !token.name.isEmpty else { return appendText(text, isPlain: false, skippingLineEnd) }
    switch token.name {
    case "textarea": appendText(text, isPlain: false, skippingLineEnd)
    case "plaintext": appendText(text, isPlain: true, skippingLineEnd)
    case "title" where title.isEmpty && mode == .email:
      SourceValue.decode(text, in: .text, to: &title)
    case "style": readStyleSheet(text)
    // Scripts and the like, reported with their tags.
    default: break
    }
  }

  private mutating func appendText(
    _ text: ArraySlice<UInt8>, isPlain: Bool, _ skippingLineEnd: Bool
  ) {
    tags.text { content in
      let start = content.count
      if isPlain { content += text } else { SourceValue.decode(text, in: .text, to: &content) }
      guard skippingLineEnd, start < content.count, content[start] == 0x0A else { return }
      content.remove(at: start)
    }
  }

  private mutating func readStyleSheet(_ text: ArraySlice<UInt8>) {
    guard mode == .email, let tag = styleTag else { return }
    styleTag = nil
    guard text.count <= SanitizerLimits.styleSheet else {
      return remove(.element, "style", .limit, tag.range.lowerBound)
    }
    let sheet: [UInt8]
    if let value = tag.attribute("media")?.valueRange, !value.isEmpty {
      guard let media = Self.media(input.bytes[value]) else {
        return remove(.element, "style", .value, tag.range.lowerBound)
      }
      sheet = css.styleSheet(text, media: media)
    } else {
      sheet = css.styleSheet(text)
    }
    // No rule needs it, and it is all that could end the element.
    guard !sheet.contains(UInt8(ascii: "<")) else {
      return remove(.element, "style", .value, tag.range.lowerBound)
    }
    styleSheets += sheet
  }

  /// A condition as the `media` attribute holds it; nil for one that is more than words.
  private static func media(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let isPlain = value.allSatisfy {
      HTMLByte.isAlphanumeric($0) || " ,():-.".utf8.contains($0)
    }
    return isPlain ? value : nil
  }

  // MARK: Tags

  private mutating func readStartTag(_ tag: HTMLToken) {
    switch TagTreatment.of(tag.name) {
    case .keep(let element): keep(element, tag)
    case .unwrap(let reason): remove(.element, tag.name.text, reason, tag.range.lowerBound)
    case .replace, .title: break
    case .drop:
      remove(.element, tag.name.text, .active, tag.range.lowerBound)
      if !tag.isSelfClosing || tag.name != "svg" && tag.name != "math" { dropped = (tag.name, 1) }
    case .dropRawText: remove(.element, tag.name.text, .active, tag.range.lowerBound)
    case .root: readRoot(tag)
    case .body: readBody(tag)
    case .style:
      styleTag = tag
      if mode != .email { remove(.element, tag.name.text, .unknown, tag.range.lowerBound) }
    case .meta: readMeta(tag)
    }
  }

  private mutating func readEndTag(_ tag: HTMLToken) {
    styleTag = nil
    guard case .keep(let element) = TagTreatment.of(tag.name), mode.allows(element) else { return }
    if element == .br {
      // Browsers take the end tag for the element.
      _ = tags.start(.br, at: tag.range.lowerBound)
    } else if !element.isVoid {
      _ = tags.end(element)
    }
  }

  private mutating func keep(_ element: HTMLElement, _ tag: HTMLToken) {
    skipsLineEnd = element == .pre
    guard mode.allows(element) else {
      return remove(.element, tag.name.text, .unknown, tag.range.lowerBound)
    }
    readAttributes(of: tag, mode.attributes(of: element))
    switch tags.start(element, at: tag.range.lowerBound) {
    case nil: break
    case .misplaced: remove(.element, tag.name.text, .misplaced, tag.range.lowerBound)
    case .tooDeep: remove(.element, tag.name.text, .limit, tag.range.lowerBound)
    }
  }

  private mutating func readBody(_ tag: HTMLToken) {
    guard mode == .email else { return }
    readAttributes(of: tag, AttributeName.ofBody)
    for attribute in tags.takeAttributes()
    where !bodyAttributes.contains(where: { $0.name == attribute.name }) {
      bodyAttributes.append(attribute)
    }
  }

  /// Han characters look otherwise in another language, so the body gets what it does not say.
  private mutating func readRoot(_ tag: HTMLToken) {
    guard mode == .email, rootAttributes.isEmpty else { return }
    if let language = tag.attribute("lang") { keep(.lang, language) }
    if let direction = tag.attribute("dir") { keep(.dir, direction) }
    rootAttributes = tags.takeAttributes()
  }

  private mutating func readMeta(_ tag: HTMLToken) {
    guard let value = tag.attribute("http-equiv")?.valueRange else { return }
    let name = HTMLByte.name(input.bytes[value])
    guard !["content-type", "x-ua-compatible", "content-language"].contains(name) else { return }
    remove(.element, tag.name.text, .active, tag.range.lowerBound)
  }
}
