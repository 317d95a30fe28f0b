import Composing
public import Diagnostics
public import Hashing
import Mailing
public import Markup
import JSONSyntax

/// What `manifest.json` says of a folder's pages: how they were made, of what, and for whom.
///
/// With it a request alone tells whether its mails are those that were looked at.
public struct PreviewManifest: Sendable {
  /// One page.
  public struct Person: Sendable {
    /// The page's name without ending.
    public let key: String
    /// The record's number in the list.
    public let row: Int
    /// Where the mail goes.
    public let address: [UInt8]
    /// The mail's title.
    public let title: String
    /// The digest of the person's part of a request.
    public let part: Digest
    /// The digest of the page without the mail in it.
    public let surroundings: Digest
    /// The digest of the mail's document where no request holds it, since the person is made up.
    public let frame: Digest?
  }

  /// The version of the tool that wrote the pages.
  public let version: String
  /// The template's name.
  public let template: String
  /// The service by name.
  public let profile: String
  /// The language of labels.
  public let language: Language
  /// Which images from elsewhere are shown.
  public let images: HTMLSanitizer.Images
  /// Whether values may be markup, as those of complete requests.
  public let hasFinalValues: Bool
  /// The digest of each field that all people share, by the service's name for it.
  public let head: [String: Digest]
  /// The pages, in the order of the list.
  public private(set) var people: [Person] = []

  private let writer: PersonWriter?
  private var scanner = PageScanner()

  /// Starts the manifest of a template's pages.
  public init(_ preview: TemplatePreview, version: String) {
    let profile = preview.profile
    self.version = version
    template = preview.draft.name
    self.profile = profile.name
    language = preview.labels.language
    images = preview.frame.security.images
    hasFinalValues = preview.draft.hasFinalValues
    let fields = RequestHead(preview.draft, profile: profile).fields
    head = Dictionary(fields.map { ($0.name, SHA256.hash($0.json)) }) { first, _ in first }
    writer = PersonWriter(preview.draft, profile: profile)
  }

  /// Adds the page of a person.
  public mutating func add(_ person: PersonPreview, of preview: TemplatePreview, page: [UInt8]) {
    guard let parts = scanner.parts(of: page) else { return }
    var part: [UInt8] = []
    writer?.append(person.mail, to: &part)
    people.append(
      Person(
        key: person.key, row: person.row, address: person.mail.address,
        title: preview.body.title(person.mail, problems: person.problems),
        part: SHA256.hash(part), surroundings: parts.surroundings,
        frame: person.isSynthetic ? SHA256.hash(Array(page[parts.frame])) : nil))
  }

  // MARK: The file

  /// Reads a file; nil for one that says nothing of pages.
  public init?(file: [UInt8]) {
    guard let root = try? JSONParser.parse(file), let pages = root["previews"],
      let version = pages["version"]?.text, let template = pages["template"]?.text,
      let profile = pages["profile"]?.text,
      let language = pages["language"]?.text.flatMap(Language.init(rawValue:)),
      let images = pages["images"]?.text.flatMap(HTMLSanitizer.Images.init(rawValue:)),
      case .bool(let isFinal)? = pages["finalValues"]?.kind,
      case .object(let fields)? = pages["head"]?.kind,
      case .array(let people)? = pages["people"]?.kind
    else { return nil }
    self.version = version
    self.template = template
    self.profile = profile
    self.language = language
    self.images = images
    hasFinalValues = isFinal
    var head: [String: Digest] = [:]
    for field in fields { head[field.key.text] = field.value.text.flatMap(Digest.init(hex:)) }
    self.head = head
    self.people = people.compactMap(Person.init)
    writer = nil
    guard head.count == fields.count, self.people.count == people.count else { return nil }
  }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("finalValues")
    json.bool(hasFinalValues)
    json.key("head")
    json.beginObject()
    for (name, digest) in head.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.string(digest.hex)
    }
    json.endObject()
    for (name, value) in [
      ("images", images.rawValue), ("language", language.rawValue),
    ] {
      json.key(name)
      json.string(value)
    }
    json.key("people")
    json.beginArray()
    for person in people { person.write(to: &json) }
    json.endArray()
    for (name, value) in [("profile", profile), ("template", template), ("version", version)] {
      json.key(name)
      json.string(value)
    }
    json.endObject()
  }
}

extension PreviewManifest.Person {
  fileprivate init?(_ value: JSONValue) {
    guard let key = value["key"]?.text, !key.contains("/"),
      let row = value["row"]?.scalarText.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }),
      case .string(let address)? = value["address"]?.kind, let title = value["title"]?.text,
      let part = value["part"]?.text.flatMap(Digest.init(hex:)),
      let surroundings = value["page"]?.text.flatMap(Digest.init(hex:))
    else { return nil }
    self.key = key
    self.row = row
    self.address = address.bytes
    self.title = title
    self.part = part
    self.surroundings = surroundings
    frame = value["frame"]?.text.flatMap(Digest.init(hex:))
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("address")
    json.string(bytes: address)
    if let frame {
      json.key("frame")
      json.string(frame.hex)
    }
    json.key("key")
    json.string(key)
    json.key("page")
    json.string(surroundings.hex)
    json.key("part")
    json.string(part.hex)
    json.key("row")
    json.integer(row)
    json.key("title")
    json.string(title)
    json.endObject()
  }
}

extension JSONValue {
  fileprivate subscript(name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key.text == name }?.value
  }

  fileprivate var text: String? {
    guard case .string(let text) = kind else { return nil }
    return text.text
  }
}
