import Composing
import Diagnostics
import Mailing

/// The stand-alone page of one person's mail: opens from disk, runs nothing.
struct PersonPage {
  private let preview: TemplatePreview
  private let person: PersonPreview

  init(_ preview: TemplatePreview, _ person: PersonPreview) {
    self.preview = preview
    self.person = person
  }

  var html: [UInt8] {
    let labels = preview.labels
    let title = preview.body.title(person.mail, problems: person.problems)
    let envelope = preview.draft.envelope
    let address = String(decoding: person.mail.address, as: UTF8.self)
    let name = person.mail.name.map { String(decoding: $0, as: UTF8.self) } ?? ""
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(labels.language.rawValue)\"><head><meta charset=\"utf-8\">"
        + PreviewFile.mark
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(preview.frame.security.policy())\"><title>"
    )
    page.text("\(preview.titleMark.map { $0 + " " } ?? "")\(title) · \(preview.draft.name)")
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    page.raw(PackageResources.page_css)
    page.raw("</style></head>\n<body><header class=\"mail\"><p class=\"crumb\"><a href=\"")
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
    page.raw("</bdi></h1><p class=\"from\"><bdi>")
    page.text(envelope.string(.senderName) ?? "")
    page.raw("</bdi> &lt;")
    page.text(envelope.string(.senderAddress) ?? "")
    page.raw("&gt; → <bdi>")
    page.text(name)
    page.raw("</bdi> &lt;<bdi>")
    page.text(address)
    page.raw("</bdi>&gt;</p><p class=\"preheader\">")
    page.text(preview.preheader(person))
    page.raw("</p></header>\n")
    appendFindings(to: &page)
    page.raw("<main")
    if person.isSynthetic {
      page.raw(" class=\"synthetic\" data-mark=\"")
      page.text(labels["syntheticMark"])
      page.raw("\"")
    }
    page.raw("><iframe class=\"frame\" sandbox=\"\" title=\"")
    page.text(labels["frameTitle"])
    page.raw("\" srcdoc=\"")
    page.text(preview.frame.beginning)
    page.text(preview.body.html(person.mail, problems: person.problems))
    page.raw("\"></iframe></main></body></html>\n")
    return page.bytes
  }

  /// The findings that concern the template or this person's row.
  private func appendFindings(to page: inout HTMLText) {
    let findings = preview.findings.filter {
      $0.severity > .advice && ($0.rows.isEmpty || $0.rows.contains(person.row))
    }
    // A finding carries its first rows only; a person's own problems are known without it.
    guard let worst = person.problems.isEmpty ? findings.first?.severity : .error else { return }
    let labels = preview.labels
    page.raw("<section class=\"findings \(worst.rawValue)\" role=\"status\"><p>")
    page.text(worst == .error ? labels["blockedBanner"] : labels["warningBanner"])
    if !person.problems.isEmpty {
      page.text(" · \(labels["personBlocked"])")
    }
    page.raw("</p><ul>")
    for finding in findings.prefix(20) {
      page.raw("<li class=\"\(finding.severity.rawValue)\"><b>")
      page.text(finding.severity.title.text(labels.language))
      page.raw("</b> <code>")
      page.text(finding.location.description)
      page.raw("</code> <span>")
      page.text(finding.message.text(labels.language))
      page.raw("</span></li>")
    }
    if findings.count > 20 {
      page.raw("<li>")
      page.text(labels["moreFindings"].replacing("{n}", with: (findings.count - 20).grouped))
      page.raw("</li>")
    }
    page.raw("</ul></section>\n")
  }
}
