import Composing
import Diagnostics
import JSONSyntax
import Linting
import Mailing

// What the gallery's script knows about templates and people.
extension JSONWriter {
  // MARK: Templates

  mutating func pair(_ key: String, _ text: String) {
    self.key(key)
    string(text)
  }

  mutating func pair(_ key: String, _ number: Int) {
    self.key(key)
    integer(number)
  }

  mutating func pair(_ key: String, _ flag: Bool) {
    self.key(key)
    bool(flag)
  }

  mutating func template(_ preview: TemplatePreview) {
    let draft = preview.draft
    beginObject()
    pair("name", draft.name)
    pair("folder", preview.folder)
    key("sender")
    beginObject()
    pair("name", draft.envelope.string(.senderName) ?? "")
    pair("address", draft.envelope.string(.senderAddress) ?? "")
    endObject()
    key("titleMark")
    if let mark = preview.titleMark { string(mark) } else { null() }
    pair("samples", preview.isSample)
    pair("total", preview.total)
    key("title")
    source(draft.plan.title)
    key("body")
    body(preview.body.pieces)
    key("source")
    source(draft.plan.body)
    key("plain")
    plain(preview.text.pieces ?? [])
    pair("request", request(preview))
    wires(draft)
    key("schemes")
    if let schemes = DarkScheme.declared(in: draft) { string(schemes) } else { null() }
    uses(draft, preview.labels.language)
    counts(preview)
    findings(preview)
    key("people")
    beginArray()
    for person in preview.people { self.person(person, preview) }
    endArray()
    endObject()
  }

  /// A text as it is sent, with numbers of uses where values go.
  private mutating func source(_ text: LoweredText) {
    beginArray()
    for piece in text.pieces {
      switch piece {
      case .text(let range), .damaged(let range): string(bytes: Array(text.bytes[range]))
      case .slot(_, let use): integer(use)
      }
    }
    endArray()
  }

  private mutating func plain(_ pieces: [MailText.Piece]) {
    beginArray()
    for piece in pieces {
      switch piece {
      case .text(let text): string(text)
      case .slot(_, let use): integer(use)
      }
    }
    endArray()
  }

  /// The request of the first person alone; the page puts others in their place.
  private func request(_ preview: TemplatePreview) -> String {
    guard let person = preview.people.first else { return "{}" }
    var writer = RequestWriter(preview.draft, profile: preview.profile)
    let full = writer.add(person.mail)
    return String(decoding: writer.finish() ?? full ?? [], as: UTF8.self)
  }

  private mutating func wires(_ draft: Draft) {
    key("wires")
    beginArray()
    if !draft.hasOneMailForAll { for slot in draft.plan.slots { string(slot.wireName) } }
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

  private mutating func uses(_ draft: Draft, _ language: Language) {
    key("uses")
    beginArray()
    for (number, use) in draft.plan.uses.enumerated() {
      let slot = draft.plan.slots[use.slot]
      beginObject()
      pair("slot", use.slot)
      pair("parameter", draft.plan.parameters[slot.parameter].name)
      pair("wire", slot.wireName)
      pair("inText", use.isInText)
      pair("context", Message(placeOf: use.context).text(language))
      pair("place", place(draft.location(ofUse: number)))
      endObject()
    }
    endArray()
  }

  /// `body.html:4:12`: the folder is known from the template.
  private func place(_ location: Location) -> String {
    let text = location.description
    return text.split(separator: "/").last.map(String.init) ?? text
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
    pair("row", person.row)
    pair("address", String(decoding: person.mail.address, as: UTF8.self))
    pair("name", person.mail.name.map { String(decoding: $0, as: UTF8.self) } ?? "")
    pair("preheader", person.preheader)
    pair("kind", preview.profile.recipientTypes[person.mail.kind] ?? "")
    pair("blocked", !person.problems.isEmpty)
    reasons(person, preview.labels.language)
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
    if preview.text.pieces == nil { pair("plain", preview.text.text(person.mail)) }
    endObject()
  }

  private mutating func reasons(_ person: PersonPreview, _ language: Language) {
    if person.isSynthetic { pair("synthetic", true) }
    guard !person.reasons.isEmpty else { return }
    key("why")
    beginArray()
    for reason in person.reasons { string(reason.text(language)) }
    endArray()
  }
}
