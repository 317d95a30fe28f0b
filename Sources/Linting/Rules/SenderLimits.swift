import Composing
import Diagnostics
import JSONSyntax
import Mailing

extension Rule {
  /// A sender that the service refuses.
  static let senderLimits = Rule(
    "sender-limits", .error, .size,
    summary: Message(
      "a sender's address or name that the service refuses", ko: "서비스가 거절하는 발신 주소나 발신자 이름"),
    rationale: Message(
      "the address must be valid, at most 254 bytes and not at naver.com, navercorp.com or ncloud.com; the name at most 69 bytes",
      ko: "주소는 올바르고 254바이트 이하여야 하며 naver.com, navercorp.com, ncloud.com일 수 없고, 이름은 69바이트 이하입니다"),
    instead: Message(
      "write an address of your own, authenticated domain", ko: "인증한 자기 도메인의 주소를 쓰세요"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged(fields: "\"senderAddress\": ‹\"a@naver.com\"›"),
      .flagged(fields: "\"senderAddress\": ‹\"a.example.com\"›"),
      .flagged(fields: "\"senderName\": ‹\"\(String(repeating: "가", count: 24))\"›"),
      .flagged(fields: "\"senderAddress\": ‹\"a@gmail.com\"›"),
      .quiet(fields: "\"senderAddress\": \"a@mynaver.com\""),
      .quiet(fields: "\"senderName\": \"\(String(repeating: "가", count: 23))\""),
    ],
    check: .draft { context, report in
      let envelope = context.draft.envelope
      if let name = envelope.texts[.senderName] {
        let limit = context.limit(\.senderNameBytes)
        if name.value.bytes.count > limit {
          report(
            Problem(
              Message(
                "the sender's name has \(name.value.bytes.count) bytes; at most \(limit)",
                ko: "발신자 이름이 \(name.value.bytes.count)바이트로 최대 \(limit)바이트를 넘습니다"),
              at: envelope.location(of: .senderName), help: Message("shorten it", ko: "줄이세요")))
        }
      }
      guard let address = envelope.string(.senderAddress) else {
        guard envelope.remote.isEmpty, !envelope.isAbsent else { return }
        report(
          Problem(
            Message("'senderAddress' is missing", ko: "'senderAddress'가 없습니다"),
            at: envelope.location(of: .senderAddress)))
        return
      }
      let place = envelope.location(of: .senderAddress)
      if let reason = EmailAddress.objection(to: Array(address.utf8))?.reason {
        report(
          Problem(
            Message(
              "sender \(quoted: address) is not an address: \(reason.english)",
              ko: "발신 주소 \(quoted: address)은(는) 주소가 아닙니다: \(reason.korean)"), at: place))
        return
      }
      let domain = EmailAddress.domain(of: address)
      if context.profiles.contains(where: { $0.limits.refusedSenderDomains.contains(domain) }) {
        report(
          Problem(
            Message(
              "the service takes no sender at \(quoted: domain)",
              ko: "서비스는 \(quoted: domain)의 주소를 발신 주소로 받지 않습니다"),
            at: place))
      } else if freeMail.contains(domain) {
        report(
          Problem(
            Message(
              "mail for \(quoted: domain) fails DMARC when others send it",
              ko: "\(quoted: domain) 주소는 다른 곳에서 보내면 DMARC 검사에 실패합니다"), at: place,
            severity: .warning))
      }
    })

  /// Mail portals whose DMARC policy other senders cannot pass.
  private static let freeMail: Set<String> = [
    "gmail.com", "hanmail.net", "daum.net", "nate.com", "kakao.com", "outlook.com", "hotmail.com",
    "yahoo.com", "icloud.com", "aol.com", "live.com", "msn.com",
  ]
}
