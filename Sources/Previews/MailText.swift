import Composing
import Markup

/// The plain text of a template's mails, made from the HTML once and then filled like it.
struct MailText {
  /// A stretch of the text.
  enum Piece {
    /// Text of the template.
    case text(String)
    /// The value of a slot, for the use of that number.
    case slot(Int, use: Int)
  }

  /// Characters that nobody may use, which stand for the uses while the markup is taken off.
  private static let firstStandIn: UInt32 = 0xF0000
  private static let standIns = 65_000

  /// The stretches, in order; nil where each mail needs a text of its own.
  let pieces: [Piece]?
  private let body: LoweredText

  init(_ draft: Draft) {
    body = draft.plan.body
    // The first byte of each stand-in, and of nothing that a mail is written in.
    let isTaken = body.bytes.contains(0xF3) || draft.plan.uses.count > Self.standIns
    pieces = draft.hasFinalValues || isTaken ? nil : Self.pieces(of: body, draft)
  }

  /// The text of one person's mail.
  func text(_ mail: Mail) -> String {
    guard let pieces else { return PlainText.whole(of: body.substituting(mail.values)) }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .slot(let slot, _): text += PlainText.decoded(mail.values[slot])
      }
    }
    return text
  }

  private static func pieces(of body: LoweredText, _ draft: Draft) -> [Piece] {
    var html: [UInt8] = []
    for piece in body.pieces {
      switch piece {
      case .text(let range), .damaged(let range): html += body.bytes[range]
      case .slot(_, let use):
        guard let standIn = Unicode.Scalar(firstStandIn + UInt32(use)) else { continue }
        html += Array(String(Character(standIn)).utf8)
      }
    }
    var pieces: [Piece] = []
    var words = ""
    for scalar in PlainText.whole(of: html).unicodeScalars {
      let use = Int(scalar.value) - Int(firstStandIn)
      guard draft.plan.uses.indices.contains(use) else {
        words.unicodeScalars.append(scalar)
        continue
      }
      pieces += [.text(words), .slot(draft.plan.uses[use].slot, use: use)]
      words = ""
    }
    return pieces + [.text(words)]
  }
}
