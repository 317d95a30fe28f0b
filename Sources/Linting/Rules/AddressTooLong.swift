import Diagnostics
import Recipients

extension Rule {
  /// An address over a limit of the protocol.
  static let addressTooLong = Rule(
    "address-too-long", .error, .recipient,
    summary: Message(
      "an address over 254 bytes, or with over 64 before the '@'",
      ko: "254바이트를 넘거나 '@' 앞이 64바이트를 넘는 주소"),
    rationale: Message(
      "no server takes it (RFC 5321 §4.5.3.1)", ko: "어떤 서버도 받지 않습니다(RFC 5321 §4.5.3.1)"),
    instead: Message("correct the address", ko: "주소를 고치세요"),
    sources: [.rfc(5321, "4.5.3.1"), .sensMail],
    examples: [
      .flagged(
        people: "address,NAME\n\(String(repeating: "a", count: 65))@example.com,Kim\n", rows: [2]),
      .flagged(
        people: "address,NAME\na@\(String(repeating: "long.", count: 60))kr,Kim\n", rows: [2]),
      .quiet(people: "address,NAME\n\(String(repeating: "a", count: 64))@example.com,Kim\n"),
      .quiet(people: "address,NAME\na@\(String(repeating: "long.", count: 50))kr,Kim\n"),
      .quiet(
        people:
          "address,NAME\na@\(String(repeating: String(repeating: "가", count: 20) + ".", count: 5))kr,Kim\n"
      ),
      .quiet(
        people:
          "address,NAME\n\"\((1...20).map { "person\($0)@example.com" }.joined(separator: ", "))\",Kim\n"
      ),
    ],
    check: .address { context, report in
      guard case .tooLong(let bytes, let limit) = context.verdict else { return }
      let address = context.text
      report(
        Sighting(
          Message(
            "'\(address: address)' is too long: \(bytes) bytes; at most \(limit)",
            ko: "'\(address: address)'이(가) 너무 깁니다: \(bytes)바이트로 최대 \(limit)바이트를 넘습니다"),
          kind: .named("\(limit)")))
    })
}
