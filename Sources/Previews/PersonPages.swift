import Composing
import Diagnostics
import Mailing

/// The stand-alone page of one person's mail: opens from disk, runs nothing.
///
/// What all pages of a template have in common is written once.
struct PersonPages {
  private let labels: Labels
  private let beginning: [UInt8]
  private let head: [UInt8]
  private let sender: [UInt8]
  private let frame: [UInt8]
  /// The findings that a page may show, each as an item of a list.
  private let findings: [(finding: Finding, item: [UInt8])]
  /// The findings on pages of people whom none concerns more than others.
  private let sharedFindings: [UInt8]

  init(_ frame: MailFrame, _ draft: Draft, findings: [Finding]) {
    labels = frame.labels
    let labels = frame.labels
    self.findings = findings.filter { $0.severity > .advice }.map { finding in
      (finding, Self.item(finding, labels.language))
    }
    sharedFindings = Self.section(
      self.findings.filter { $0.finding.rows.isEmpty }, isPersonBlocked: false, labels)
    var beginning = HTMLText()
    beginning.raw(
      "<!doctype html>\n<html lang=\"\(labels.language.rawValue)\"><head><meta charset=\"utf-8\">"
        + PreviewFile.mark
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(frame.security.policy())\"><title>"
    )
    self.beginning = beginning.bytes
    var head = HTMLText()
    head.raw("</title><style>")
    head.raw(PackageResources.theme_css)
    head.raw(PackageResources.page_css)
    head.raw("</style></head>\n<body><header class=\"mail\"><p class=\"crumb\"><a href=\"")
    self.head = head.bytes
    var sender = HTMLText()
    sender.raw("</bdi></h1><p class=\"from\"><bdi>")
    sender.text(draft.envelope.string(.senderName) ?? "")
    sender.raw("</bdi> &lt;")
    sender.text(draft.envelope.string(.senderAddress) ?? "")
    sender.raw("&gt; → <bdi>")
    self.sender = sender.bytes
    var opening = HTMLText()
    opening.raw("><iframe class=\"frame\" sandbox=\"\" title=\"")
    opening.text(labels["frameTitle"])
    opening.raw("\" srcdoc=\"")
    opening.text(frame.beginning)
    self.frame = opening.bytes
  }

  /// The page of one person of a template.
  func html(_ person: PersonPreview, _ preview: TemplatePreview) -> [UInt8] {
    let title = preview.body.title(person.mail, problems: person.problems)
    var page = HTMLText()
    page.reserve(preview.body.size + head.count + frame.count + 4096)
    page.raw(beginning)
    page.text("\(preview.titleMark.map { $0 + " " } ?? "")\(title) · \(preview.draft.name)")
    page.raw(head)
    page.text("../index.html#\(preview.folder)/\(person.key)")
    page.raw("\">")
    page.text(preview.draft.name)
    page.raw("</a>")
    for reason in person.reasons {
      page.raw(" · ")
      page.text(reason.text(labels.language))
    }
    page.raw("</p><h1 class=\"subject\">")
    page.badge(preview.titleMark, labels)
    page.raw("<bdi>")
    page.text(title)
    page.raw(sender)
    if let name = person.mail.name { page.text(Array(name)) }
    page.raw("</bdi> &lt;<bdi>")
    page.text(person.mail.address)
    page.raw("</bdi>&gt;</p><p class=\"preheader\">")
    page.text(person.preheader)
    page.raw("</p></header>\n")
    appendFindings(person, to: &page)
    page.raw("<main")
    if person.isSynthetic {
      page.raw(" class=\"synthetic\" data-mark=\"")
      page.text(labels["syntheticMark"])
      page.raw("\"")
    }
    page.raw(frame)
    preview.body.appendEscaped(person.mail, problems: person.problems, to: &page)
    page.raw("\"></iframe></main></body></html>\n")
    return page.bytes
  }

  private static func item(_ finding: Finding, _ language: Language) -> [UInt8] {
    var item = HTMLText()
    item.raw("<li class=\"\(finding.severity.rawValue)\"><b>")
    item.text(finding.severity.title.text(language))
    item.raw("</b> <code>")
    item.text(finding.location.description)
    item.raw("</code> <span>")
    item.text(finding.message.text(language))
    item.raw("</span></li>")
    return item.bytes
  }

  /// The findings that concern the template or this person's row.
  private func appendFindings(_ person: PersonPreview, to page: inout HTMLText) {
    let isOwn = findings.contains { finding, _ in finding.rows.contains(person.row) }
    if !isOwn, person.problems.isEmpty { return page.raw(sharedFindings) }
    let findings = findings.filter { finding, _ in
      finding.rows.isEmpty || finding.rows.contains(person.row)
    }
    page.raw(Self.section(findings, isPersonBlocked: !person.problems.isEmpty, labels))
  }

  /// The findings of one page; nothing where there are none.
  private static func section(
    _ findings: [(finding: Finding, item: [UInt8])], isPersonBlocked: Bool, _ labels: Labels
  ) -> [UInt8] {
    // A finding carries its first rows only; a person's own problems are known without it.
    guard let worst = isPersonBlocked ? .error : findings.first?.finding.severity else { return [] }
    var section = HTMLText()
    section.raw("<section class=\"findings \(worst.rawValue)\" role=\"status\"><p>")
    section.text(worst == .error ? labels["blockedBanner"] : labels["warningBanner"])
    if isPersonBlocked { section.text(" · \(labels["personBlocked"])") }
    section.raw("</p><ul>")
    for (_, item) in findings.prefix(20) { section.raw(item) }
    if findings.count > 20 {
      section.raw("<li>")
      section.text(labels["moreFindings"].replacing("{n}", with: (findings.count - 20).grouped))
      section.raw("</li>")
    }
    section.raw("</ul></section>\n")
    return section.bytes
  }
}
