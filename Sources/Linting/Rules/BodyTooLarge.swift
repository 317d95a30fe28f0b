import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A body larger than the service takes.
  static let bodyTooLarge = Rule(
    "body-too-large", .error, .size,
    summary: Message(
      "a filled body over 500 KB: a warning above 500,000 bytes, an error above 512,000",
      ko: "채운 뒤 500KB를 넘는 본문. 500,000바이트를 넘으면 경고, 512,000바이트를 넘으면 오류"),
    rationale: Message(
      "the service refuses it, and does not say whether a KB is 1,000 or 1,024 bytes",
      ko: "서비스가 거절하며, 1KB가 1,000바이트인지 1,024바이트인지 밝히지 않습니다"),
    instead: Message(
      "move images out of the mail, remove what an editor left behind",
      ko: "이미지를 밖으로 옮기고 편집기가 남긴 것을 지우세요"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged("‹›<p>$<NAME></p><p>" + RuleExample.filler(512_000) + "</p>"),
      .flagged(
        "‹›<p>$<NAME></p><p>" + RuleExample.filler(500_000) + "</p>", severity: .warning),
      .quiet("<p>$<NAME></p><p>" + RuleExample.filler(499_000) + "</p>"), .quiet(),
    ],
    check: .list { context, report in
      let text = context.draft.body.text
      let largest =
        context.people?.largestBody.bytes ?? FilledSizes(context.draft).fixedBody
      guard largest > context.limit(\.bodyBytes) else { return }
      let isRefused = largest > context.limit(\.bodyBytesRefused)
      let row = context.draft.body.placeholders.isEmpty ? nil : context.people?.largestBody.row
      report(
        Problem(
          Message(
            "the largest body has \(largest) bytes; at most 500 KB",
            ko: "가장 큰 본문이 \(largest)바이트로 최대 500KB를 넘습니다"),
          at: text.location(of: 0..<0), rows: row.map { [$0] } ?? [],
          severity: isRefused ? .error : .warning))
    })
}
