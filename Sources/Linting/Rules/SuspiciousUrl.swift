import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// An address as attackers write them.
  static let suspiciousUrl = Rule(
    "suspicious-url", .warning, .link,
    summary: Message(
      "numbers for a host, a user before it, an odd port, letters that look alike, a backslash",
      ko: "숫자 호스트, 호스트 앞의 사용자, 이상한 포트, 비슷하게 생긴 글자, 역슬래시"),
    rationale: Message("filters take such addresses for attacks", ko: "필터가 공격으로 보는 주소입니다"),
    instead: Message(
      "write a plain https address with a host's name", ko: "호스트 이름이 있는 평범한 https 주소를 쓰세요"),
    sources: [
      .spamAssassin("NUMERIC_HTTP_ADDR, WEIRD_PORT, HTTP_ESCAPED_HOST"),
      .rspamd("URL_USER_PASSWORD, URL_HOMOGRAPH_ATTACK"),
    ],
    examples: [
      .flagged("<a href=\"‹https://8.8.8.8/x›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://example.com@evil.example/›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://example.com:8888/›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://ex\u{430}mple.com/›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://\u{430}\u{440}\u{440}\u{435}.com/›\">$<NAME></a>"),
      .flagged("<a href=\"‹https:\\\\example.com\\x›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://ex%61mple.com/›\">$<NAME></a>"),
      .quiet(
        "<a href=\"https://example.com:8080/\">$<NAME></a><a href=\"https://x.com:443/\">x</a>"),
      .quiet("<a href=\"https://xn--bj0bj06e.xn--3e0b707e/\">$<NAME></a>"),
      .quiet("<a href=\"https://한국abc.com/\">$<NAME></a><a href=\"https://пример.рф/\">x</a>"),
      .quiet("<a href=\"https://example.com/a@b/8.8.8.8%20\">$<NAME></a>"),
      .quiet("<a href=\"https://10.0.0.1/\">$<NAME></a>"),
      .quiet("<a href=\"mailto:a@example.com\">$<NAME></a>"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses {
        guard let doubt = address.doubt else { continue }
        report(
          Problem(
            Message(
              "\(quoted: address.text): \(doubt.text(.english))",
              ko: "\(quoted: address.text): \(doubt.text(.korean))"),
            at: context.draft.body.text.location(of: address.range)))
      }
    })
}

extension Address {
  /// What makes the address look like an attack.
  fileprivate var doubt: Message? {
    let bytes = bytes
    let front = bytes.prefix { !"?#".utf8.contains($0) }
    if ["http", "https", nil].contains(scheme), front.contains(UInt8(ascii: "\\")), front.count > 2,
      front[1] != UInt8(ascii: ":")
    {
      return Message("it holds a backslash", ko: "역슬래시가 있습니다")
    }
    guard let authority else { return nil }
    if authority.contains(UInt8(ascii: "@")) {
      return Message("a user stands before the host", ko: "호스트 앞에 사용자가 있습니다")
    }
    if authority.contains(UInt8(ascii: "%")) {
      return Message("its host is written with '%'", ko: "호스트가 '%'로 쓰였습니다")
    }
    guard let host else { return nil }
    let name = HostName(host)
    if name.isNumeric, !name.isPrivate {
      return Message("its host is a number", ko: "호스트가 숫자입니다")
    }
    if let port = port(of: authority), !Self.ports.contains(port) {
      return Message("its port is unusual", ko: "포트가 일반적이지 않습니다")
    }
    guard name.labels.contains(where: Self.looksAlike) else { return nil }
    return Message("letters of its host look like others", ko: "호스트에 다른 글자처럼 보이는 글자가 있습니다")
  }

  private static let ports: Set<String> = ["", "80", "443", "8080", "8443"]

  private func port(of authority: ArraySlice<UInt8>) -> String? {
    guard let colon = authority.lastIndex(of: UInt8(ascii: ":")),
      !authority[colon...].contains(UInt8(ascii: "]"))
    else { return nil }
    return String(decoding: authority[(colon + 1)...], as: UTF8.self)
  }

  /// Whether a label mixes scripts, or is made of Cyrillic letters with a Latin look alone.
  private static func looksAlike(_ label: Substring) -> Bool {
    let scalars = label.unicodeScalars
    guard scalars.contains(where: { !$0.isASCII }) else { return false }
    return !MixedWords(Array(label.utf8)[...]).ranges.isEmpty
      || scalars.allSatisfy { lookalikes.contains($0) }
  }

  private static let lookalikes = Set("асԁеһіјӏорԛѕԝхуѵг".unicodeScalars)
}
