import Diagnostics
import Markup

extension Rule {
  /// Conditional comments whose halves do not fit, or whose condition nobody knows.
  static let conditionalCommentMismatch = Rule(
    "conditional-comment-mismatch", .error, .html,
    summary: Message(
      "an Outlook comment without its end, an end without its beginning, or an unknown condition",
      ko: "끝이나 시작이 없는 Outlook 조건부 주석, 알 수 없는 조건"),
    rationale: Message(
      "the wrong half of the mail is shown, or none", ko: "메일의 엉뚱한 부분이 보이거나 보이지 않습니다"),
    instead: Message(
      "write '<!--[if mso]>…<![endif]-->' or '<!--[if !mso]><!-->…<!--<![endif]-->'",
      ko: "<!--[if mso]>…<![endif]--> 또는 <!--[if !mso]><!-->…<!--<![endif]-->로 쓰세요"),
    sources: [
      Source(
        Source.same("Microsoft, about conditional comments"),
        "https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)"
      )
    ],
    examples: [
      .flagged("<!--[if mso]><b>x</b>‹-->›<p>$<NAME></p>"),
      .flagged("<p>$<NAME></p>‹<!--<![endif]-->›"),
      .flagged("<!--[if ‹msoo›]>x<![endif]--><p>$<NAME></p>"),
      .quiet("<!--[if (gte mso 9)|(IE)]>x<![endif]--><p>$<NAME></p>"),
      .quiet("<!--[if !mso]><!-->x<!--<![endif]--><p>$<NAME></p>"),
      .quiet("<!--[if !mso]><!-- -->x<!--<![endif]--><p>$<NAME></p>"),
      .quiet("<![if !mso]>x<![endif]><p>$<NAME></p>"),
      .quiet("<!--[if !mso]><!-->x<![endif]--><p>$<NAME></p>"),
      .quiet("<p><![if !supportLists]>-<![endif]>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      for token in body.tokens {
        switch token.kind {
        case .conditionalStart:
          guard let range = unknownWord(in: token.contentRange, of: body.bytes),
            !body.touchesPlaceholder(range)
          else { continue }
          report(
            Problem(
              Message(
                "no program knows the condition \(quoted: body.text.string(range))",
                ko: "조건 \(quoted: body.text.string(range))을(를) 아는 프로그램이 없습니다"),
              at: body.location(of: range)))
        case .conditionalEnd where token.conditional == nil:
          report(
            Problem(
              Message("this ends no conditional comment", ko: "끝낼 조건부 주석이 없습니다"),
              at: body.location(of: token.range)))
        case .conditionalEnd where token.isConditional && token.range.count == 3:
          report(unended(token, body))
        default: continue
        }
      }
    })

  private static func unended(_ token: HTMLToken, _ body: BodyFacts) -> Problem {
    Problem(
      Message(
        "a comment for Outlook ends without '<![endif]'", ko: "Outlook용 주석이 '<![endif]' 없이 끝납니다"),
      at: body.location(of: token.range),
      fix: body.text.fix(
        token.range.lowerBound..<token.range.lowerBound,
        Message("add '<![endif]'", ko: "'<![endif]'를 더합니다"), .safe, "<![endif]"))
  }

  private static let known: Set<String> = [
    "mso", "ie", "vml", "lt", "lte", "gt", "gte", "eq", "true", "false", "ppt", "pub",
    "windowsedition",
  ]

  /// The first word of a condition that is none of Microsoft's.
  private static func unknownWord(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = bytes[place..<range.upperBound].firstIndex { !isLetter($0) } ?? range.upperBound
      if end > place {
        let word = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
        if !known.contains(word), !word.hasPrefix("support") { return place..<end }
      }
      place = max(end, place + 1)
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
