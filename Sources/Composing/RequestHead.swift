public import Mailing
import JSONSyntax

/// What all requests of a campaign have in common: sender, title, body and options.
public struct RequestHead: Sendable {
  /// A field as the service gets it.
  public struct Field: Sendable {
    /// What it is.
    public let field: EnvelopeField
    /// The service's name for it.
    public let name: String
    /// The value as JSON.
    public let json: [UInt8]
  }

  /// The fields that are given, in the order they are written.
  public let fields: [Field]
  /// The title with plain names for its values.
  public let title: [UInt8]
  /// The body with plain names for its values.
  public let body: [UInt8]
  /// The files that go along, which a request names by the ids of their upload.
  public let attachments: [Attachment]

  /// Takes from a draft what the service gets.
  public init(_ draft: Draft, profile: Profile) {
    let (title, body) = draft.requestTexts
    self.title = title
    self.body = body
    attachments = draft.attachments
    fields = profile.fields.compactMap { field, name in
      let json: [UInt8]? =
        switch field {
        case .title: Self.quoted(title)
        case .body: Self.quoted(body)
        case .reservationDateTime, .reservationUtc:
          Self.reservation(draft.envelope, field, profile)
        default: Self.value(of: field, in: draft.envelope)
        }
      return json.map { Field(field: field, name: name, json: $0) }
    }
  }

  init(fields: [Field], title: [UInt8], body: [UInt8], attachments: [Attachment]) {
    self.fields = fields
    self.title = title
    self.body = body
    self.attachments = attachments
  }

  /// `{"senderAddress":…,` up to where the people begin.
  var json: [UInt8] {
    var json = [UInt8(ascii: "{")]
    for field in fields {
      json += "\"\(field.name)\":".utf8
      json += field.json
      json.append(UInt8(ascii: ","))
    }
    return json
  }

  /// How many bytes requests have before their people, without what may be another when a send is
  /// gone on with: the time and the ids of files must not move people from one request to another.
  var lastingSize: Int {
    let changing: Set<EnvelopeField> = [.reservationUtc, .reservationDateTime, .attachments]
    return fields.reduce(1) { size, field in
      changing.contains(field.field)
        ? size : size + "\"\":,".utf8.count + field.name.utf8.count + field.json.count
    }
  }

  /// The same with the ids of uploaded files.
  public func attaching(_ ids: [String], profile: Profile) -> RequestHead {
    guard let name = profile.fields.first(where: { $0.field == .attachments })?.name else {
      return self
    }
    var json = JSONWriter()
    json.beginArray()
    for id in ids { json.string(id) }
    json.endArray()
    return RequestHead(
      fields: fields + [Field(field: .attachments, name: name, json: json.bytes)], title: title,
      body: body, attachments: attachments)
  }

  /// The whole request for some people.
  public func request(for batch: Batch) -> [UInt8] {
    let head = json
    var request: [UInt8] = []
    request.reserveCapacity(head.count + batch.people.count + 32)
    request += head
    request += "\"recipients\":[".utf8
    request += batch.people
    request += "]}".utf8
    return request
  }

  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    JSONWriter.appendQuoted(text, to: &output)
    return output
  }

  private static func value(of field: EnvelopeField, in envelope: Envelope) -> [UInt8]? {
    if let text = envelope.texts[field] { return quoted(text.value.bytes) }
    return envelope.flags[field].map { Array(($0.value ? "true" : "false").utf8) }
  }

  /// The time of sending as the profile wants it; milliseconds win over text, as at the service.
  private static func reservation(
    _ envelope: Envelope, _ field: EnvelopeField, _ profile: Profile
  ) -> [UInt8]? {
    switch (profile.reservation, field) {
    case (.korean, .reservationUtc): return envelope.numbers[.reservationUtc]?.value
    case (.korean, _):
      let text = envelope.string(.reservationDateTime).flatMap { Reservation(text: $0) }
      return text.map { Array("\"\($0.korean)\"".utf8) }
    case (.iso8601, _):
      return Reservation(of: envelope).map { Array("\"\($0.iso8601)\"".utf8) }
    }
  }
}
