public import Mailing

/// Writes mails as the service's JSON, in as many requests as the batch limits ask for.
public struct RequestWriter: Sendable {
  private let head: [UInt8]
  private let writer: PersonWriter
  private var batching: Batching
  private var people: [UInt8] = []
  private var person: [UInt8] = []

  /// Prepares the part that all requests share: sender, title, body, options.
  public init(_ draft: Draft, profile: Profile, limits: Batching.Limits = Batching.Limits()) {
    let head = RequestHead(draft, profile: profile)
    self.head = head.json
    writer = PersonWriter(draft, profile: profile)
    batching = Batching(draft, head: head, limits: limits)
  }

  /// Takes one more mail; returns the finished request when this mail did not fit in it.
  public mutating func add(_ mail: Mail) -> [UInt8]? {
    person.removeAll(keepingCapacity: true)
    writer.append(mail, to: &person)
    let finished = batching.add(person.count) ? finish() : nil
    if !people.isEmpty { people.append(UInt8(ascii: ",")) }
    people += person
    return finished
  }

  /// The last request, or nil when no mail is waiting.
  public mutating func finish() -> [UInt8]? {
    guard !people.isEmpty else { return nil }
    let request = head + Array("\"recipients\":[".utf8) + people + Array("]}\n".utf8)
    people.removeAll(keepingCapacity: true)
    return request
  }
}
