import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A host that recipients cannot reach.
  static let privateHost = Rule(
    "private-host", .error, .link,
    summary: Message(
      "addresses of localhost, private networks, hosts without a dot, or staging",
      ko: "localhost, 사설망, 점 없는 호스트, 스테이징 주소"),
    rationale: Message("it works for its author alone", ko: "만든 사람에게만 열립니다"),
    instead: Message("write the public address", ko: "공개된 주소를 쓰세요"),
    sources: [.rfc(1918, "3"), .rfc(6761, "6.3"), .rfc(6762, "3")],
    examples: [
      .flagged("<a href=\"‹http://localhost:3000/x›\">$<NAME></a>"),
      .flagged("<img src=\"‹https://192.168.0.3/a.png›\" alt=\"$<NAME>\">"),
      .flagged("<a href=\"‹https://172.20.1.1/›\">$<NAME></a><a href=\"‹https://[::1]/›\">x</a>"),
      .flagged("<a href=\"‹https://mac.local/›\">$<NAME></a><a href=\"‹https://intranet/›\">x</a>"),
      .flagged("<a href=\"‹https://staging.example.com/›\">$<NAME></a>", severity: .warning),
      .flagged("<a href=\"‹https://shop-dev.example.co.kr/›\">$<NAME></a>", severity: .warning),
      .quiet("<a href=\"https://devices.example.com/test/localhost\">$<NAME></a>"),
      .quiet("<a href=\"https://172.32.0.1/\">$<NAME></a><a href=\"https://test.com/\">x</a>"),
      .quiet("<a href=\"https://$<NAME>/\">x</a>"),
      .quiet("<html xmlns=\"http://localhost/\"><p>$<NAME></p></html>"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses {
        guard let host = address.host.map(HostName.init), !host.text.isEmpty,
          host.isPrivate || host.isForDevelopment
        else { continue }
        report(
          Problem(
            host.isPrivate
              ? Message(
                "\(quoted: address.text) leads to a private host",
                ko: "\(quoted: address.text)은(는) 내부 주소입니다")
              : Message(
                "\(quoted: address.text) leads to a host for development",
                ko: "\(quoted: address.text)은(는) 개발용 주소로 보입니다"),
            at: context.draft.body.text.location(of: address.range),
            severity: host.isPrivate ? nil : .warning))
      }
    })
}
