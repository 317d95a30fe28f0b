public import Mailing

/// Why an approval does not cover a campaign: the first part that differs.
public enum Mismatch: Error, Sendable, Hashable {
  /// There is no approval of the template at all.
  case none
  /// Another service.
  case profile(approved: String)
  /// Another version of the tool makes other bytes.
  case renderer(approved: Int)
  /// The title.
  case title
  /// The body, from that line on.
  case body(line: Int)
  /// The sender or an option, by the service's name.
  case field(String)
  /// The same people, in another order.
  case order
  /// How many people there are.
  case people(approved: Int)
  /// People or their values, within these rows.
  case rows(ClosedRange<Int>)
  /// The time of sending.
  case schedule(approved: Schedule)
  /// It was given too long ago.
  case expired(Reservation)
  /// Too few people have said yes.
  case consents(given: Int, needed: Int)
}

extension Content {
  /// The first part in which a campaign's content differs from this one, which was approved.
  func mismatch(_ other: Content) -> Mismatch? {
    if profile != other.profile { return .profile(approved: profile) }
    if title != other.title { return .title }
    if body != other.body { return .body(line: Self.firstDifference(body, other.body)) }
    for name in Set(fields.keys).union(other.fields.keys).sorted()
    where fields[name] != other.fields[name] { return .field(name) }
    if renderer != other.renderer { return .renderer(approved: renderer) }
    return nil
  }

  private static func firstDifference(_ old: [UInt8], _ new: [UInt8]) -> Int {
    var line = 1
    for (a, b) in zip(old, new) {
      if a != b { break }
      if a == UInt8(ascii: "\n") { line += 1 }
    }
    return line
  }
}

extension ListSummary {
  /// The first part in which a list differs from this one, which was approved.
  func mismatch(_ other: ListSummary) -> Mismatch? {
    guard digest != other.digest else { return nil }
    if people == other.people, sum == other.sum { return .order }
    for (old, new) in zip(blocks, other.blocks) where old != new {
      return people == other.people ? .rows(new.rows) : .people(approved: people)
    }
    return .people(approved: people)
  }
}
