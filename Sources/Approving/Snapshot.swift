public import Composing
public import Hashing

/// One sample person's mail, exactly as it would be sent.
public struct Snapshot: Sendable, Hashable {
  /// The name of its file without ending.
  public let key: String
  /// The title.
  public let title: [UInt8]
  /// The body's bytes.
  public let body: [UInt8]

  /// Describes a snapshot.
  public init(key: String, title: [UInt8], body: [UInt8]) {
    self.key = key
    self.title = title
    self.body = body
  }

  /// Takes the mail of one person.
  public init(_ mail: Mail, of plan: LoweringPlan, key: String) {
    self.key = key
    title = plan.title.substituting(mail.values)
    body = plan.body.substituting(mail.values)
  }

  /// The digest of title and body.
  public var digest: Digest { SHA256.hash(title + [0x0A] + body) }
}
