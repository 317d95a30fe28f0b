import Composing
import Diagnostics

extension Rule {
  /// A line break in what becomes a header of the mail.
  static let lineBreakInHeaderValue = Rule(
    "line-break-in-header-value", .error, .value,
    summary: Message(
      "a line break in a value of the title or in a recipient's name",
      ko: "제목에 쓰이는 값이나 수신자 이름 속의 줄바꿈"),
    rationale: Message(
      "a subject cannot hold one (RFC 5322 §2.2), and it could smuggle in further headers",
      ko: "제목에는 줄바꿈을 쓸 수 없고(RFC 5322 §2.2), 다른 헤더를 끼워 넣는 데 쓰일 수 있습니다"),
    instead: Message("replace it by a space in the list", ko: "목록에서 빈칸으로 바꾸세요"),
    sources: [.rfc(5322, "2.2")],
    examples: [
      .flagged(
        "<p>x</p>", title: "Hi ‹$<CITY>›", people: "address,CITY\na@example.com,\"Kim\nBcc: x\"\n",
        rows: [2]),
      .flagged(
        "<p>x</p>", title: "Hi ‹$<CITY>›", people: "address,CITY\na@example.com,Kim\u{2028}Lee\n",
        rows: [2]),
      .flagged(
        "<p>$<NAME></p>", people: "address,name,NAME\na@example.com,\"A\nB\",Kim\n", rows: [2]),
      .quiet("<p>$<CITY></p>", people: "address,CITY\na@example.com,\"Kim\nLee\"\n"),
      .quiet(people: "address,name,NAME\na@example.com,\"A\n\",Kim\n"),
      .quiet("<p>x</p>", title: "Hi $<NAME>", people: "address,NAME\r\na@example.com,Kim\r\n"),
    ],
    check: .value([.breaks, .c2, .e2, .refused]) { value, report in
      let slot = value.objections.first { $0.objection == .lineBreak }?.slot
      guard slot != nil || value.parameter == nil, value.text.isEmpty || holdsBreak(value.string)
      else { return }
      let name = value.name
      report(
        value.sighting(
          value.parameter == nil
            ? Message("a recipient's name holds a line break", ko: "수신자 이름에 줄바꿈이 있습니다")
            : Message(
              "\(quoted: name) holds a line break and is used in the title",
              ko: "\(quoted: name) 값에 줄바꿈이 있는데 제목에 쓰입니다"),
          slot: slot))
    })

  /// Whether a line ends before the end of a text; one line end there is white space.
  private static func holdsBreak(_ text: String) -> Bool {
    text.dropLast(text.last?.isNewline == true ? 1 : 0).contains(where: \.isNewline)
  }
}
