import Composing
public import Diagnostics
import Hashing
import Mailing
import Markup

/// One page with a few people's mails, to hand to someone who has no tools.
///
/// Its frames share the page's origin, so that its script can give them the length of their mails;
/// they run no script and load nothing but images, as everywhere.
public struct SharePage {
  /// The most bytes of a page that mail programs take as an attachment.
  public static let sizeLimit = 10_000_000

  private let previews: [TemplatePreview]
  private let isMasked: Bool
  private let now: Int
  private let frame: MailFrame
  private let version: String

  /// Prepares the page in a language; `now` is in seconds since 1970.
  public init(
    _ previews: [TemplatePreview], isMasked: Bool, now: Int, language: Language, version: String
  ) {
    self.previews = previews
    self.isMasked = isMasked
    self.now = now
    self.version = version
    frame = MailFrame(previews, language: language)
  }

  /// The page.
  public var html: [UInt8] {
    let labels = frame.labels
    let script = PackageResources.share_js
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(labels.language.rawValue)\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(frame.security.policy(script: script))\">"
        + "<title>")
    page.text("\(previews.map(\.draft.name).joined(separator: ", ")) · \(labels["shareDraft"])")
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    page.raw(PackageResources.share_css)
    page.raw("</style></head>\n<body>")
    for preview in previews { append(preview, to: &page) }
    appendFooter(to: &page)
    page.raw("<script>")
    page.raw(script)
    page.raw("</script></body></html>\n")
    return page.bytes
  }

  private func append(_ preview: TemplatePreview, to page: inout HTMLText) {
    let labels = frame.labels
    page.raw("<header><h1><bdi>")
    page.text(preview.draft.name)
    page.raw("</bdi> <span class=\"draft\">")
    page.text(preview.isBlocked ? labels["blockedBanner"] : labels["shareDraft"])
    page.raw("</span></h1><p class=\"about\">")
    let shown = labels["shareShown"].replacing("{n}", with: preview.people.count.grouped)
      .replacing("{total}", with: max(preview.total, preview.people.count).grouped)
    page.text("\(shown) · \(labels[isMasked ? "shareNote" : "shareOpen"])")
    page.raw("</p></header>\n")
    for person in preview.people { append(person, of: preview, to: &page) }
  }

  private func append(
    _ person: PersonPreview, of preview: TemplatePreview, to page: inout HTMLText
  ) {
    let labels = frame.labels
    let envelope = preview.draft.envelope
    let html =
      isMasked
      ? preview.body.maskedHTML(person.mail, problems: person.problems)
      : preview.body.html(person.mail, problems: person.problems)
    page.raw("<section><h2>")
    page.badge(preview.titleMark, labels)
    page.raw("<bdi>")
    page.text(preview.body.title(person.mail, problems: person.problems, isMasked: isMasked))
    page.raw("</bdi></h2><p class=\"route\"><bdi>")
    page.text(envelope.string(.senderName) ?? "")
    page.raw("</bdi> &lt;")
    page.text(envelope.string(.senderAddress) ?? "")
    page.raw("&gt; → <bdi>")
    let address = String(decoding: person.mail.address, as: UTF8.self)
    page.text((isMasked ? Disclosure.masked : .open).address(address))
    page.raw("</bdi>")
    if let mark = preview.titleMark {
      page.text(" · " + labels["adMarkNote"].replacing("{mark}", with: mark))
    }
    for reason in person.reasons {
      page.raw(" <span class=\"reason\">")
      page.text(reason.text(labels.language))
      page.raw("</span>")
    }
    page.raw("</p><p class=\"preheader\"><bdi>")
    page.text(PlainText.beginning(of: html, characters: 140))
    page.raw("</bdi></p>\n")
    let declared = DarkScheme.declared(in: preview.draft)
      .map { "<meta name=\"color-scheme\" content=\"\($0)\">" }
    appendPair("light", labels["schemeLight"], "", html, to: &page)
    appendPair("dark", labels["schemeDark"], declared ?? "", html, to: &page)
    page.raw("</section>\n")
  }

  /// Colours are printed too, which each document has to ask for itself.
  ///
  /// A background that browsers take over from the body to the whole canvas is not printed:
  /// contained, the body keeps it.
  private static let paper =
    "<style>html{print-color-adjust:exact}@media print{body{contain:layout}}</style>"

  private func appendPair(
    _ scheme: String, _ title: String, _ head: String, _ html: [UInt8], to page: inout HTMLText
  ) {
    page.raw("<h3>")
    page.text("\(title) · \(frame.labels["sharePair"])")
    page.raw("</h3><div class=\"pair\">")
    for (kind, label) in [("phone", "framePhone"), ("desktop", "frameDesktop")] {
      page.raw("<iframe class=\"\(kind) \(scheme)\" sandbox=\"allow-same-origin\" title=\"")
      page.text(frame.labels[label])
      page.raw("\" srcdoc=\"")
      page.text(frame.beginning + Self.paper + head)
      page.text(html)
      page.raw("\"></iframe>")
    }
    page.raw("</div>\n")
  }

  private func appendFooter(to page: inout HTMLText) {
    let labels = frame.labels
    page.raw("<footer><p><strong>")
    page.text(labels["shareDraft"])
    page.raw("</strong> · ")
    page.text(KoreanTime(now).text(labels.language))
    for preview in previews {
      let plan = preview.draft.plan
      let digest = SHA256.hash(plan.wireTitle + [0] + plan.wireBody).hex.prefix(12)
      page.text(" · \(preview.draft.name) ")
      page.raw("<code>\(digest)</code>")
    }
    page.text(" · tmpl \(version)")
    page.raw("</p>")
    if let note = frame.imageNote {
      page.raw("<p>")
      page.text(note)
      page.raw("</p>")
    }
    page.raw("</footer>")
  }
}
