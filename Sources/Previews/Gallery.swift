public import Diagnostics
import Hashing
import JSONSyntax

/// `index.html`: all templates and people in one self-contained page.
public struct Gallery: Sendable {
  private let previews: [TemplatePreview]
  private let frame: MailFrame
  private let version: String
  private let hasSnapshotChanges: Bool
  private let isWatched: Bool

  /// Prepares the page in a language.
  ///
  /// - Parameters:
  ///   - previews: the templates with their people.
  ///   - hasSnapshotChanges: whether a page of changed snapshots lies beside it.
  ///   - language: the language of labels.
  ///   - version: the tool's version.
  ///   - isWatched: whether it shows itself anew when it was written anew.
  public init(
    _ previews: [TemplatePreview], hasSnapshotChanges: Bool = false, language: Language,
    version: String, isWatched: Bool = false
  ) {
    self.previews = previews
    self.hasSnapshotChanges = hasSnapshotChanges
    frame = MailFrame(previews, language: language)
    self.version = version
    self.isWatched = isWatched
  }

  /// The name of the image beside a watched page, whose width is the page's stamp.
  public static let stampName = "index.watch.svg"

  /// The page, and beside one that is watched the image that says which one is the latest.
  public var files: [PreviewFile] {
    let data = data(stamp: nil)
    guard isWatched else { return [page(data)] }
    // From 1 to 2^24: every browser can say an image's width that far.
    let stamp = SHA256.hash(data).bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) } + 1
    let image =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(stamp)\" height=\"1\"/>\n"
    return [
      page(self.data(stamp: stamp)), PreviewFile(path: Self.stampName, bytes: Array(image.utf8)),
    ]
  }

  private func page(_ data: [UInt8]) -> PreviewFile {
    let script = Self.script
    let security = frame.security
    let labels = frame.labels
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(labels.language.rawValue)\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(security.policy(script: script, loadsStamp: isWatched))\">"
        + "<title>")
    page.text(labels["title"])
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    for sheet in Self.sheets { page.raw(sheet) }
    page.raw("</style></head>\n<body><div id=\"app\"></div><noscript>")
    page.text(labels["noscript"])
    page.raw("</noscript>\n<script type=\"application/json\" id=\"data\">")
    page.raw(inScript(data))
    page.raw("</script>\n<script>")
    page.raw(script)
    page.raw("</script></body></html>\n")
    return PreviewFile(path: "index.html", bytes: page.bytes)
  }

  /// The one function that the script's files are the body of.
  private static let script =
    Array("\"use strict\";\n(() => {\n".utf8)
    + [
      PackageResources.elements_js, PackageResources.mails_js, PackageResources.page_js,
      PackageResources.frames_js, PackageResources.lists_js, PackageResources.panels_js,
      PackageResources.gallery_js, PackageResources.watch_js,
    ].joined() + Array("})();\n".utf8)

  private static let sheets = [
    PackageResources.gallery_css, PackageResources.lists_css, PackageResources.mail_css,
    PackageResources.panels_css, PackageResources.narrow_css,
  ]

  /// JSON in which no `<` can end the script element or open a comment.
  private func inScript(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(json.count + json.count / 16)
    for byte in json {
      if byte == UInt8(ascii: "<") {
        output.append(contentsOf: "\\u003c".utf8)
      } else {
        output.append(byte)
      }
    }
    return output
  }

  private func data(stamp: Int?) -> [UInt8] {
    let labels = frame.labels
    var json = JSONWriter()
    json.beginObject()
    json.pair("lang", labels.language.rawValue)
    json.key("labels")
    json.beginObject()
    for (key, text) in labels.all { json.pair(key, text) }
    json.endObject()
    json.pair("generatedBy", "tmpl \(version)")
    json.pair("note", frame.imageNote ?? "")
    json.pair("snapshots", hasSnapshotChanges ? SnapshotPage.name : "")
    json.pair("framePrefix", frame.beginning)
    if let stamp { json.pair("stamp", stamp) }
    json.key("templates")
    json.beginArray()
    for preview in previews { json.template(preview) }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
