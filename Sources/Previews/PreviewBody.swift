import Composing
import Diagnostics
import Markup
import Templating

/// A stretch of a body as previews show it.
enum PreviewPiece: Sendable {
  /// Bytes of the mail, or a mark for what is damaged.
  case text([UInt8])
  /// Where the service puts its notice on how to unsubscribe; in text an element may stand there.
  case standIn(isInText: Bool)
  /// The value of a slot, for the use of that number.
  case slot(Int, use: Int)
}

/// The body of one preview: dumb substitution, and marks where a draft has nothing to insert.
struct PreviewBody {
  /// The service's mark for its notice on how to unsubscribe.
  static let unsubscribeTag = Array("#{UNSUBSCRIBE_MESSAGE}".utf8)

  let draft: Draft
  let labels: Labels
  /// The body, with the author's own marks of the service taken apart.
  let pieces: [PreviewPiece]

  init(draft: Draft, labels: Labels) {
    self.draft = draft
    self.labels = labels
    pieces = Self.pieces(of: draft)
  }

  private static func pieces(of draft: Draft) -> [PreviewPiece] {
    var places = unsubscribePlaces(in: draft)[...]
    var damages = draft.body.problems.map { isInText($0.range.lowerBound, of: draft) }[...]
    let body = draft.plan.body
    return body.pieces.flatMap { piece -> [PreviewPiece] in
      switch piece {
      case .slot(let slot, let use): return [.slot(slot, use: use)]
      case .damaged(let range):
        let text = HTMLEscaper.escaped(Array(body.bytes[range]))
        return [.text(damages.popFirst() ?? false ? chip(text) : text)]
      case .text(let range):
        let texts = body.bytes[range].split(
          separator: unsubscribeTag, omittingEmptySubsequences: false)
        var pieces = [PreviewPiece.text(Array(texts[0]))]
        for text in texts.dropFirst() {
          pieces.append(.standIn(isInText: places.popFirst() ?? false))
          pieces.append(.text(Array(text)))
        }
        return pieces
      }
    }
  }

  /// For each mark in the author's text, whether it stands where an element may stand.
  private static func unsubscribePlaces(in draft: Draft) -> [Bool] {
    draft.body.segments.flatMap { segment -> [Bool] in
      guard case .text(let range) = segment else { return [] }
      return draft.body.text.bytes[range].ranges(of: unsubscribeTag).map {
        isInText($0.lowerBound, of: draft)
      }
    }
  }

  /// Whether an element could stand at an offset of the body.
  private static func isInText(_ offset: Int, of draft: Draft) -> Bool {
    let token = draft.markup.token(at: offset)
    return token?.kind == .text && token?.name.isEmpty == true
  }

  /// The mail of one person as HTML; equals the sent bytes but for marks and stand-ins.
  func html(_ mail: Mail, problems: [ValueProblem]) -> [UInt8] {
    let refused = Set(problems.map(\.slot))
    var output: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let bytes): output += bytes
      case .standIn(let isInText): output += standIn(isInText)
      case .slot(let slot, let use):
        guard refused.contains(slot) else {
          output += mail.values[slot]
          continue
        }
        output += missing(use)
      }
    }
    return output
  }

  /// The title of one person as plain text.
  func title(_ mail: Mail, problems: [ValueProblem]) -> String {
    let refused = Set(problems.map(\.slot))
    var output: [UInt8] = []
    let title = draft.plan.title
    for piece in title.pieces {
      switch piece {
      case .text(let range), .damaged(let range): output += title.bytes[range]
      case .slot(let slot, let use):
        output += refused.contains(slot) ? Array(name(use).utf8) : Array(mail.values[slot])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func name(_ use: Int) -> String {
    let slot = draft.plan.slots[draft.plan.uses[use].slot]
    return "⟨\(draft.plan.parameters[slot.parameter].name)?⟩"
  }

  private func missing(_ use: Int) -> [UInt8] {
    let text = escaping(Array(name(use).utf8))
    return draft.plan.uses[use].isInText ? Self.chip(text) : text
  }

  private static func chip(_ text: [UInt8]) -> [UInt8] {
    Array(
      "<mark style=\"background:#ffe08a;color:#5c3c00;border-radius:3px;padding:0 2px\">".utf8)
      + text + Array("</mark>".utf8)
  }

  /// What the service inserts, as a labelled box or as plain text.
  private func standIn(_ isInText: Bool) -> [UInt8] {
    let label = Array("[".utf8) + escaping(Array(labels["unsubscribeStandIn"].utf8)) + "]".utf8
    guard isInText else { return label }
    return "<span style=\"outline:1px dashed #888;color:#555\">".utf8 + label + "</span>".utf8
  }

  private func escaping(_ text: [UInt8]) -> [UInt8] { HTMLEscaper.escaped(text) }
}

extension Use {
  /// Whether an element can stand in its place.
  var isInText: Bool { context == .text }
}
