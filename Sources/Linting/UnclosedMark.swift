import Composing
import Diagnostics
import Markup
import Templating

/// A mark that opens what nothing closes, so that everything behind it is read as something else.
struct UnclosedMark {
  /// The mark: `<style>`, `<!--`, a tag as far as its name.
  let range: Range<Int>
  /// What the mark swallows; what seems wrong there follows from it.
  let shadow: Range<Int>
  /// How to close it.
  let help: Message
}

extension Draft {
  /// The mark in the body that nothing closes, if there is one.
  var unclosedMark: UnclosedMark? {
    guard let last = markup.tokens.last else { return nil }
    switch last.kind {
    case .text where !last.name.isEmpty:
      let start = markup.tokens.dropLast().last { $0.kind == .startTag }
      return start.map { start in
        UnclosedMark(range: start.range, shadow: last.range, help: .closing("</\(last.name)>"))
      }
    case .dropped, .comment, .bogusComment, .doctype:
      guard !isClosed(last) else { return unclosedBlock }
      return UnclosedMark(range: opening(of: last), shadow: last.range, help: help(closing: last))
    case .text, .startTag, .endTag, .cdata, .conditionalStart: return unclosedBlock
    // The end that the body's end stands in for has no bytes.
    case .conditionalEnd: return last.range.isEmpty ? unclosedBlock : nil
    }
  }

  private func help(closing token: HTMLToken) -> Message {
    switch token.kind {
    case .comment: .closing("-->")
    case .dropped:
      Message(
        "close the quotes in it, and the tag with '>'", ko: "그 안의 따옴표를 닫고 '>'로 태그를 닫으세요")
    default: .closing(">")
    }
  }

  private func opening(of token: HTMLToken) -> Range<Int> {
    let word = body.text.bytes[token.range].prefix { $0 > 0x20 }
    return word.startIndex..<word.endIndex
  }

  private func isClosed(_ token: HTMLToken) -> Bool {
    let bytes = body.text.bytes[token.range]
    let ends =
      switch token.kind {
      case .comment: ["-->", "--!>", "<!-->"]
      case .dropped: ["</>"]
      default: [">"]
      }
    return ends.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The mark of a conditional block that the body ends in; what stands in it is read all the same.
  private var unclosedBlock: UnclosedMark? {
    guard markup.tokens.last?.conditional != nil,
      let start = markup.tokens.last(where: { $0.kind == .conditionalStart })
    else { return nil }
    let end = body.text.bytes.count
    return UnclosedMark(range: start.range, shadow: end..<end, help: .closing("<![endif]-->"))
  }
}

extension Message {
  fileprivate static func closing(_ mark: String) -> Message {
    Message("close it with \(quoted: mark)", ko: "\(quoted: mark)(으)로 닫으세요")
  }
}
