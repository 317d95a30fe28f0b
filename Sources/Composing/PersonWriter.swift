public import Mailing
public import Recipients
import JSONSyntax

/// Writes people as the service's JSON: everything that differs between the mails of a campaign.
public struct PersonWriter: Sendable {
  /// The names that each person has values for; none when one mail goes to all.
  private let wireNames: [[UInt8]]
  private let types: [RecipientKind: String]

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
