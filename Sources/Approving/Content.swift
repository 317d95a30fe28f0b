public import Composing
public import Hashing
import JSONSyntax
public import Mailing

/// What every recipient of a campaign gets alike: all that an approval is given to but the people
/// and the time.
public struct Content: Sendable, Hashable {
  /// The service's profile by name.
  public let profile: String
  /// The version of the renderer that made the texts.
  public let renderer: Int
  /// The title with plain names for its values.
  public let title: [UInt8]
  /// The body with plain names for its values.
  public let body: [UInt8]
  /// Sender and options as JSON, by the service's names for them.
  public let fields: [String: [UInt8]]

  /// Takes the content of a campaign.
  public init(_ head: RequestHead, profile: Profile) {
    self.profile = profile.name
    renderer = Renderer.version
    title = head.title
    body = head.body
    var fields: [String: [UInt8]] = [:]
    // Two times say more than one schedule can: then both are content.
    let times = head.fields.count { Self.isTime($0.field) }
    for field in head.fields {
      let isApart = field.field == .title || field.field == .body
      if isApart || Self.isTime(field.field) && times == 1 { continue }
      fields[field.name] = field.json
    }
    if !head.attachments.isEmpty { fields["attachments"] = Self.json(of: head.attachments) }
    self.fields = fields
  }

  init(
    profile: String, renderer: Int, title: [UInt8], body: [UInt8], fields: [String: [UInt8]]
  ) {
    self.profile = profile
    self.renderer = renderer
    self.title = title
    self.body = body
    self.fields = fields
  }

  /// Names and digests of files, by which alone an approval knows them.
  private static func json(of attachments: [Attachment]) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for attachment in attachments {
      json.beginObject()
      json.key("digest")
      json.string(SHA256.hash(attachment.bytes).hex)
      json.key("name")
      json.string(attachment.name)
      json.endObject()
    }
    json.endArray()
    return json.bytes
  }

  /// Whether a field names the time of sending, which is approved as a schedule.
  private static func isTime(_ field: EnvelopeField) -> Bool {
    field == .reservationUtc || field == .reservationDateTime
  }

  /// JSON with sorted keys and without white space, of which the digest is made.
  public var canonical: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }

  /// The digest that approvals name.
  public var digest: Digest { SHA256.hash(canonical) }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("body")
    json.string(bytes: body)
    json.key("fields")
    json.beginObject()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.raw(value)
    }
    json.endObject()
    json.key("profile")
    json.string(profile)
    json.key("renderer")
    json.integer(renderer)
    json.key("title")
    json.string(bytes: title)
    json.endObject()
  }
}
