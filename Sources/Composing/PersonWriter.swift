public import Mailing
public import Recipients
import JSONSyntax

/// Writes people as the service's JSON: everything that differs between the mails of a campaign.
public struct PersonWriter: Sendable {
  /// The names that each person has values for; none when one mail goes to all.
  private let wireNames: [[UInt8]]
  private let types: [RecipientKind: String]
  /// How many bytes an object has beside address, name and values.
  private let frame: Int
  private static let nameFrame = ",\"name\":\"\"".utf8.count

  /// Prepares the names of a draft's values.
  public init(_ draft: Draft, profile: Profile) {
    types = profile.recipientTypes
    wireNames =
      draft.hasOneMailForAll
      ? []
      : draft.plan.slots.map { slot in
        var quoted: [UInt8] = []
        JSONWriter.appendQuoted(Array(slot.wireName.utf8), to: &quoted)
        return quoted
      }
    frame =
      "{\"address\":\"\",\"type\":\"\",\"parameters\":{}}".utf8.count
      + (types.values.map(\.utf8.count).max() ?? 0)
      + wireNames.reduce(0) { $0 + $1.count + 4 }
  }

  /// Somebody, with values in memory that the next person's reuse.
  public struct Person {
    /// The address as the list has it.
    public let address: ArraySlice<UInt8>
    /// The recipient's name; nil where the list has none.
    public let name: ArraySlice<UInt8>?
    /// How the mail is addressed to them.
    public let kind: RecipientKind
    /// One finished value per slot.
    public let values: WireValues

    /// Takes a row with its composed values.
    public init(_ row: Row, _ values: WireValues) {
      address = EmailAddress.bare(row.address ?? [])
      name = row.name
      kind = row.kind
      self.values = values
    }

    /// Takes a mail.
    public init(_ mail: Mail) {
      address = mail.address[...]
      name = mail.name?[...]
      kind = mail.kind
      values = mail.values
    }
  }

  /// How many bytes somebody's object has, but for what escapes add.
  public func size(of mail: Person) -> Int {
    let name = mail.name.map { $0.isEmpty ? 0 : $0.count + Self.nameFrame } ?? 0
    let values = wireNames.isEmpty ? 0 : mail.values.size
    return frame + mail.address.count + name + values
  }

  /// Adds what somebody's object says, each text behind its length and without the names of values,
  /// which all people share: shorter, and different for whatever differs in the object.
  public func appendFramed(_ mail: Person, to bytes: inout [UInt8]) {
    Self.append(length: mail.address.count, to: &bytes)
    bytes += mail.address
    Self.append(length: mail.name?.count ?? 0, to: &bytes)
    if let name = mail.name { bytes += name }
    switch mail.kind {
    case .to: bytes.append(UInt8(ascii: "t"))
    case .carbonCopy: bytes.append(UInt8(ascii: "c"))
    case .blindCopy: bytes.append(UInt8(ascii: "b"))
    }
    guard !wireNames.isEmpty else { return }
    for slot in 0..<wireNames.count {
      Self.append(length: mail.values.size(of: slot), to: &bytes)
    }
    mail.values.append(to: &bytes)
  }

  private static func append(length: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }

  /// Adds one person's object.
  public func append(_ mail: Mail, to json: inout [UInt8]) { append(Person(mail), to: &json) }

  /// Adds one person's object.
  public func append(_ mail: Person, to json: inout [UInt8]) {
    json += "{\"address\":".utf8
    JSONWriter.appendQuoted(mail.address, to: &json)
    if let name = mail.name, !name.isEmpty {
      json += ",\"name\":".utf8
      JSONWriter.appendQuoted(name, to: &json)
    }
    json += ",\"type\":\"\(types[mail.kind] ?? "")\",\"parameters\":{".utf8
    for (index, name) in wireNames.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json += name
      json.append(UInt8(ascii: ":"))
      JSONWriter.appendQuoted(mail.values[index], to: &json)
    }
    json += "}}".utf8
  }
}
