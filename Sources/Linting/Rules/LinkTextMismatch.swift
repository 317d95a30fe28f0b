import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A link whose text is the address of another site.
  static let linkTextMismatch = Rule(
    "link-text-mismatch", .error, .link,
    summary: Message(
      "a link whose text is the address of another site than it opens",
      ko: "글자로 보이는 주소와 다른 사이트를 여는 링크"),
    rationale: Message(
      "it is the mark of phishing, and filters treat it so", ko: "피싱 메일의 특징이라서 필터가 피싱으로 봅니다"),
    instead: Message(
      "show words, or the address that the link opens", ko: "글자로 쓰거나 실제로 여는 주소를 보여 주세요"),
    sources: [.rspamd("PHISHING")],
    examples: [
      .flagged("<a href=\"https://evil.example.net/\">‹www.example.com›</a> $<NAME>"),
      .flagged("<a href=\"https://shop.example.org/x\">‹https://example.com/login›</a> $<NAME>"),
      .flagged("<a href=\"https://a.co.kr/\"> ‹b.co.kr› </a> $<NAME>"),
      .flagged("<a href=\"mailto:a@example.net\">‹a@example.com›</a> $<NAME>"),
      .quiet("<a href=\"https://www.example.com/x\">shop.example.com</a> $<NAME>"),
      .quiet("<a href=\"mailto:a@example.com?subject=x\">a@example.com</a> $<NAME>"),
      .quiet(
        "<a href=\"https://click.example.net/?u=https://example.com/x\">example.com/x</a> $<NAME>"),
      .quiet("<a href=\"https://example.com/\">$<NAME>.example.net</a>"),
      .quiet("<a href=\"https://$<NAME>/\">example.com</a>"),
      .quiet("<a href=\"https://example.com/\">Node.js and example.net tips</a> $<NAME>"),
      .quiet("<a href=\"https://example.com/\">README.md</a> $<NAME>"),
      .flagged(
        "<a href=\"https://notclick.example.net/x\">‹example.com›</a> $<NAME>",
        settings: "\"trackingDomains\": [\"click.example.net\"]"),
      .quiet(
        "<a href=\"https://go.Click.example.net/x\">example.com</a> $<NAME>",
        settings: "\"trackingDomains\": [\"click.example.net\"]"),
      .quiet("<a href=\"https://shop.example.org/\">example.com/x is old</a> $<NAME>"),
      .quiet("<a href=\"https://example.org/\">my_file.com</a> $<NAME>"),
    ],
    check: .draft { context, report in
      for link in context.draft.links {
        guard let range = link.textRange, let address = link.address,
          let shown = ShownHost(link.text),
          let actual = shown.isMail ? address.mailHost : address.host,
          shown.host.registrable != HostName(actual).registrable,
          !address.carries(shown.host.text), !context.isTracking(actual)
        else { continue }
        report(
          Problem(
            Message(
              "the text shows \(quoted: shown.host.text), the link opens \(quoted: actual)",
              ko: "글자는 \(quoted: shown.host.text)인데 링크는 \(quoted: actual)(으)로 연결됩니다"),
            at: context.draft.body.text.location(of: range)))
      }
    })
}

/// The host that the whole text of a link shows.
private struct ShownHost {
  let host: HostName
  let isMail: Bool

  /// Reads a text that is an address and nothing else.
  init?(_ text: String) {
    var rest = text.trimmed.lowercased()[...]
    guard !rest.isEmpty, rest.utf8.count < 300,
      !rest.contains(where: { $0.isWhitespace || $0 == "…" })
    else { return nil }
    let isWhole = ["https://", "http://", "www."].contains { rest.hasPrefix($0) }
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    rest = rest.prefix { !"/?#:".contains($0) }
    let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
    isMail = parts.count == 2
    guard parts.count <= 2, let last = parts.last else { return nil }
    host = HostName(String(last))
    guard host.labels.count > 1, host.labels.allSatisfy(Self.isLabel), let top = host.labels.last,
      isWhole || Self.tops.contains(String(top))
    else { return nil }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  /// Endings that make a host of a bare word; others are ends of file names too often.
  private static let tops: Set<String> = [
    "com", "net", "org", "kr", "jp", "cn", "tw", "hk", "us", "uk", "eu", "de", "fr", "info", "biz",
    "shop", "store", "app", "dev", "io", "co", "me", "tv", "xyz", "site", "online", "edu", "gov",
  ]
}

extension Address {
  /// The domain of the mailbox that a `mailto:` writes to.
  fileprivate var mailHost: String? {
    guard scheme == "mailto", !bytes.contains(Self.placeholder) else { return nil }
    let box = bytes.dropFirst("mailto:".utf8.count).prefix { $0 != UInt8(ascii: "?") }
    guard let at = box.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    return String(decoding: box[(at + 1)...], as: UTF8.self).lowercased()
  }

  /// Whether a host stands in the path or the query, as redirectors have it.
  fileprivate func carries(_ host: String) -> Bool {
    let rest = bytes.dropFirst(8).drop { !"/?#".utf8.contains($0) }
    return Array(rest.map(\.lowered))[...].firstOffset(of: Array(host.utf8)) != nil
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(
      start[
        ..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)
      ])
  }
}
