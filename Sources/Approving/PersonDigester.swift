public import Composing
public import Hashing
public import Mailing

/// Makes digests of what people's parts of a request say.
public struct PersonDigester: Sendable {
  private let writer: PersonWriter
  private var bytes: [UInt8] = []

  /// Prepares for a draft's people.
  public init(_ draft: Draft, profile: Profile) {
    writer = PersonWriter(draft, profile: profile)
  }

  /// The digest of somebody's address, name, kind and values.
  public mutating func digest(of person: PersonWriter.Person) -> Digest {
    bytes.removeAll(keepingCapacity: true)
    writer.appendFramed(person, to: &bytes)
    return SHA256.hash(bytes)
  }
}
