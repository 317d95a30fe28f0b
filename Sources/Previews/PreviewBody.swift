import Composing
import Markup

/// The body of one preview: dumb substitution, and marks where a draft has nothing to insert.
struct PreviewBody {
  /// Where the service puts its notice on how to unsubscribe.
  static let unsubscribeTag = Array("#{UNSUBSCRIBE_MESSAGE}".utf8)

  let draft: Draft
  let labels: Labels

  /// The mail of one person as HTML; equals the sent bytes but for marks and stand-ins.
  func html(_ mail: Mail, problems: [ValueProblem]) -> [UInt8] {
    let refused = Set(problems.map(\.slot))
    var output: [UInt8] = []
    for piece in draft.plan.body {
      switch piece {
      case .text(let bytes): output += standIns(bytes)
      case .damaged(let bytes): output += chip(escaping(bytes))
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
    for piece in draft.plan.title {
      switch piece {
      case .text(let bytes), .damaged(let bytes): output += bytes
      case .slot(let slot, let use):
        output += refused.contains(slot) ? Array(name(use).utf8) : mail.values[slot]
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
    return draft.plan.uses[use].isInText ? chip(text) : text
  }

  private func chip(_ text: [UInt8]) -> [UInt8] {
    Array(
      "<mark style=\"background:#ffe08a;color:#5c3c00;border-radius:3px;padding:0 2px\">".utf8)
      + text + Array("</mark>".utf8)
  }

  /// Shows what the service inserts as a labelled box, in the author's own text alone.
  private func standIns(_ bytes: [UInt8]) -> [UInt8] {
    let tag = Self.unsubscribeTag
    guard bytes.count >= tag.count else { return bytes }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == tag[0], bytes[index...].starts(with: tag) else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let label = escaping(Array(labels["unsubscribeStandIn"].utf8))
      output += Array("<span style=\"outline:1px dashed #888;color:#555\">[".utf8) + label
      output += Array("]</span>".utf8)
      index += tag.count
    }
    return output
  }

  private func escaping(_ text: [UInt8]) -> [UInt8] { Escaping.html.escaped(text) }
}

extension Use {
  /// Whether an element can stand in its place.
  var isInText: Bool { context == .text }
}
