import Diagnostics
import Markup

extension Rule {
  /// More styles than Gmail reads.
  static let styleTooLarge = Rule(
    "style-too-large", .warning, .client,
    summary: Message(
      "more than 16,384 bytes in all style elements; advice from 14,000",
      ko: "style 요소 전체가 16,384바이트를 넘음. 14,000바이트부터 참고"),
    rationale: Message(
      "every style element with which the sum passes 16 KB is left out by Gmail",
      ko: "Gmail은 합계가 16KB를 넘게 되는 style 요소를 통째로 버립니다"),
    instead: Message("remove styles that nothing uses", ko: "쓰지 않는 스타일을 지우세요"),
    sources: [.gmailStyles],
    examples: [
      .flagged("<style>a{color:red}</style><style>‹›" + filler(16_400) + "</style><p>$<NAME></p>"),
      .flagged("<style>‹›" + filler(14_000) + "</style><p>$<NAME></p>", severity: .advice),
      .quiet("<style>" + filler(13_900) + "</style><p>$<NAME></p>"),
      .quiet("<!--[if mso]><style>" + filler(17_000) + "</style><![endif]--><p>$<NAME></p>"),
      .quiet("<style>" + filler(17_000) + "</style><p>$<NAME></p>", clients: "outlook/windows"),
    ],
    check: .draft { context, report in
      guard context.clients.set.contains(ClientSet(.gmail)) else { return }
      var sum = 0
      var place: Range<Int>?
      for style in context.body.styles where style.element == nil {
        guard style.audience.contains(.browsers) else { continue }
        sum += style.range.count
        if place == nil, sum >= 14_000 {
          place = style.range.lowerBound..<style.range.lowerBound
        }
      }
      guard let place else { return }
      report(
        Problem(
          Message(
            "\(sum) bytes of styles; Gmail leaves out what passes 16 KB",
            ko: "스타일이 \(sum)바이트입니다. Gmail은 16KB를 넘는 것을 버립니다"),
          at: context.body.location(of: place), severity: sum > 16_384 ? .warning : .advice))
    })

  private static func filler(_ count: Int) -> String {
    String(repeating: "p{color:red}", count: count / 12 + 1)
  }
}
