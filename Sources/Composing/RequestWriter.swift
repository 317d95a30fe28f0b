public import Mailing
import JSONSyntax

/// Writes mails as the service's JSON, in as many requests as the batch limits ask for.
public struct RequestWriter: Sendable {
  /// How much goes into one request.
  public struct Batch: Sendable {
    /// The most people.
    public var recipients = 10_000
    /// The most bytes, unless a single person needs more.
    public var bytes = 8 << 20

    /// The default bounds.
    public init() {}
  }

  private let head: [UInt8]
  /// The names that each person has values for; none when one mail goes to all.
  private let wireNames: [[UInt8]]
  private let types: [RecipientKind: String]
  private let batch: Batch
  private let isOneRequest: Bool
  private var people: [UInt8] = []
  private var count = 0

  /// Prepares the part that all requests share: sender, title, body, options.
  public init(_ draft: Draft, profile: Profile, batch: Batch = Batch()) {
    isOneRequest = draft.isOneRequest
    self.batch = batch
    types = profile.recipientTypes
    wireNames =
      draft.hasOneMailForAll
      ? []
      : draft.plan.slots.map { slot in
        var quoted: [UInt8] = []
        JSONWriter.appendQuoted(Array(slot.wireName.utf8), to: &quoted)
        return quoted
      }
    head = Self.head(draft, profile)
  }

  /// Takes one more mail; returns the finished request when this mail did not fit in it.
  public mutating func add(_ mail: Mail) -> [UInt8]? {
    let person = person(mail)
    var finished: [UInt8]?
    let isFull =
      count == batch.recipients || people.count + person.count + head.count > batch.bytes
    if isFull, !isOneRequest, count > 0 { finished = finish() }
    if count > 0 { people.append(UInt8(ascii: ",")) }
    people.append(contentsOf: person)
    count += 1
    return finished
  }

  /// The last request, or nil when no mail is waiting.
  public mutating func finish() -> [UInt8]? {
    guard count > 0 else { return nil }
    let request = head + Array("\"recipients\":[".utf8) + people + Array("]}\n".utf8)
    people.removeAll(keepingCapacity: true)
    count = 0
    return request
  }

  private func person(_ mail: Mail) -> [UInt8] {
    var json: [UInt8] = Array("{\"address\":".utf8)
    JSONWriter.appendQuoted(mail.address, to: &json)
    if let name = mail.name, !name.isEmpty {
      json.append(contentsOf: ",\"name\":".utf8)
      JSONWriter.appendQuoted(name, to: &json)
    }
    json.append(contentsOf: ",\"type\":\"\(types[mail.kind] ?? "")\"".utf8)
    json.append(contentsOf: ",\"parameters\":{".utf8)
    for (index, name) in wireNames.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: name)
      json.append(UInt8(ascii: ":"))
      JSONWriter.appendQuoted(mail.values[index], to: &json)
    }
    json.append(contentsOf: "}}".utf8)
    return json
  }

  /// `{"senderAddress":…,` up to where the people begin.
  private static func head(_ draft: Draft, _ profile: Profile) -> [UInt8] {
    let envelope = draft.envelope
    var json: [UInt8] = [UInt8(ascii: "{")]
    func write(_ name: String, _ raw: some Sequence<UInt8>) {
      json.append(contentsOf: "\"\(name)\":".utf8)
      json.append(contentsOf: raw)
      json.append(UInt8(ascii: ","))
    }
    let (title, body) = draft.requestTexts
    func quoted(_ bytes: [UInt8]) -> [UInt8] {
      var output: [UInt8] = []
      JSONWriter.appendQuoted(bytes, to: &output)
      return output
    }
    for (field, name) in profile.fields {
      switch field {
      case .title: write(name, quoted(title))
      case .body: write(name, quoted(body))
      case .reservationDateTime, .reservationUtc:
        guard let text = reservation(envelope, field, profile) else { continue }
        write(name, text)
      default:
        if let text = envelope.texts[field] {
          write(name, quoted(text.value.bytes))
        } else if let flag = envelope.flags[field] {
          write(name, Array((flag.value ? "true" : "false").utf8))
        }
      }
    }
    return json
  }

  /// The time of sending as the profile wants it; milliseconds win over text, as at the service.
  private static func reservation(
    _ envelope: Envelope, _ field: EnvelopeField, _ profile: Profile
  ) -> [UInt8]? {
    let literal = envelope.numbers[.reservationUtc]?.value
    switch (profile.reservation, field) {
    case (.korean, .reservationUtc): return literal
    case (.korean, _):
      guard let text = envelope.string(.reservationDateTime),
        let time = Reservation(text: text)
      else { return nil }
      return Array("\"\(time.korean)\"".utf8)
    case (.iso8601, _):
      let time =
        literal.flatMap(Reservation.init(literal:))
        ?? envelope.string(.reservationDateTime).flatMap(Reservation.init(text:))
      return time.map { Array("\"\($0.iso8601)\"".utf8) }
    }
  }
}
