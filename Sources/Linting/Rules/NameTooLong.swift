import Diagnostics
import Recipients

extension Rule {
  /// A recipient's name longer than the service takes.
  static let nameTooLong = Rule(
    "name-too-long", .error, .recipient,
    summary: Message("a recipient's name over 69 characters", ko: "69자를 넘는 수신자 이름"),
    rationale: Message(
      "the service refuses it; a sender's name is counted in bytes, which is another rule's business",
      ko: "서비스가 거절합니다. 발신자 이름은 바이트로 세며 다른 규칙이 검사합니다"),
    instead: Message("shorten the name in the list", ko: "목록에서 이름을 줄이세요"),
    sources: [.recipientForRequest, .sensMail],
    examples: [
      .flagged(
        people: "address,name,NAME\na@example.com,\(String(repeating: "김", count: 70)),x\n",
        rows: [2]
      ),
      .flagged(
        people:
          "address,name,NAME\na@example.com,Kim,x\nb@example.com,\(String(repeating: "x", count: 70)),x\n",
        rows: [3]),
      .quiet(people: "address,name,NAME\na@example.com,\(String(repeating: "김", count: 69)),x\n"),
      .quiet(people: "address,name,NAME\na@example.com,Kim,\(String(repeating: "x", count: 70))\n"),
    ],
    check: .row(.longName) { context, report in
      guard context.row.problem == nil, let name = context.row.name, name.count > nameLimit else {
        return
      }
      let length = String(decoding: name, as: UTF8.self).utf16.count
      guard length > nameLimit else { return }
      let address = String(decoding: context.row.address ?? [], as: UTF8.self)
      report(
        Sighting(
          Message(
            "the name of \(address: address) has \(length) characters; at most \(nameLimit)",
            ko: "\(address: address)의 이름이 \(length)자로 최대 \(nameLimit)자를 넘습니다")))
    })

  /// The most characters of a name.
  static let nameLimit = 69
}
