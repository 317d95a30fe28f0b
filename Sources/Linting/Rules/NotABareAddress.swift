import Diagnostics
import Recipients

extension Rule {
  /// A name with the address, or several addresses.
  static let notABareAddress = Rule(
    "not-a-bare-address", .error, .recipient,
    summary: Message(
      "'Name <address>' or several addresses in one cell", ko: "'이름 <주소>' 형식이거나 한 셀에 여러 주소가 있는 경우"),
    rationale: Message(
      "the service takes one bare address per recipient", ko: "서비스는 수신자마다 주소 하나만 받습니다"),
    instead: Message(
      "put the name into a column of its own, and each address into a row of its own",
      ko: "이름은 다른 열에, 주소는 한 행에 하나씩 쓰세요"),
    sources: [.recipientForRequest],
    examples: [
      .flagged(people: "address,NAME\nKim <kim@example.com>,Kim\n", rows: [2]),
      .flagged(people: "address,NAME\n\"a@example.com, b@example.com\",Kim\n", rows: [2]),
      .flagged(people: "address,NAME\na@example.com;b@example.com,Kim\n", rows: [2]),
      .quiet(people: "address,NAME\n\"\"\"a<b>,c;d\"\"@example.com\",Kim\n"),
      .quiet(people: "address,NAME\nkim@example.com,Kim <kim@example.com>\n"),
    ],
    check: .address { context, report in
      guard case .notBare = context.verdict else { return }
      let address = context.text
      report(
        Sighting(
          Message(
            "'\(address: address)' must be one bare address",
            ko: "'\(address: address)'에는 주소 하나만 써야 합니다")))
    })
}
