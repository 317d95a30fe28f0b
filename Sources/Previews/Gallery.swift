import Composing
public import Diagnostics
import JSONSyntax
import Mailing
import Markup

/// `index.html`: all templates and people in one self-contained page.
public struct Gallery: Sendable {
  private let previews: [TemplatePreview]
  private let frame: MailFrame
  private let version: String

  /// Prepares the page in a language.
  public init(_ previews: [TemplatePreview], language: Language, version: String) {
    self.previews = previews
    let shown = previews.map(\.frame.security)
    frame = MailFrame(
      security: PreviewSecurity(
        images: shown.first?.images ?? .none, addresses: shown.flatMap(\.addresses)),
      labels: Labels(language: language))
    self.version = version
  }

  /// The page.
  public var file: PreviewFile {
    let script = PackageResources.gallery_js
    let security = frame.security
    let labels = frame.labels
    var page = HTMLText()
    page.raw(
      "<!doctype html>\n<html lang=\"\(labels.language.rawValue)\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(security.policy(script: script))\">"
        + "<title>")
    page.text(labels["title"])
    page.raw("</title><style>")
    page.raw(PackageResources.theme_css)
    page.raw(PackageResources.gallery_css)
    page.raw("</style></head>\n<body><div id=\"app\"></div><noscript>")
    page.text(labels["noscript"])
    page.raw("</noscript>\n<script type=\"application/json\" id=\"data\">")
    page.raw(inScript(data))
    page.raw("</script>\n<script>")
    page.raw(script)
    page.raw("</script></body></html>\n")
    return PreviewFile(path: "index.html", bytes: page.bytes)
  }

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

  private var data: [UInt8] {
    let labels = frame.labels
    var json = JSONWriter()
    json.beginObject()
    json.pair("lang", labels.language.rawValue)
    json.key("labels")
    json.beginObject()
    for (key, text) in labels.all { json.pair(key, text) }
    json.endObject()
    json.pair("generatedBy", "tmpl \(version)")
    let hosts = frame.security.imageHosts
    json.pair(
      "note",
      hosts.isEmpty ? "" : labels["imageNote"] + " " + hosts.prefix(5).joined(separator: ", "))
    json.pair("framePrefix", frame.beginning)
    json.key("templates")
    json.beginArray()
    for preview in previews { json.template(preview) }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func pair(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  fileprivate mutating func pair(_ key: String, _ number: Int) {
    self.key(key)
    integer(number)
  }

  fileprivate mutating func pair(_ key: String, _ flag: Bool) {
    self.key(key)
    bool(flag)
  }

  fileprivate mutating func template(_ preview: TemplatePreview) {
    let draft = preview.draft
    beginObject()
    pair("name", draft.name)
    pair("folder", preview.folder)
    key("sender")
    beginObject()
    pair("name", draft.envelope.string(.senderName) ?? "")
    pair("address", draft.envelope.string(.senderAddress) ?? "")
    endObject()
    pair("advertising", draft.envelope.isAdvertising)
    pair("samples", preview.isSample)
    pair("total", preview.total)
    title(draft.plan.title)
    key("body")
    body(preview.body.pieces)
    uses(draft)
    counts(preview)
    findings(preview)
    key("people")
    beginArray()
    for person in preview.people { self.person(person, preview) }
    endArray()
    endObject()
  }

  private mutating func title(_ title: LoweredText) {
    key("title")
    beginArray()
    for piece in title.pieces {
      switch piece {
      case .text(let range), .damaged(let range): string(bytes: Array(title.bytes[range]))
      case .slot(_, let use): integer(use)
      }
    }
    endArray()
  }

  private mutating func body(_ pieces: [PreviewPiece]) {
    beginArray()
    for piece in pieces {
      switch piece {
      case .text(let bytes): string(bytes: bytes)
      case .standIn(let isInText): bool(isInText)
      case .slot(_, let use): integer(use)
      }
    }
    endArray()
  }

  private mutating func uses(_ draft: Draft) {
    key("uses")
    beginArray()
    for (number, use) in draft.plan.uses.enumerated() {
      let slot = draft.plan.slots[use.slot]
      beginObject()
      pair("slot", use.slot)
      pair("parameter", draft.plan.parameters[slot.parameter].name)
      pair("wire", slot.wireName)
      pair("inText", use.isInText)
      pair("place", draft.location(ofUse: number).description)
      endObject()
    }
    endArray()
  }

  private mutating func findings(_ preview: TemplatePreview) {
    let language = preview.labels.language
    key("findings")
    beginArray()
    for finding in preview.findings.prefix(200) {
      beginObject()
      pair("severity", finding.severity.rawValue)
      pair("rule", finding.rule)
      pair("message", finding.message.text(language))
      pair("place", finding.location.description)
      key("help")
      if let help = finding.help { string(help.text(language)) } else { null() }
      key("rows")
      beginArray()
      for row in finding.rows { integer(row) }
      endArray()
      pair("count", finding.count)
      endObject()
    }
    endArray()
  }

  private mutating func counts(_ preview: TemplatePreview) {
    key("counts")
    beginObject()
    for severity in Severity.allCases {
      pair(severity.rawValue, preview.findings.count { $0.severity == severity })
    }
    endObject()
  }

  private mutating func person(_ person: PersonPreview, _ preview: TemplatePreview) {
    let refused = Set(person.problems.map(\.slot))
    beginObject()
    pair("key", person.key)
    pair("file", preview.path(person))
    pair("row", person.mail.row)
    pair("address", String(decoding: person.mail.address, as: UTF8.self))
    pair("name", person.mail.name.map { String(decoding: $0, as: UTF8.self) } ?? "")
    pair("preheader", preview.preheader(person))
    pair("blocked", !person.problems.isEmpty)
    key("values")
    beginArray()
    for slot in 0..<person.mail.values.count {
      if refused.contains(slot) { null() } else { string(bytes: Array(person.mail.values[slot])) }
    }
    endArray()
    if preview.body.isPersonal {
      key("body")
      body(preview.body.pieces(person.mail, problems: person.problems))
    }
    endObject()
  }
}
