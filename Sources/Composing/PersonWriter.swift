public import Mailing
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

  /// Adds one person's object.
  public func append(_ mail: Mail, to json: inout [UInt8]) {
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
