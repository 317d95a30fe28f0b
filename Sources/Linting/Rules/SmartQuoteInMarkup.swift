import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A quotation mark, sign or blank of typography where HTML wants its own.
  static let smartQuoteInMarkup = Rule(
    "smart-quote-in-markup", .error, .unicode,
    summary: Message(
      "curly or full-width quotes around an attribute's value; a full-width '=' or no-break space in a tag",
      ko: "속성값을 둘러싼 둥근따옴표나 전각 따옴표, 태그 안의 전각 '='나 줄 바꿈 없는 공백"),
    rationale: Message(
      "to a mail program they are letters of the value or the name, so that the link is wrong",
      ko: "메일 프로그램에는 값이나 이름의 글자일 뿐이라서 링크가 잘못됩니다"),
    instead: Message("type '\"', '=' and plain blanks in tags", ko: "태그 안에는 '\"', '=', 보통 빈칸을 쓰세요"),
    sources: [.html("attributes", "syntax.html#attributes-2")],
    examples: [
      .flagged("<a href=‹“https://example.com/”›>$<NAME></a>"),
      .flagged("<a href=‹‘https://example.com/a b’› class=\"x\">$<NAME></a>"),
      .flagged("<p class=‹＂x＂›>$<NAME></p>"),
      .flagged("<p class‹＝›\"x\">$<NAME></p>"),
      .flagged("<p‹\u{A0}›class=\"x\">$<NAME></p>"),
      .flagged("<p ‹&nbsp;›class=\"x\">$<NAME></p>"),
      .quiet("<p>“quoted” ＜공지＞ a\u{A0}b $<NAME></p>"),
      .quiet("<img alt=\"“Tea”\" src=\"https://example.com/a.png\">$<NAME>"),
      .quiet("<p title='a＝b\u{A0}c'>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let text = context.draft.body.text
      for token in context.draft.markup.tokens
      where token.kind == .startTag || token.kind == .endTag {
        for stray in TypographicMarks(token, text.bytes).found {
          let mark = text.string(stray.range)
          report(
            Problem(
              Message(
                "\(quoted: mark) stands in a tag, where HTML has marks of its own",
                ko: "태그 안에 \(quoted: mark)이(가) 있습니다. HTML의 기호가 아닙니다"),
              at: text.location(of: stray.range),
              fix: stray.plain.map {
                text.fix(
                  stray.range, Message("write it with plain marks", ko: "보통 기호로 쓰기"), .safe, $0)
              }))
        }
      }
    })
}

/// The marks of typography in a tag, and what to write in their place.
struct TypographicMarks {
  private(set) var found: [(range: Range<Int>, plain: String?)] = []

  private static let quotes = ["“", "”", "‘", "’", "„", "«", "»", "＂", "＇"]
    .map { Array($0.utf8) }
  private static let others = [
    ("＝", "="), ("\u{A0}", " "), ("＜", "<"), ("＞", ">"), ("&nbsp;", " "),
  ]
  .map { (Array($0.utf8), $1) }

  init(_ token: HTMLToken, _ bytes: [UInt8]) {
    // Most tags have ASCII outside of their values alone.
    var end = token.range.lowerBound
    if let name = token.nameRange { takeName(name, bytes) }
    for attribute in token.attributes where attribute.range.lowerBound >= end {
      if attribute.quote == .none, let value = attribute.valueRange,
        let quoted = Self.quoted(from: value.lowerBound, to: token.range.upperBound, bytes)
      {
        found.append(quoted)
        end = quoted.range.upperBound
      } else {
        takeName(attribute.nameRange, bytes)
      }
    }
  }

  private mutating func takeName(_ range: Range<Int>, _ bytes: [UInt8]) {
    for (mark, plain) in Self.others {
      found += bytes[range].offsets(of: mark).map { ($0..<$0 + mark.count, plain) }
    }
  }

  /// A value that begins with a quotation mark, up to the mark that ends it.
  private static func quoted(
    from start: Int, to end: Int, _ bytes: [UInt8]
  ) -> (range: Range<Int>, plain: String?)? {
    let tag = bytes[start..<end]
    guard let opening = quotes.first(where: { tag.starts(with: $0) }) else { return nil }
    let inner = tag.dropFirst(opening.count)
    let closings = quotes.compactMap { mark in
      inner.firstOffset(of: mark).map { (offset: $0, length: mark.count) }
    }
    guard let closing = closings.min(by: { $0.offset < $1.offset }) else {
      return (start..<start + opening.count, nil)
    }
    let value = String(decoding: inner[..<closing.offset], as: UTF8.self)
    return (
      start..<closing.offset + closing.length,
      value.contains("\"") || value.contains(">") ? nil : "\"\(value)\""
    )
  }
}
