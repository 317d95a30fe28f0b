import Composing
import Diagnostics
import Markup
import Recipients
import Templating

/// A stretch of a body as previews show it.
enum PreviewPiece: Sendable {
  /// Sanitized bytes of the mail, or a mark for what is damaged or stands where no value may.
  case text([UInt8])
  /// Where the service puts its notice on how to unsubscribe; in text an element may stand there.
  case standIn(isInText: Bool)
  /// The value of a slot, for the use of that number.
  case slot(Int, use: Int)
}

/// The body of previews: sanitized once, then dumb substitution of values that composing escaped,
/// and marks where a draft has nothing to insert.
struct PreviewBody {
  let draft: Draft
  let labels: Labels
  /// The body of everybody's mail.
  let pieces: [PreviewPiece]
  /// The addresses of images that are the same for everybody, and the beginnings of others.
  let images: [String]
  /// The texts among the pieces, escaped for the attribute that pages keep a mail in.
  private let escaped: [[UInt8]]
  private let sanitizer: HTMLSanitizer
  /// Whether values may be markup, so that each mail has to be sanitized by itself.
  let isPersonal: Bool
  /// The text that lists of mails show, where only values differ in it.
  private var opening: OpeningText?

  /// About how many bytes the escaped mail of a person has.
  let size: Int

  /// Sanitizes a body.
  ///
  /// - Parameters:
  ///   - draft: the template.
  ///   - labels: the texts of marks.
  ///   - images: which images from elsewhere are shown.
  ///   - areValuesFinal: whether values may be markup; by default those of complete requests.
  init(
    draft: Draft, labels: Labels, images: HTMLSanitizer.Images, areValuesFinal: Bool? = nil
  ) {
    self.draft = draft
    self.labels = labels
    isPersonal = (areValuesFinal ?? draft.hasFinalValues) && !draft.plan.slots.isEmpty
    sanitizer = HTMLSanitizer(mode: .email, images: images)
    let skeleton = draft.hasOneMailForAll ? Self.settled(draft) : draft.skeleton
    let sanitized = sanitizer.sanitize(skeleton.bytes, atoms: skeleton.ranges)
    self.images = sanitized.images
    pieces = Self.pieces(of: sanitized, skeleton, draft)
    escaped = pieces.map { piece in
      guard case .text(let bytes) = piece else { return [] }
      return HTMLEscaper.escapedForPage(bytes)
    }
    size = escaped.reduce(pieces.count * 64) { $0 + $1.count }
    opening = nil
    guard !isPersonal else { return }
    let first = Array(pieces.prefix(Self.opening(of: pieces)))
    let marked = html(of: first, []) { OpeningText.mark($0)[...] }
    opening = OpeningText(marked, slots: draft.plan.slots.count)
  }

  /// The body of one mail for all, which has its values in it as the request has.
  private static func settled(_ draft: Draft) -> Skeleton {
    var problems: [ValueProblem] = []
    let nobody = Row.nobody(parameters: draft.parameterNames.count)
    let values = draft.mail(for: nobody, problems: &problems).values
    return draft.skeleton.settled(values, problems: problems)
  }

  /// The most characters that lists of mails show of a mail.
  private static let preheaderLimit = 140

  /// How many pieces have the text that lists of mails show, whatever the values are.
  private static func opening(of pieces: [PreviewPiece]) -> Int {
    var count = 4
    while count < pieces.count {
      var html: [UInt8] = []
      for case .text(let bytes) in pieces.prefix(count) { html += bytes }
      // Twice as many, since a value may join characters with its neighbours.
      let wanted = preheaderLimit * 2
      if PlainText.beginning(of: html, characters: wanted).count == wanted { return count }
      count *= 2
    }
    return pieces.count
  }

  /// The text that mail programs show behind the subject.
  func preheader(_ mail: Mail, problems: [ValueProblem]) -> String {
    guard let opening else {
      return PlainText.beginning(
        of: html(mail, problems: problems), characters: Self.preheaderLimit)
    }
    let refused = Set(problems.map(\.slot))
    return opening.beginning(characters: Self.preheaderLimit) { slot in
      guard refused.contains(slot) else { return PlainText.decoded(mail.values[slot]) }
      let parameter = draft.plan.slots[slot].parameter
      return Self.name(ofParameter: parameter, draft)
    }
  }

  /// The body of one person's mail.
  func pieces(_ mail: Mail, problems: [ValueProblem]) -> [PreviewPiece] {
    guard isPersonal else { return pieces }
    let settled = draft.skeleton.settled(mail.values, problems: problems)
    var sanitized = sanitizer.sanitize(settled.bytes, atoms: settled.ranges)
    // What a value brought is not the same for everybody.
    if sanitizer.images == .fixed, !Set(sanitized.images).isSubset(of: images) {
      sanitized = HTMLSanitizer(mode: .email).sanitize(settled.bytes, atoms: settled.ranges)
    }
    return Self.pieces(of: sanitized, settled, draft)
  }

  // MARK: Pieces

  private static func pieces(
    of sanitized: Sanitized, _ skeleton: Skeleton, _ draft: Draft
  ) -> [PreviewPiece] {
    let parts =
      [.text(Array("<body".utf8))] + sanitized.bodyAttributes.pieces + [.text([0x3E])]
      + sanitized.html.pieces
    var pieces: [PreviewPiece] = []
    var text: [UInt8] = []
    for part in parts {
      let piece =
        switch part {
        case .text(let bytes): PreviewPiece.text(bytes)
        case .atom(let number): piece(skeleton.atoms[number], draft)
        }
      if case .text(let bytes) = piece {
        text += bytes
      } else {
        pieces += [.text(text), piece]
        text = []
      }
    }
    return pieces + [.text(text)]
  }

  private static func piece(_ atom: Skeleton.Atom, _ draft: Draft) -> PreviewPiece {
    switch atom {
    case .slot(let slot, let use):
      // No value is safe there; it is an error, and drafts alone get here.
      let isRefused = draft.plan.uses[use].context?.isRefused ?? false
      return isRefused ? .text(missing(use, draft)) : .slot(slot, use: use)
    case .damaged(let number):
      let range = draft.body.problems[number].range
      let text = HTMLEscaper.escaped(Array(draft.body.text.bytes[range]))
      return .text(draft.markup.allowsElement(at: range.lowerBound) ? chip(text) : text)
    // Not as it is sent: a request gives the sign itself to whoever sanitizes it.
    case .sign: return .text([UInt8(ascii: "$")])
    case .notice(let isInText): return .standIn(isInText: isInText)
    }
  }

  // MARK: Mails

  /// The mail of one person as HTML.
  func html(_ mail: Mail, problems: [ValueProblem]) -> [UInt8] {
    html(of: pieces(mail, problems: problems), problems) { mail.values[$0] }
  }

  /// Adds the mail of one person, escaped for an attribute; what is the same for everybody was
  /// escaped before.
  func appendEscaped(_ mail: Mail, problems: [ValueProblem], to page: inout HTMLText) {
    guard !isPersonal else {
      page.text(html(mail, problems: problems))
      return
    }
    let refused = Set(problems.map(\.slot))
    for (piece, escaped) in zip(pieces, escaped) {
      switch piece {
      case .text: page.raw(escaped)
      case .standIn(let isInText): page.text(standIn(isInText))
      case .slot(let slot, let use):
        page.text(refused.contains(slot) ? Self.missing(use, draft) : Array(mail.values[slot]))
      }
    }
  }

  /// Some pieces of one person's mail as HTML.
  func html(of pieces: [PreviewPiece], _ mail: Mail, problems: [ValueProblem]) -> [UInt8] {
    html(of: pieces, problems) { mail.values[$0] }
  }

  /// The mail of one person as HTML, with values that tell nothing about them.
  func maskedHTML(_ mail: Mail, problems: [ValueProblem]) -> [UInt8] {
    html(of: pieces, problems) { ValueMask(of: draft, $0).masked(mail.values[$0])[...] }
  }

  private func html(
    of pieces: [PreviewPiece], _ problems: [ValueProblem], value: (Int) -> ArraySlice<UInt8>
  ) -> [UInt8] {
    let refused = Set(problems.map(\.slot))
    var output: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let bytes): output += bytes
      case .standIn(let isInText): output += standIn(isInText)
      case .slot(let slot, let use):
        guard refused.contains(slot) else {
          output += value(slot)
          continue
        }
        output += Self.missing(use, draft)
      }
    }
    return output
  }

  /// The title of one person as plain text.
  func title(_ mail: Mail, problems: [ValueProblem], isMasked: Bool = false) -> String {
    let refused = Set(problems.map(\.slot))
    var output: [UInt8] = []
    let title = draft.plan.title
    for piece in title.pieces {
      switch piece {
      case .text(let range), .damaged(let range): output += title.bytes[range]
      case .slot(let slot, let use):
        let value = mail.values[slot]
        output +=
          refused.contains(slot)
          ? Array(Self.name(use, draft).utf8)
          : isMasked ? ValueMask(of: draft, slot).masked(value) : Array(value)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func name(_ use: Int, _ draft: Draft) -> String {
    name(ofParameter: draft.plan.slots[draft.plan.uses[use].slot].parameter, draft)
  }

  private static func name(ofParameter parameter: Int, _ draft: Draft) -> String {
    "⟨\(draft.plan.parameters[parameter].name)?⟩"
  }

  private static func missing(_ use: Int, _ draft: Draft) -> [UInt8] {
    let text = HTMLEscaper.escaped(Array(name(use, draft).utf8))
    return draft.plan.uses[use].isInText ? chip(text) : text
  }

  private static func chip(_ text: [UInt8]) -> [UInt8] {
    Array(
      "<mark style=\"background:#ffe08a;color:#5c3c00;border-radius:3px;padding:0 2px\">".utf8)
      + text + Array("</mark>".utf8)
  }

  /// What the service inserts, as a labelled box or as plain text.
  private func standIn(_ isInText: Bool) -> [UInt8] {
    let text = HTMLEscaper.escaped(Array(labels["unsubscribeStandIn"].utf8))
    let label = Array("[".utf8) + text + "]".utf8
    guard isInText else { return label }
    return "<span style=\"outline:1px dashed #888;color:#555\">".utf8 + label + "</span>".utf8
  }
}

extension Use {
  /// Whether an element can stand in its place.
  var isInText: Bool { context == .text }
}
