import Composing
import Diagnostics
import Templating

extension Rule {
  /// White space around a value.
  static let outerWhitespace = Rule(
    "outer-whitespace", .warning, .value,
    summary: Message(
      "white space at an end of a value, or several blanks within one that goes into an attribute",
      ko: "값 앞뒤의 빈칸, 또는 속성에 들어가는 값 속의 이어진 빈칸"),
    rationale: Message(
      "particles stand apart from their word, codes and links break; exports leave it behind",
      ko: "\"김하늘  님\"처럼 조사가 떨어지고 코드와 링크가 깨집니다. 내보낸 목록에 자주 남습니다"),
    instead: Message(
      "trim the list, or write $<NAME | trim>", ko: "목록에서 지우거나 $<NAME | trim>으로 쓰세요"),
    sources: [.fallbacks],
    examples: [
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,Kim \n", rows: [2]),
      .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,\u{3000}김하늘\n", rows: [2]),
      .flagged(
        "<p>x</p>", title: "Hi ‹$<NAME>›", people: "address,NAME\na@example.com,\"Kim\n\"\n",
        rows: [2], severity: .error),
      .flagged(
        "<p title=\"‹$<NAME>›\">x</p>", people: "address,NAME\na@example.com,Kim  Lee\n", rows: [2]),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,Kim  Lee\n"),
      .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,김 철수\n"),
      .quiet("<p>$<CITY | trim></p>", people: "address,CITY\na@example.com, Kim \n"),
    ],
    check: .value([.outerSpace, .c2, .e1, .e2, .e3, .innerRun, .refused]) { value, report in
      let isUnfinished = value.objections.contains { $0.objection == .lineBreak }
      let isInner = value.kinds.contains(.innerRun)
      guard isUnfinished || isInner || hasOuterSpace(value) else { return }
      let subject = value.subject
      let isHeader = isUnfinished || value.parameter == nil && endsInBreak(value.text)
      report(
        value.sighting(
          isInner
            ? Message(
              "\(subject.english) has several blanks in a row, and goes into an attribute",
              ko: "\(subject.korean)에 빈칸이 이어져 있는데 속성에 들어갑니다")
            : Message(
              "\(subject.english) has white space at its ends", ko: "\(subject.korean) 앞뒤에 빈칸이 있습니다"
            ),
          kind: .named(isHeader ? "header" : isInner ? "inner" : "outer"),
          severity: isHeader ? .error : .warning))
    })

  private static func hasOuterSpace(_ value: ValueContext) -> Bool {
    guard !value.isTrimmed else { return false }
    let scalars = value.string.unicodeScalars
    return scalars.first?.properties.isWhitespace == true
      || scalars.last?.properties.isWhitespace == true
  }

  private static func endsInBreak(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == 0x0A || text.last == 0x0D
  }
}

extension ValueContext {
  /// Whether the template trims the value wherever it stands.
  fileprivate var isTrimmed: Bool {
    guard let parameter else { return false }
    return draft.plan.parameters[parameter].slots.allSatisfy {
      draft.plan.slots[$0].filters.names.contains("trim")
    }
  }
}
