public import Composing
public import Linting
public import Mailing

/// A campaign's mails as colleagues get them before anybody approves it.
public struct TestMessage: Sendable {
  /// The most mails of one test.
  public static let limit = 20
  /// What stands before the title, so that nobody takes it for the real mail.
  public static let mark = "[테스트] "

  /// The clean campaign.
  public let campaign: Campaign
  /// The service.
  public let profile: Profile
  /// Who gets it.
  public let addresses: [String]
  /// Its title, body and options: without a time to leave at, and without a wait for a console.
  public let head: RequestHead

  /// Makes a test of a campaign; nil when it would be none or too many mails.
  ///
  /// - Parameters:
  ///   - campaign: the clean campaign.
  ///   - profile: the service.
  ///   - addresses: who gets it.
  ///   - people: how many people's mails each of them gets.
  public init?(_ campaign: Campaign, profile: Profile, addresses: [String], people: Int) {
    let (count, isOver) = addresses.count.multipliedReportingOverflow(by: people)
    guard !isOver, (1...Self.limit).contains(count) else { return nil }
    self.campaign = campaign
    self.profile = profile
    self.addresses = addresses
    head = RequestHead(campaign.draft, profile: profile).test(mark: Self.mark)
  }

  /// The mails of some people, each to every address.
  public func mails(of people: [Mail]) -> [Mail] {
    people.flatMap { mail in addresses.map { mail.readdressed(to: Array($0.utf8)) } }
  }
}
