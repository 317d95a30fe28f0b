import Composing
import Diagnostics

extension Rule {
  /// A value that cannot be written where the template puts it.
  static let unusableValue = Rule(
    "unusable-value", .error, .value,
    summary: Message(
      "a value that cannot stand where the template puts it", ko: "쓰이는 자리에 들어갈 수 없는 값"),
    rationale: Message(
      "control characters break mails, '${' in a title would be substituted again, '..' climbs out of a link's path",
      ko: "제어 문자는 메일을 망가뜨리고, 제목의 '${'는 다시 치환되며, '..'는 링크 경로를 벗어납니다"),
    instead: Message("correct the value in the list", ko: "목록에서 값을 고치세요"),
    examples: [
      .flagged(
        "<p>x</p>", title: "Hi ‹$<NAME>›", people: "address,NAME\na@example.com,${X}\n", rows: [2]),
      .flagged(
        "<a href=\"https://example.com/‹$<NAME>›/x\">x</a>",
        people: "address,NAME\na@example.com,..\n", rows: [2]),
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,K\u{1}im\n", rows: [2]),
      .quiet(
        "<a href=\"https://example.com/$<NAME>/x\">x</a>",
        people: "address,NAME\na@example.com,a/../b\n"),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\na@example.com,$5 {a}\n"),
    ],
    check: .row { context, report in
      for problem in context.problems {
        guard case .objection(let objection) = problem.kind, let reason = objection.reason else {
          continue
        }
        let parameter = context.draft.plan.slots[problem.slot].parameter
        report(
          Sighting(
            Message(
              "a value of \(quoted: context.name(parameter)) \(reason.english)",
              ko: "\(quoted: context.name(parameter)) 값\(reason.korean)"),
            parameter: parameter, slot: problem.slot, kind: reason.english))
      }
    })
}

extension ValueObjection {
  /// The end of a sentence that says why; nil for what another rule words.
  fileprivate var reason: (english: String, korean: String)? {
    switch self {
    case .lineBreak: nil
    case .controlCharacter: ("holds a control character", "에 제어 문자가 있습니다")
    case .placeholderMark:
      (
        "makes '${' or '#{', which the service would substitute", " 때문에 서비스가 치환할 '${'나 '#{'가 생깁니다"
      )
    case .dotSegment:
      ("is '.' or '..', which would change the link's path", "이 '.'나 '..'이라서 링크 경로가 바뀝니다")
    }
  }
}
