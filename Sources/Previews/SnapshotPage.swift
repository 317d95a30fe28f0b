public import Approving
public import Diagnostics
import Markup

/// One page with every change of snapshots: the approved mail beside today's, and what differs.
///
/// It runs nothing.
public struct SnapshotPage: Sendable {
  /// The same change in the mails of some people, of whom the first is shown.
  public struct Change: Sendable {
    let template: String
    let change: SnapshotChange
    let approved: Snapshot?
    let current: Snapshot?

    /// Describes a change.
    ///
    /// - Parameters:
    ///   - change: what differs, and for whom.
    ///   - template: the template's name.
    ///   - approved: the first person's mail as it was approved; nil where there is none.
    ///   - current: the first person's mail as it is now; nil where there is no such person any more.
    public init(
      _ change: SnapshotChange, of template: String, approved: Snapshot?, current: Snapshot?
    ) {
      self.change = change
      self.template = template
      self.approved = approved
      self.current = current
    }
  }

  /// The file's name beside a gallery.
  public static let name = "snapshots.html"

  /// A change with its mails as they may be shown.
  private struct Shown {
    let change: Change
    let approved: [UInt8]?
    let current: [UInt8]?
  }

  private let changes: [Shown]
  private let frame: MailFrame
  private let version: String
  private var language: Language { frame.labels.language }

  /// Prepares the page in a language.
  public init(_ changes: [Change], language: Language, version: String) {
    let sanitizer = HTMLSanitizer(mode: .email, images: .fixed)
    var images: [String] = []
    func html(_ snapshot: Snapshot?) -> [UInt8]? {
      guard let snapshot else { return nil }
      let sanitized = sanitizer.sanitize(snapshot.body)
      images += sanitized.images
      return Array("<body".utf8) + sanitized.bodyAttributes.bytes + [0x3E] + sanitized.html.bytes
    }
    self.changes = changes.map { change in
      Shown(change: change, approved: html(change.approved), current: html(change.current))
    }
    self.version = version
    frame = MailFrame(
      security: PreviewSecurity(images: .fixed, addresses: images),
      labels: Labels(language: language))
  }

  /// Whether nothing is changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// The page.
  public var html: [UInt8] {
    let title = Message("Changed snapshots", ko: "바뀐 스냅샷").text(language)
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">"
        + PreviewFile.mark
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(frame.security.policy())\"><title>"
    )
    page.text(title)
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    page.raw(PackageResources.snapshots_css)
    page.raw("</style></head>\n<body><header><h1>")
    page.text(title)
    page.raw("</h1><p>")
    page.text(
      Message(
        "\(changes.count, "change"); 'tmpl snapshot review' accepts or rejects each",
        ko: "변경 \(changes.count)건. 'tmpl snapshot review'에서 하나씩 승인하거나 거절하세요"
      ).text(language))
    page.raw("</p></header>\n<main>")
    for shown in changes { append(shown, to: &page) }
    page.raw("</main>\n<footer><p>")
    page.text("tmpl \(version)")
    page.raw("</p>")
    if let note = frame.imageNote {
      page.raw("<p>")
      page.text(note)
      page.raw("</p>")
    }
    page.raw("</footer></body></html>\n")
    return page.bytes
  }

  // MARK: Changes

  private func append(_ shown: Shown, to page: inout HTMLText) {
    let change = shown.change.change
    page.raw("<section><h2><bdi>")
    page.text("\(shown.change.template)/\(change.keys.first ?? "")")
    page.raw("</bdi> <span class=\"kind\">")
    page.text(change.kind.words.text(language))
    page.raw("</span></h2>")
    if change.keys.count > 1 {
      let count = change.keys.count - 1
      page.raw("<details><summary>")
      page.text(Message("and \(count) more", ko: "외 \(count)명").text(language))
      page.raw("</summary><p>")
      page.text(change.keys.dropFirst().joined(separator: " · "))
      page.raw("</p></details>")
    }
    page.raw("<div class=\"row\">")
    appendPair(shown, "phone", frame.labels["framePhone"], to: &page)
    appendLines(change.kind, to: &page)
    page.raw("</div><div class=\"row\">")
    appendPair(shown, "desktop", frame.labels["frameDesktop"], to: &page)
    page.raw("</div></section>\n")
  }

  private func appendPair(_ shown: Shown, _ width: String, _ label: String, to page: inout HTMLText)
  {
    let sides = [
      (
        "old", Message("approved", ko: "승인됨"), shown.approved, shown.change.approved,
        Message("nothing is approved", ko: "승인된 것이 없습니다")
      ),
      (
        "new", Message("now", ko: "지금"), shown.current, shown.change.current,
        Message("there is no such person any more", ko: "더 이상 없는 사람입니다")
      ),
    ]
    for (side, heading, html, snapshot, nothing) in sides {
      let name = heading.text(language)
      page.raw("<figure class=\"\(width) \(side)\"><figcaption><b>")
      page.text(name)
      page.raw("</b> <bdi>")
      page.text(snapshot?.title ?? [])
      page.raw("</bdi></figcaption>")
      if let html {
        page.raw("<iframe sandbox=\"\" title=\"")
        page.text("\(label) · \(name)")
        page.raw("\" srcdoc=\"")
        page.text(frame.beginning)
        page.text(html)
        page.raw("\"></iframe>")
      } else {
        page.raw("<p class=\"nothing\">")
        page.text(nothing.text(language))
        page.raw("</p>")
      }
      page.raw("</figure>")
    }
  }

  /// The lines that differ, each behind its place.
  private func appendLines(_ kind: SnapshotChange.Kind, to page: inout HTMLText) {
    guard case .changed(let title, let body) = kind else { return }
    page.raw("<div class=\"lines\"><h3>")
    page.text(Message("What differs", ko: "달라진 줄").text(language))
    page.raw("</h3>")
    for change in title { append(change, Message("title", ko: "제목"), to: &page) }
    for change in body {
      append(change, Message("line \(change.number)", ko: "\(change.number)행"), to: &page)
    }
    page.raw("</div>")
  }

  private func append(_ change: LineChange, _ place: Message, to page: inout HTMLText) {
    page.raw("<h4>")
    page.text(place.text(language))
    page.raw("</h4><pre>")
    for line in change.excerpt {
      let element = line.hasPrefix("-") ? "del" : "ins"
      page.raw("<\(element)>")
      page.text(line)
      page.raw("</\(element)>")
    }
    page.raw("</pre>")
  }
}
