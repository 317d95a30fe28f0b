import Diagnostics
import Templating

extension Rule {
  /// A fallback that is written wrongly.
  static let invalidFallback = Rule(
    "invalid-fallback", .error, .placeholder,
    summary: Message(
      "a fallback behind '??' that cannot be read or is too long",
      ko: "'??' 뒤의 대체 문구를 읽을 수 없거나 너무 긴 경우"),
    rationale: Message(
      "a mail would carry the unfinished placeholder as text", ko: "완성되지 않은 치환 변수가 텍스트 그대로 발송됩니다"),
    instead: Message(
      "write $<NAME ?? there> or $<NAME ?? \"there > here\">, on one line, in at most 256 bytes",
      ko: "$<NAME ?? 고객> 또는 $<NAME ?? \"고객 > 님\">, 한 줄로 256바이트 이하로 쓰세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p>‹$<NAME ?? \"there>› $<NAME></p>"),
      .flagged("<p>‹$<NAME ?? \(String(repeating: "x", count: 257))>› $<NAME></p>"),
      .quiet("<p>$<NAME ?? \"there > here\"></p>"),
      .quiet("<p>$<NAME ?? ''></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for problem in template.problems {
          guard let message = problem.fallbackMessage else { continue }
          report(
            Problem(
              message, at: template.text.location(of: problem.range)))
        }
      }
    })
}

extension TemplateProblem {
  fileprivate var fallbackMessage: Message? {
    switch kind {
    case .invalidFallback:
      Message(
        "the fallback is not finished; put it in quotes when it holds '<', '>' or a quote",
        ko: "대체 문구가 끝나지 않았습니다. '<', '>'나 따옴표가 들어 있으면 따옴표로 감싸세요")
    case .fallbackTooLong(let bytes):
      Message(
        "the fallback has \(bytes) bytes; at most 256", ko: "대체 문구가 \(bytes)바이트로 최대 256바이트를 넘습니다")
    case .unterminated, .invalidName, .emptyName, .tagLike, .placeholderTooLong, .invalidFilter: nil
    }
  }
}
