import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// An address that is broken.
  static let malformedUrl = Rule(
    "malformed-url", .error, .link,
    summary: Message(
      "an address with a blank in it, two schemes, too few slashes, a line break, or over 2,000 bytes",
      ko: "빈칸이나 줄바꿈이 있거나, 스킴이 둘이거나, 슬래시가 모자라거나, 2,000바이트를 넘는 주소"),
    rationale: Message("the link breaks or is cut off", ko: "링크가 깨지거나 잘립니다"),
    instead: Message("write the address as a browser shows it", ko: "브라우저에 표시되는 주소를 그대로 쓰세요"),
    sources: [.urlWriting, .rfc(3986, "2")],
    examples: [
      .flagged("<a href=\"‹https://example.com/a b›\">$<NAME></a>", severity: .error),
      .flagged("<a href=\"‹http://https://example.com/›\">$<NAME></a>"),
      .flagged(
        "<a href=\"‹https:/example.com/›\">$<NAME></a><a href=\"‹https//example.com/›\">x</a>"),
      .flagged("<a href=\"‹https:///example.com/›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://example.com/a\n  b›\">$<NAME></a>"),
      .flagged("<a href=\"‹ https://example.com/ ›\">$<NAME></a>", severity: .warning),
      .flagged("<a href=\"‹https://example.com/?a=1?b=2›\">$<NAME></a>", severity: .warning),
      .flagged(
        "<a href=\"‹https://example.com/\(String(repeating: "a", count: 2_000))›\">$<NAME></a>"),
      .flagged("<a href=\"‹mailto:a@example.com?subject=a b›\">$<NAME></a>", severity: .warning),
      .flagged("<a href=\"‹https://example.com/안내›\">$<NAME></a>", severity: .advice),
      .quiet("<a href=\"https://example.com/?a=1&b=2#c\">$<NAME></a>"),
      .quiet("<a href=\"https://example.com/?u=https://example.net/?x=1\">$<NAME></a>"),
      .quiet("<a href=\"https://example.com/?n=$<NAME ?? 'a b'>\">x</a>"),
      .quiet("<a href=\"tel:02-123-4567\">$<NAME></a><a href=\"$<NAME>\">x</a>"),
      .quiet("<a href=\"\">$<NAME></a><a href=\"https://\">x</a>"),
      .flagged("<a href=\"‹\nhttps://example.com/›\">$<NAME></a>", severity: .warning),
      .quiet("<a href=\"https:\">$<NAME></a>"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses where !address.attribute.isEmpty {
        let text = context.draft.body.text
        guard let flaw = address.flaw(asWritten: text.bytes[address.range]) else { continue }
        report(
          Problem(
            Message(
              "\(quoted: address.text) is malformed: \(flaw.reason.text(.english))",
              ko: "\(quoted: address.text) 형식이 잘못되었습니다: \(flaw.reason.text(.korean))"),
            at: text.location(of: address.range),
            fix: flaw.isOutside
              ? text.fix(
                address.range, Message("remove the blanks around it", ko: "앞뒤 빈칸 지우기"), .safe,
                text.string(address.range).trimmed) : nil,
            severity: flaw.severity))
      }
    })
}

private struct Flaw {
  let reason: Message
  var severity = Severity.error
  /// Whether nothing is wrong with the address but what stands around it.
  var isOutside = false
}

extension Address {
  fileprivate func flaw(asWritten source: ArraySlice<UInt8>) -> Flaw? {
    let bytes = bytes
    guard let first = bytes.first else { return nil }
    let isOfWeb = scheme == "http" || scheme == "https"
    if let flaw = isOfWeb ? flawAtFront(bytes) : nil { return flaw }
    if bytes.starts(with: "http//".utf8) || bytes.starts(with: "https//".utf8) {
      return Flaw(reason: Message("a ':' is missing", ko: "':'이 없습니다"))
    }
    guard scheme != "data" else { return nil }
    let inner = written.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }
    if inner.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      return Flaw(reason: Message("it holds a line break", ko: "줄바꿈이 있습니다"))
    }
    if bytes.contains(0x20) {
      return Flaw(
        reason: Message("it holds a blank; write %20", ko: "빈칸이 있습니다. %20으로 쓰세요"),
        severity: isOfWeb || scheme == nil ? .error : .warning)
    }
    if source.first.map({ $0 <= 0x20 }) == true || source.last.map({ $0 <= 0x20 }) == true {
      return Flaw(
        reason: Message("blanks stand around it", ko: "앞뒤에 빈칸이 있습니다"), severity: .warning,
        isOutside: true)
    }
    if bytes.count > 2_000 {
      return Flaw(
        reason: Message("it has \(bytes.count) bytes", ko: "\(bytes.count)바이트입니다"),
        severity: .warning)
    }
    return isOfWeb && first != Self.placeholder ? flawBehindHost(bytes) : nil
  }

  private func flawAtFront(_ bytes: [UInt8]) -> Flaw? {
    let rest = bytes[((bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0) + 1)...]
    guard rest.contains(where: { $0 != UInt8(ascii: "/") }) else { return nil }
    let slashes = rest.prefix { $0 == UInt8(ascii: "/") }.count
    let next = rest.dropFirst(slashes)
    if ["http:", "https:", "http//", "https//"].contains(where: { next.starts(with: $0.utf8) }) {
      return Flaw(reason: Message("it has two schemes", ko: "스킴이 두 개입니다"))
    }
    guard slashes != 2, next.first != UInt8(ascii: "\\"), rest.first != Self.placeholder else {
      return nil
    }
    return Flaw(reason: Message("'//' must stand before the host", ko: "호스트 앞에는 '//'가 있어야 합니다"))
  }

  private func flawBehindHost(_ bytes: [UInt8]) -> Flaw? {
    let query = bytes.drop { $0 != UInt8(ascii: "?") }.prefix { $0 != UInt8(ascii: "#") }
    if let second = query.dropFirst().firstIndex(of: UInt8(ascii: "?")),
      query[(second + 1)...].contains(UInt8(ascii: "=")),
      query.firstOffset(of: Array("://".utf8)) == nil
    {
      return Flaw(
        reason: Message("a second '?' should be '&'", ko: "두 번째 '?'는 '&'여야 합니다"), severity: .warning
      )
    }
    guard bytes.contains(where: { $0 >= 0x80 && $0 != Self.placeholder }) else { return nil }
    return Flaw(
      reason: Message(
        "it holds letters beyond ASCII; some mail programs cut it there",
        ko: "ASCII가 아닌 글자가 있어 일부 메일 프로그램에서 잘릴 수 있습니다"), severity: .advice)
  }
}
