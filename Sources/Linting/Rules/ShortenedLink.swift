import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A link through a shortener.
  static let shortenedLink = Rule(
    "shortened-link", .warning, .link,
    summary: Message(
      "links through bit.ly, t.co, me2.do, vo.la and the like",
      ko: "bit.ly, t.co, me2.do, vo.la 등 단축 주소"),
    rationale: Message(
      "nobody sees where it leads, so that spam filters distrust it",
      ko: "어디로 가는지 알 수 없어 스팸 필터가 의심합니다"),
    instead: Message("write the address that it leads to", ko: "원래 주소를 쓰세요"),
    sources: [.spamAssassin("SHORTENER_SHORT_IMG")],
    examples: [
      .flagged("<a href=\"‹https://bit.ly/3xYz›\">$<NAME></a>"),
      .flagged("<a href=\"‹https://www.me2.do/abc›\">$<NAME></a><a href=\"‹//han.gl/x›\">x</a>"),
      .quiet("<a href=\"https://orbit.ly/x\">$<NAME></a><a href=\"https://t.company/\">x</a>"),
      .quiet("<a href=\"https://example.com/?u=bit.ly/x\">$<NAME></a>"),
      .quiet(
        "<a href=\"https://vo.la/x\">$<NAME></a>", settings: "\"trackingDomains\": [\"vo.la\"]"),
    ],
    check: .draft { context, report in
      for address in context.draft.addresses {
        guard let host = address.host else { continue }
        let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        guard shorteners.contains(name), !context.isTracking(name) else { continue }
        report(
          Problem(
            Message(
              "\(quoted: name) is a link shortener, which filters distrust",
              ko: "\(quoted: name)은(는) 단축 주소라서 스팸 필터가 의심합니다"),
            at: context.draft.body.text.location(of: address.range)))
      }
    })

  private static let shorteners: Set<String> = [
    "bit.ly", "bitly.com", "j.mp", "t.co", "goo.gl", "tinyurl.com", "tiny.cc", "ow.ly", "is.gd",
    "v.gd", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at", "rb.gy", "t.ly", "lnkd.in", "soo.gd",
    "s.id", "bl.ink", "me2.do", "naver.me", "buly.kr", "vo.la", "han.gl", "url.kr", "c11.kr",
    "muz.so", "zrr.kr", "reurl.kr", "lrl.kr", "durl.me", "bitl.bz", "shrl.me", "abit.ly", "adf.ly",
    "x.gd", "qrco.de", "urlz.fr", "u.to", "clck.ru", "dwz.cn", "t.cn", "suo.im", "reurl.cc",
    "lihi.cc",
  ]
}
