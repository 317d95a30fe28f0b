/// Cuts a template into tokens by the HTML Standard's tokenizer states (§13.2.5), over bytes.
///
/// Placeholders are opaque units that every state takes for an ordinary character. Conditional
/// blocks are tokenized in place: the cursor's limit moves to their end, so nothing nests. Time
/// is linear in the length of the text.
struct HTMLTokenizer {
  /// How the text up to the next end tag is read.
  enum ContentModel: Sendable, Hashable {
    case data
    case rcdata
    case rawText
    case scriptData
    case plaintext
    case cdata
  }

  /// For whom the text is read.
  enum Audience: Sendable, Hashable {
    /// The tokenizer alone: no elements, no conditional comments.
    case nobody
    /// Browsers, to which conditional comments are comments; surroundings are not looked at.
    case browsers
    /// Outlook as well.
    case everybody
  }

  /// A hidden conditional block that the cursor is in.
  struct HiddenBlock {
    let expression: Range<Int>
    /// The closing mark, where the outer text goes on.
    let endMark: Range<Int>
    let outerLimit: Int
  }

  /// A revealed conditional block that the cursor is in.
  struct RevealedBlock {
    let expression: Range<Int>
    /// Whether the condition excludes, which in mail means Outlook.
    let isNegated: Bool
  }

  let bytes: [UInt8]
  let atoms: [Range<Int>]
  let audience: Audience

  var position = 0
  var limit: Int
  private(set) var atomIndex = 0
  private(set) var nextAtom: Int

  var tokens: [HTMLToken] = []
  /// How many tokens are made before whoever reads them gets a turn.
  var batch = Int.max
  /// How many attributes of a tag are kept; those beyond are passed over.
  var attributeLimit = Int.max
  var model = ContentModel.data
  /// The element whose raw text is being read.
  var rawElement: MarkupName = ""
  /// The open elements as browsers see them.
  var inBrowsers = OpenElements()
  /// The open elements with hidden blocks and without those for browsers alone.
  var inOutlook = OpenElements()
  var hidden: HiddenBlock?
  var revealed: [RevealedBlock] = []
  var negatedCount = 0

  init(_ bytes: [UInt8], atoms: [Range<Int>], audience: Audience = .everybody) {
    self.bytes = bytes
    self.atoms = atoms
    self.audience = audience
    limit = bytes.count
    nextAtom = atoms.first?.lowerBound ?? Int.max
  }

  /// Reads the whole text.
  mutating func run() { while readOn() {} }

  /// Reads on, in data until a batch of tokens is there; false at the text's end.
  ///
  /// Whoever has read the tokens may take them away.
  mutating func readOn() -> Bool {
    switch model {
    case .data: readData()
    case .rcdata, .rawText: readRawText()
    case .scriptData: readScript()
    case .plaintext: readPlaintext()
    case .cdata: readCDATA(from: position)
    }
    guard position >= limit else { return true }
    guard hidden != nil else { return false }
    leaveHiddenBlock()
    return true
  }

  /// Reads text and markup until the content model changes or the text ends.
  private mutating func readData() {
    var start = position
    while let byte = current {
      guard byte == UInt8(ascii: "<") else {
        advance()
        continue
      }
      let next = lookahead(1)
      guard let next, opensMarkup(next) else {
        advance()
        continue
      }
      if next == UInt8(ascii: "/"), lookahead(2) == nil {
        position = limit
        continue
      }
      emitText(from: start)
      readMarkup(next)
      start = position
      if model != .data || position >= limit || tokens.count >= batch { return }
    }
    emitText(from: start)
  }

  private func opensMarkup(_ byte: UInt8) -> Bool {
    HTMLByte.isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  private mutating func readMarkup(_ next: UInt8) {
    switch next {
    case UInt8(ascii: "/"): readEndTagOpen()
    case UInt8(ascii: "!"): readDeclaration()
    case UInt8(ascii: "?"): readBogusComment(contentFrom: position &+ 1)
    default: readTag(.startTag, nameFrom: position &+ 1)
    }
  }

  // MARK: Cursor

  /// The byte under the cursor, `HTMLByte.atom` for a placeholder, nil at the end.
  var current: UInt8? {
    guard position < limit else { return nil }
    return position == nextAtom ? HTMLByte.atom : bytes[position]
  }

  /// The byte that many places on; nothing behind the next placeholder's start is looked at.
  func lookahead(_ distance: Int) -> UInt8? {
    let place = position &+ distance
    guard place < limit else { return nil }
    return place >= nextAtom ? HTMLByte.atom : bytes[place]
  }

  /// Steps over one byte or one placeholder.
  mutating func advance() {
    guard position == nextAtom else {
      position &+= 1
      return
    }
    position = max(position, atoms[atomIndex].upperBound)
    seek(to: position, atomIndex: atomIndex &+ 1)
  }

  /// Goes on at another place, given the number of a placeholder that is not behind it.
  mutating func seek(to place: Int, atomIndex index: Int) {
    position = place
    atomIndex = index
    while atomIndex < atoms.count, atoms[atomIndex].lowerBound < place { atomIndex &+= 1 }
    nextAtom = atomIndex < atoms.count ? atoms[atomIndex].lowerBound : Int.max
  }

  /// Whether lower-case ASCII text stands that many places on, in any case of letters.
  func matches(_ text: some Collection<UInt8>, at distance: Int = 0) -> Bool {
    let start = position &+ distance
    let end = start &+ text.count
    guard end <= limit, end <= nextAtom else { return false }
    return zip(bytes[start..<end], text).allSatisfy { HTMLByte.lowered($0) == $1 }
  }

  // MARK: Tokens

  /// Emits what lies between `start` and the cursor as text, if it is anything.
  mutating func emitText(from start: Int) {
    guard start < position else { return }
    let name = model == .data ? Self.noName : rawElement
    emit(
      HTMLToken(
        .text, start..<position, content: start..<position, name: name,
        conditional: conditional, surroundings: surroundings))
  }

  mutating func emit(_ token: HTMLToken) { tokens.append(token) }

  /// The innermost conditional block around the cursor.
  var conditional: ConditionalBlock? {
    if let hidden { return .hidden(expression: hidden.expression) }
    return revealed.last.map { .revealed(expression: $0.expression) }
  }

  private static let noName: MarkupName = ""

  // MARK: Elements, as those see them who see the place under the cursor

  /// Why no text may stand here because of the elements around it.
  var surroundings: Refusal? {
    guard audience == .everybody else { return nil }
    return hidden == nil ? inBrowsers.refusal : inOutlook.refusal
  }

  /// Whether `<![CDATA[` opens a section here.
  var allowsCDATA: Bool { hidden == nil ? inBrowsers.allowsCDATA : inOutlook.allowsCDATA }

  /// Whether a start tag's element will be SVG or MathML.
  func isForeign(after tag: HTMLToken) -> Bool {
    hidden == nil ? inBrowsers.isForeign(after: tag) : inOutlook.isForeign(after: tag)
  }
}
