import Composing
import Diagnostics
import Templating

extension Rule {
  /// Bodies that Gmail does not show to their end.
  static let gmailClip = Rule(
    "gmail-clip", .warning, .size,
    summary: Message(
      "a filled body over 102,400 bytes; advice from 92,160",
      ko: "채운 뒤 102,400바이트를 넘는 본문. 92,160바이트부터 참고"),
    rationale: Message(
      "mails are cut at about 102 KB by Gmail, which hides the footer; links for tracking come on top",
      ko: "Gmail은 102KB쯤에서 자르고 수신 거부가 있는 아래쪽을 숨깁니다. 추적 링크는 더해집니다"),
    instead: Message(
      "shorten it, and remove what an editor left behind", ko: "줄이고, 편집기가 남긴 것을 지우세요"),
    sources: [.gmailClipping],
    examples: [
      .flagged("‹›<p>$<NAME></p><p>" + String(repeating: hangul, count: 342) + "</p>"),
      .flagged(
        "‹›<p>$<NAME></p><p>" + RuleExample.filler(93_000) + "</p>", severity: .advice),
      .quiet("<p>$<NAME></p><p>" + String(repeating: hangul, count: 300) + "</p>"), .quiet(),
    ],
    check: .list { context, report in
      let text = context.draft.body.text
      let largest = context.people?.largestBody.bytes ?? FilledSizes(context.draft).fixedBody
      // No official number is known, so that this is never an error.
      guard largest >= 92_160 else { return }
      let row = context.draft.body.placeholders.isEmpty ? nil : context.people?.largestBody.row
      report(
        Problem(
          Message(
            "the largest body has \(largest) bytes; Gmail cuts at about 102,400",
            ko: "가장 큰 본문이 \(largest)바이트입니다. Gmail은 102,400바이트쯤에서 자릅니다"),
          at: text.location(of: 0..<0), rows: row.map { [$0] } ?? [],
          severity: largest > 102_400 ? .warning : .advice))
    })

  private static let hangul = String(repeating: "한", count: 100)
}
