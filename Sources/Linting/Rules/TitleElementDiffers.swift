import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A `<title>` that belongs to another mail.
  static let titleElementDiffers = Rule(
    "title-element-differs", .advice, .title,
    summary: Message(
      "a '<title>' that shares no word with the mail's title, or is far longer",
      ko: "메일 제목과 겹치는 단어가 없거나 훨씬 긴 '<title>'"),
    rationale: Message(
      "it is often left from the mail before; spam filters compare the two",
      ko: "이전 메일에서 남은 것일 때가 많고, 스팸 필터가 둘을 비교합니다"),
    instead: Message("write the mail's title into it", ko: "메일 제목을 쓰세요"),
    sources: [.spamAssassin("HTML_TITLE_SUBJ_DIFF")],
    examples: [
      .flagged("<title>‹Spring sale›</title><p>$<NAME></p>", title: "Your receipt"),
      .flagged(
        "<title>‹Hello and a very long text that goes on and on›</title><p>$<NAME></p>",
        title: "Hello you"),
      .flagged("<title>‹봄 할인 안내›</title><p>$<NAME></p>", title: "주문 영수증 $<NAME>"),
      .quiet("<p>$<NAME></p>", title: "Your receipt"),
      .quiet("<title>Receipt</title><p>$<NAME></p>", title: "Your receipt, $<NAME>"),
      .quiet("<title>등급 변경</title><p>$<NAME></p>", title: "고객님의 등급이 변경되었습니다"),
      .quiet("<title>$<NAME></title><p>x</p>", title: "Your receipt"),
      .quiet("<title></title><p>$<NAME></p>", title: "Your receipt"),
      .flagged("<title>‹Name day›</title><p>x</p>", title: "Receipt for $<NAME>"),
      .quiet("<title>Your receipt for December 2026</title><p>$<NAME></p>", title: "Your receipt"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      guard
        let token = draft.markup.tokens.first(where: {
          $0.kind == .text && $0.name == "title" && !$0.isConditional
        })
      else { return }
      var literals = LiteralText(draft.body)
      let element = literals.within(token.range).map { range in
        String(
          decoding: CharacterReferences.decoded(draft.body.text.bytes[range], in: .text),
          as: UTF8.self)
      }.joined(separator: " ")
      let title = draft.title.segments.map { segment -> String in
        if case .text(let range) = segment { draft.title.text.string(range) } else { " " }
      }.joined()
      guard Words(element).differ(from: Words(title)) else { return }
      let text = draft.body.text
      report(
        Problem(
          Message(
            "'<title>' \(quoted: element) does not fit the mail's title \(quoted: title)",
            ko: "'<title>' \(quoted: element)이(가) 메일 제목 \(quoted: title)와(과) 맞지 않습니다"),
          at: text.location(of: token.range),
          fix: text.fix(
            token.range, Message("copy the mail's title", ko: "메일 제목 복사하기"), .unsafe,
            draft.titleForBody)))
    })
}

/// The words of a title, as far as they tell what it is about.
private struct Words {
  private let text: String
  private let words: Set<String>

  init(_ text: String) {
    self.text = text
    words = Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
        // Korean words take endings: their first two syllables tell.
        let isHangul = word.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        return isHangul ? String(word.prefix(2)) : String(word)
      })
  }

  func differ(from title: Words) -> Bool {
    guard !words.isEmpty, !title.words.isEmpty else { return false }
    return words.isDisjoint(with: title.words) || text.count * 2 > title.text.count * 7
  }
}

extension Draft {
  /// The mail's title as it would be written into the body.
  fileprivate var titleForBody: String {
    title.segments.map { segment in
      let piece = title.text.string(title.range(of: segment))
      guard case .text = segment else { return piece }
      return piece.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }.joined()
  }
}
