import Composing
import Diagnostics

extension Rule {
  /// A value that cannot be written where the template puts it.
  static let unusableValue = Rule(
    "unusable-value", .error, .value,
    summary: Message(
      "a value that cannot stand where the template puts it", ko: "쓰이는 자리에 들어갈 수 없는 값"),
    rationale: Message(
      "addresses, styles and typed attributes take few values; '${' in a title would be substituted again",
      ko: "주소, 스타일, 형식이 정해진 속성에는 쓸 수 있는 값이 적습니다. 제목의 '${'는 다시 치환됩니다"),
    instead: Message("correct the value in the list", ko: "목록에서 값을 고치세요"),
    sources: [.scriptInjection],
    examples: [
      .flagged(
        "<p>x</p>", title: "Hi ‹$<NAME>›", people: "address,NAME\na@example.com,${X}\n", rows: [2]),
      .flagged(
        "<a href=\"https://example.com/‹$<NAME>›/x\">x</a>",
        people: "address,NAME\na@example.com,..\n", rows: [2]),
      .flagged(
        "<a href=\"‹$<NAME>›\">x</a>", people: "address,NAME\na@example.com,javascript:x\n",
        rows: [2]),
      .flagged(
        "<a href=\"https://‹$<NAME>›.example.com/\">x</a>",
        people: "address,NAME\na@example.com,evil.example/\n", rows: [2]),
      .flagged(
        "<p style=\"color:‹$<NAME>›\">x</p>",
        people: "address,NAME\na@example.com,red\nb@example.com,red;top:0\n", rows: [3]),
      .flagged(
        "<table width=\"‹$<NAME>›\"><tr><td>x</td></tr></table>",
        people: "address,NAME\na@example.com,600\nb@example.com,wide\n", rows: [3]),
      .flagged(
        "<p>‹$<NAME | number>›</p>",
        people: "address,NAME\na@example.com,\"1,234\"\nb@example.com,-\n",
        rows: [3]),
      .quiet(
        "<a href=\"https://example.com/$<NAME>/x\">x</a>",
        people: "address,NAME\na@example.com,a/../b\n"),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\na@example.com,$5 {a}\n"),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\na@example.com,\"Kim\n\"\n"),
    ],
    check: .value(.refused) { value, report in
      // A line break at the end is for the rule about those.
      for (slot, objection) in value.objections where objection != .lineBreak {
        let name = value.name
        report(
          value.sighting(
            objection.message(valueOf: name), kind: .objection(objection), slot: slot))
      }
    })
}

extension ValueObjection {
  fileprivate func message(valueOf parameter: String) -> Message {
    let reason = reason
    return Message(
      "a value of \(quoted: parameter) \(reason.english)",
      ko: "\(quoted: parameter) 값\(reason.korean)")
  }
}
