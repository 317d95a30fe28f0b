public import Diagnostics
import Markup

/// A mail that a service would have delivered, shown like a preview: sanitized, in a closed frame.
public struct ReceivedMail: Sendable {
  /// Who sent it, as one line.
  public var sender: String
  /// Who gets it, as one line.
  public var recipients: String
  /// When it was taken, as one line.
  public var time: String
  /// How far it has come, as one line.
  public var state: String
  /// The finished title.
  public var title: [UInt8]
  /// The address of its own page.
  public var address: String

  /// Describes a mail.
  public init(
    sender: String, recipients: String, time: String, state: String, title: [UInt8],
    address: String
  ) {
    self.sender = sender
    self.recipients = recipients
    self.time = time
    self.state = state
    self.title = title
    self.address = address
  }

  /// What every page of received mails may load: its own styles.
  public static let policy =
    PreviewSecurity(images: .none, addresses: []).policy() + "; frame-ancestors 'none'"

  /// The page of a mail with its body; images from elsewhere are boxes.
  ///
  /// - Parameters:
  ///   - body: the finished body, from whoever sent it.
  ///   - source: the address of the whole message as a file.
  ///   - language: the language of labels.
  /// - Returns: a page that runs and loads nothing.
  public func page(body: [UInt8], source: String, _ language: Language) -> [UInt8] {
    let labels = Labels(language: language)
    let sanitized = HTMLSanitizer(mode: .email, images: .none).sanitize(body)
    let frame = MailFrame(
      security: PreviewSecurity(images: .none, addresses: []), labels: labels)
    var page = Self.beginning(String(decoding: title, as: UTF8.self), language)
    page.raw(
      "<header class=\"mail\"><p class=\"crumb\"><a href=\"/\">tmpl sandbox</a> · <a href=\"")
    page.text(source)
    page.raw("\">.eml</a></p><h1 class=\"subject\"><bdi>")
    page.text(title)
    page.raw("</bdi></h1><p class=\"from\"><bdi>")
    page.text(sender)
    page.raw("</bdi> → <bdi>")
    page.text(recipients)
    page.raw("</bdi></p><p class=\"preheader\">")
    page.text("\(time) · \(state)")
    page.raw("</p></header>\n<main><iframe class=\"frame\" sandbox=\"\" title=\"")
    page.text(labels["frameTitle"])
    page.raw("\" srcdoc=\"")
    page.text(frame.beginning)
    page.text(Array("<body".utf8) + sanitized.bodyAttributes.bytes + [0x3E] + sanitized.html.bytes)
    page.raw("\"></iframe></main></body></html>\n")
    return page.bytes
  }

  /// The page that lists mails, the newest first.
  ///
  /// - Parameters:
  ///   - mails: those to show.
  ///   - total: how many there are.
  ///   - language: the language of labels.
  /// - Returns: a page that runs and loads nothing.
  public static func list(_ mails: [ReceivedMail], total: Int, _ language: Language) -> [UInt8] {
    var page = beginning("tmpl sandbox", language)
    page.raw(
      "<header class=\"mail\"><h1 class=\"subject\">tmpl sandbox</h1><p class=\"preheader\">")
    page.text(
      mails.isEmpty
        ? Message("Nothing has been sent here yet", ko: "아직 받은 메일이 없습니다").text(language)
        : Message(
          "\(mails.count) of \(total, "mail"), the newest first; nothing leaves this machine",
          ko: "메일 \(total)건 중 \(mails.count)건, 최신순. 이 컴퓨터 밖으로 나가지 않습니다"
        ).text(language))
    page.raw("</p></header>\n<main><ol class=\"mails\">")
    for mail in mails {
      page.raw("<li><a href=\"")
      page.text(mail.address)
      page.raw("\"><bdi>")
      page.text(mail.title)
      page.raw("</bdi></a> → <bdi>")
      page.text(mail.recipients)
      page.raw("</bdi> · ")
      page.text("\(mail.time) · \(mail.state)")
      page.raw("</li>\n")
    }
    page.raw("</ol></main></body></html>\n")
    return page.bytes
  }

  private static func beginning(_ title: String, _ language: Language) -> HTMLText {
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
    page.text(title)
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    page.raw(PackageResources.page_css)
    page.raw(".mails{padding:0 2rem;line-height:1.9}</style></head>\n<body>")
    return page
  }
}
