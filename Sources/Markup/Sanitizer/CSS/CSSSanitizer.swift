/// Keeps of CSS what can neither run nor load nor cover anything, in one spelling.
///
/// Whatever the input, the output holds no `<`, `&` or `"` and no backslash but of our own escapes, so
/// that it ends neither a quoted attribute nor a `style` element. Sanitizing it again changes nothing.
struct CSSSanitizer {
  /// The most bytes of a style sheet.
  static let styleSheetLimit = 256 << 10
  /// The most bytes of a style attribute.
  static let attributeLimit = 32 << 10
  private static let memoryLimit = 256 << 10

  /// What a style attribute comes to.
  private struct Outcome {
    let css: [UInt8]
    let removals: [Removal]
  }

  /// A style attribute's value, hashed a word at a time.
  private struct Source: Hashable {
    let css: [UInt8]

    func hash(into hasher: inout Hasher) {
      var word: UInt64 = 0
      for index in css.indices {
        word = word &<< 8 | UInt64(css[index])
        if index & 7 == 7 { hasher.combine(word) }
      }
      hasher.combine(word)
      hasher.combine(css.count)
    }
  }

  private let imageAddress: (ArraySlice<UInt8>) -> [UInt8]?
  private let prefixesNames: Bool
  /// Mails repeat a few dozen style attributes over and over.
  private var outcomes: [Source: Outcome] = [:]
  /// How many bytes of attributes and of what became of them are remembered.
  private var remembered = 0
  /// What was left out so far, in the order of calls.
  private(set) var removals: [Removal] = []
  /// The addresses of images that are kept; some may be left over from what was taken back.
  private(set) var images: [[UInt8]] = []

  /// What was left out, up to the limit of all that is told; forgets it.
  mutating func takeRemovals() -> [Removal] {
    defer { removals = [] }
    return removals
  }

  /// Takes what decides on images: the printable address of one that may be loaded, else nil.
  ///
  /// - Parameters:
  ///   - prefixesNames: whether names in selectors get a prefix.
  ///   - images: decides on images.
  init(prefixesNames: Bool = false, images: @escaping (ArraySlice<UInt8>) -> [UInt8]?) {
    self.prefixesNames = prefixesNames
    imageAddress = images
  }

  /// The allowed declarations of a style attribute's decoded value, without a last `;`.
  ///
  /// - Parameters:
  ///   - css: the value.
  ///   - offset: where the attribute begins, for removals.
  /// - Returns: declarations, or nothing where none is left.
  mutating func declarations(_ css: [UInt8], at offset: Int) -> [UInt8] {
    let source = Source(css: css)
    let outcome: Outcome
    if let known = outcomes[source] {
      outcome = known
    } else {
      outcome = rewrittenAttribute(css)
      remember(outcome, of: source)
    }
    for removal in outcome.removals {
      remove(removal.kind, removal.name, removal.reason, at: offset)
    }
    return outcome.css
  }

  private mutating func remember(_ outcome: Outcome, of source: Source) {
    let size =
      source.css.count &+ outcome.css.count
      &+ outcome.removals.count &* MemoryLayout<Removal>.stride
    guard remembered &+ size <= Self.memoryLimit else { return }
    remembered &+= size
    outcomes[source] = outcome
  }

  private mutating func remove(
    _ kind: Removal.Kind, _ name: String, _ reason: Removal.Reason, at offset: Int
  ) {
    guard removals.count < SanitizerLimits.removals else { return }
    removals.append(Removal(kind, name, reason, at: offset))
  }

  private mutating func rewrittenAttribute(_ css: [UInt8]) -> Outcome {
    var rewriter = CSSRewriter(css, imageAddress: imageAddress)
    let isShort = css.count <= Self.attributeLimit
    if isShort { rewriter.readDeclarations(at: 0) }
    guard isShort, !rewriter.isOverLimit, Self.isFitting(rewriter.output, for: css) else {
      return Outcome(css: [], removals: [Removal(.declaration, "style", .limit, at: 0)])
    }
    images += rewriter.images
    return Outcome(css: rewriter.output, removals: rewriter.removals)
  }

  /// Whether CSS has grown no more than names in other letters make it, which escapes are longer than.
  private static func isFitting(_ output: [UInt8], for css: some Collection<UInt8>) -> Bool {
    output.count <= 2 &* css.count &+ 1024
  }

  /// The allowed rules of a style sheet.
  ///
  /// - Parameters:
  ///   - css: the text of a `style` element; its indices are where it stands, for removals.
  ///   - media: the condition under which it holds; nil for none.
  /// - Returns: rules, or nothing where none is left.
  mutating func styleSheet(
    _ css: ArraySlice<UInt8>, media: ArraySlice<UInt8>? = nil
  ) -> [UInt8] {
    guard css.count <= Self.styleSheetLimit else { return refuseStyleSheet(at: css.startIndex) }
    var condition: [UInt8] = []
    if let media {
      guard let queries = readCondition(media, at: css.startIndex) else { return [] }
      condition = queries
    }
    var rewriter = CSSRewriter(
      Array(css), prefixesNames: prefixesNames, imageAddress: imageAddress)
    rewriter.readRules(at: 0, nesting: media == nil ? 0 : 1)
    guard !rewriter.isOverLimit, Self.isFitting(rewriter.output, for: css) else {
      return refuseStyleSheet(at: css.startIndex)
    }
    images += rewriter.images
    for removal in rewriter.removals {
      remove(removal.kind, removal.name, removal.reason, at: css.startIndex &+ removal.offset)
    }
    guard media != nil, !rewriter.output.isEmpty else { return rewriter.output }
    // Put around what is printed, so that nothing in the sheet can end it.
    return Array("@media ".utf8) + condition + Array("{".utf8) + rewriter.output + Array("}".utf8)
  }

  /// The media queries that stay of a condition; nil where none does.
  private mutating func readCondition(_ media: ArraySlice<UInt8>, at offset: Int) -> [UInt8]? {
    var rewriter = CSSRewriter(Array(media) + Array("{".utf8), imageAddress: imageAddress)
    let isKept = rewriter.readMediaQueries(at: 0)
    for removal in rewriter.removals {
      remove(removal.kind, removal.name, removal.reason, at: offset)
    }
    return isKept ? rewriter.output : nil
  }

  private mutating func refuseStyleSheet(at offset: Int) -> [UInt8] {
    remove(.rule, "style", .limit, at: offset)
    return []
  }
}
