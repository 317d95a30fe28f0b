import Diagnostics
import Recipients

extension Rule {
  /// An address with something around it.
  static let addressWhitespace = Rule(
    "address-whitespace", .warning, .recipient,
    summary: Message(
      "white space, 'mailto:' or a closing mark around an address; it is left out when mail is sent",
      ko: "주소 앞뒤의 빈칸, 'mailto:', 문장 부호. 발송할 때는 빼고 보냅니다"),
    rationale: Message(
      "exports and copying leave it behind, and lists cannot be compared by it",
      ko: "내보내기나 복사에서 남은 것으로, 목록끼리 비교할 수 없게 합니다"),
    instead: Message("trim the column of addresses", ko: "주소 열에서 지우세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged(people: "address,NAME\n kim@example.com ,Kim\n", rows: [2]),
      .flagged(
        people: "address,NAME\nmailto:kim@example.com,Kim\nlee@example.com\u{200B},Lee\n",
        rows: [2, 3]),
      .flagged(people: "address,NAME\nkim@example.com;,Kim\n", rows: [2]),
      .quiet(people: "address,NAME\nkim lee@example.com,Kim\n"),
      .quiet(people: "address,NAME\nmailto@example.com,Kim\n"),
    ],
    check: .address { context, report in
      guard case .padded = context.verdict else { return }
      let address = context.text
      report(
        Sighting(
          Message(
            "'\(address: address)' has more around it than an address",
            ko: "'\(address: address)' 앞뒤에 불필요한 문자가 있습니다")))
    })
}
