public import Composing
public import Hashing
public import Linting
public import Mailing
public import Approving

/// What may leave the house: an approved campaign, a test of one, or a rehearsal.
public struct Dispatch: Sendable {
  /// Why it leaves, and so where to and to whom it may.
  public enum Kind: Sendable {
    /// To the people of an approved list.
    case approved
    /// To colleagues.
    case test
    /// To a stand-in of the service on this machine, which sends nothing.
    case rehearsal
  }

  /// Why it leaves.
  public let kind: Kind
  /// The service.
  public let profile: Profile
  /// What all its requests have in common.
  public private(set) var head: RequestHead
  /// The digest of the content.
  public let content: Digest
  /// The digest of the people with their values.
  public let list: Digest
  let draft: Draft

  /// Who sends it.
  public var senderAddress: String { draft.envelope.string(.senderAddress) ?? "" }

  /// An approved campaign.
  public init(_ approved: ApprovedCampaign, profile: Profile) {
    self.init(
      .approved, approved.campaign, RequestHead(approved.campaign.draft, profile: profile), profile,
      content: approved.approval.content.digest, list: approved.list.digest)
  }

  /// A campaign that nobody has approved, for a service on this machine.
  ///
  /// - Parameters:
  ///   - campaign: the clean campaign.
  ///   - profile: the service that is played.
  ///   - list: the digest of its people.
  public init(rehearsing campaign: Campaign, profile: Profile, list: Digest) {
    let head = RequestHead(campaign.draft, profile: profile)
    self.init(
      .rehearsal, campaign, head, profile, content: Content(head, profile: profile).digest,
      list: list)
  }

  /// A test, which says so in its title and leaves at once.
  public init(_ test: TestMessage) {
    kind = .test
    profile = test.profile
    draft = test.campaign.draft
    head = test.head
    content = Content(head, profile: profile).digest
    list = SHA256.hash(Array(test.addresses.joined(separator: "\n").utf8))
  }

  private init(
    _ kind: Kind, _ campaign: Campaign, _ head: RequestHead, _ profile: Profile,
    content: Digest, list: Digest
  ) {
    self.kind = kind
    self.profile = profile
    draft = campaign.draft
    self.head = head
    self.content = content
    self.list = list
  }

  /// The same with the ids of uploaded files.
  public func attaching(_ ids: [String]) -> Dispatch {
    var dispatch = self
    dispatch.head = head.attaching(ids, profile: profile)
    return dispatch
  }

  /// Four digits that stand for content and people, so that nobody confirms something else.
  public var mark: String { String(SHA256.hash(content.bytes + list.bytes).hex.prefix(4)) }
}
