import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// HTML in the title.
  static let markupInTitle = Rule(
    "markup-in-title", .warning, .title,
    summary: Message("tags or character references in the title", ko: "제목에 있는 태그나 문자 참조"),
    rationale: Message(
      "a title is plain text: everybody sees the marks", ko: "제목은 일반 텍스트라서 기호가 그대로 보입니다"),
    instead: Message("write the characters themselves", ko: "글자 그대로 쓰세요"),
    sources: [.rfc(5322, "3.6.5")],
    examples: [
      .flagged("<p>$<NAME></p>", title: "Tea ‹&amp;› books"),
      .flagged("<p>$<NAME></p>", title: "‹<b>›Today‹</b>› ‹&#39;›"),
      .flagged("<p>$<NAME></p>", title: "a‹<br/>›b"),
      .quiet(title: "R&D <3 A&B; a < b > c &copy"), .quiet(title: "<공지> 안내 $<NAME>"),
      .quiet(title: "$&lt;NAME&gt; &"),
      .quiet(title: "<NOTICE> Hello $<NAME>"),
    ],
    check: .draft { context, report in
      let title = context.draft.title
      let mangled = RangeSet(title.mangledSpots.map(\.range))
      for (range, plain) in title.markup where !mangled.contains(range.lowerBound) {
        let mark = title.text.string(range)
        report(
          Problem(
            Message(
              "the title is plain text; \(quoted: mark) will be seen as it is",
              ko: "제목은 일반 텍스트입니다. \(quoted: mark)이(가) 그대로 보입니다"),
            at: title.text.location(of: range),
            fix: title.text.fix(
              range,
              plain.isEmpty
                ? Message("remove it", ko: "지우기")
                : Message("write '\(plain)'", ko: "'\(plain)'(으)로 쓰기"),
              .unsafe, plain)))
      }
    })
}

extension Template {
  /// The whole tags and references of a text, each with the plain text in its place.
  fileprivate var markup: [(range: Range<Int>, plain: String)] {
    segments.flatMap { segment -> [(range: Range<Int>, plain: String)] in
      guard case .text(let range) = segment else { return [] }
      let bytes = Array(text.bytes[range])
      return MarkupScan(of: bytes, atoms: []).tokens.flatMap { token -> [(Range<Int>, String)] in
        switch token.kind {
        case .startTag, .endTag: HTMLNames.isElement(token.name) ? [(token.range, "")] : []
        case .text:
          CharacterReferences.all(in: bytes[token.range], .text)
            .filter { bytes[$0.range].last == UInt8(ascii: ";") }.map { ($0.range, $0.characters) }
        default: []
        }
      }.map { found, plain in
        (found.lowerBound + range.lowerBound..<found.upperBound + range.lowerBound, plain)
      }
    }
  }
}
