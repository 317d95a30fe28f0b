import Diagnostics
import Markup

/// What stands before a mail in its frame: what it may load, and how images look that it may not.
struct MailFrame {
  let security: PreviewSecurity
  let labels: Labels

  init(security: PreviewSecurity, labels: Labels) {
    self.security = security
    self.labels = labels
  }

  /// What the mails of several templates may load together.
  init(_ previews: [TemplatePreview], language: Language) {
    let shown = previews.map(\.frame.security)
    security = PreviewSecurity(
      images: shown.first?.images ?? .none, addresses: shown.flatMap(\.addresses))
    labels = Labels(language: language)
  }

  /// That opening a page contacts the hosts of images; nil where it contacts none.
  var imageNote: String? {
    let hosts = security.imageHosts.prefix(5)
    return hosts.isEmpty ? nil : labels["imageNote"] + " " + hosts.joined(separator: ", ")
  }

  /// The beginning of the frame's document, up to the mail's `body` tag.
  var beginning: String {
    "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(security.policy())\">"
      + "<meta name=\"referrer\" content=\"no-referrer\">"
      + "<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">"
      + "<style>\(Self.blockedImage(labels["blockedImage"]))</style>"
  }

  /// A box in the image's place, with the label before the text that the author gave it.
  ///
  /// Images lose their address when they are not to be loaded, so that these are the ones without.
  private static func blockedImage(_ label: String) -> String {
    "img:not([src]){display:inline-block;box-sizing:border-box;min-width:16px;min-height:16px;"
      + "max-width:100%;overflow:hidden;outline:1px dashed #888;outline-offset:-1px;"
      + "background:#f3f3f3;color:#555;font:11px/1.3 sans-serif}"
      + "img:not([src])::before{content:\"\(label) \"}"
  }
}
