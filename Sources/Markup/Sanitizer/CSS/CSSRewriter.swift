/// Reads CSS once and writes what is allowed of it, in one spelling.
///
/// What a declaration or a rule wrote is taken back where its end proves it bad. Nothing is read
/// twice and nothing recurses deeper than `maximalDepth`, so that every input takes linear time.
struct CSSRewriter {
  /// A part of the text that is left out.
  struct Refusal: Error {
    let reason: Removal.Reason
  }

  /// How deep functions and groups stand in one another.
  static let maximalDepth = 8

  /// The printable address of an image, nil where none is to be loaded.
  let imageAddress: (ArraySlice<UInt8>) -> [UInt8]?
  /// Whether names in selectors get a prefix.
  let prefixesNames: Bool
  private(set) var tokenizer: CSSTokenizer
  /// The token under the cursor.
  private(set) var token: CSSToken
  /// The marks that would close what is open before the cursor, outermost first.
  private(set) var closers: [UInt8] = []
  var output: [UInt8] = []
  /// What was left out, at offsets of this text.
  private(set) var removals: [Removal] = []
  /// The addresses of images that were written, and perhaps taken back.
  var images: [[UInt8]] = []

  init(
    _ css: [UInt8], prefixesNames: Bool = false,
    imageAddress: @escaping (ArraySlice<UInt8>) -> [UInt8]?
  ) {
    self.imageAddress = imageAddress
    self.prefixesNames = prefixesNames
    tokenizer = CSSTokenizer(css)
    token = tokenizer.next()
    output.reserveCapacity(css.count)
  }

  // MARK: Cursor

  /// How many brackets are open before the cursor.
  var depth: Int { closers.count }

  /// How many tokens were read.
  var tokenCount: Int { tokenizer.count }

  var isOverLimit: Bool { tokenizer.isOverLimit }

  /// Steps over a token and keeps count of brackets; one that closes nothing is a token like others.
  mutating func advance() {
    if let closer = token.closer {
      closers.append(closer)
    } else if token.kind == .mark, token.mark == closers.last {
      closers.removeLast()
    }
    token = tokenizer.next()
  }

  /// Whether the token ends the block of that depth, or the text.
  func isBlockEnd(_ depth: Int) -> Bool {
    token.kind == .end || depth > 0 && closers.count == depth && token.isMark("}")
  }

  /// Steps over the rest of a declaration or an at-rule: up to its `;`, its block or the block around it.
  mutating func skipItem(at depth: Int) {
    while !isBlockEnd(depth) {
      let isLast =
        closers.count == depth && token.isMark(";")
        || closers.count == depth &+ 1 && token.isMark("}") && closers.last == UInt8(ascii: "}")
      advance()
      if isLast { return }
    }
  }

  /// Whether the token ends an item of the list before a block; `;` ends it for at-rules alone.
  func isListItemEnd(_ depth: Int, ofAtRule isAtRule: Bool) -> Bool {
    isBlockEnd(depth)
      || closers.count == depth
        && (token.isMark(",") || token.isMark("{") || isAtRule && token.isMark(";"))
  }

  // MARK: Taking back

  /// A state of what was written and reported.
  struct Mark {
    let output: Int
    let removals: Int
  }

  var mark: Mark { Mark(output: output.count, removals: removals.count) }

  /// Takes back all since a mark and reports one removal in its stead.
  mutating func replace(
    since mark: Mark, with kind: Removal.Kind, _ name: String, _ reason: Removal.Reason,
    at offset: Int
  ) {
    output.removeLast(output.count &- mark.output)
    removals.removeLast(removals.count &- mark.removals)
    remove(kind, name, reason, at: offset)
  }

  mutating func remove(
    _ kind: Removal.Kind, _ name: String, _ reason: Removal.Reason, at offset: Int
  ) {
    guard removals.count < SanitizerLimits.removals else { return }
    removals.append(Removal(kind, name, reason, at: offset))
  }
}
