public import Composing
public import Diagnostics

/// Two versions of a template, side by side: whose mail differs between them, and in what.
public struct MailDifference: Sendable {
  /// What is true of a group of people alike.
  public struct Kind: Sendable, Hashable {
    /// Whether the texts around the values differ.
    public let isInText: Bool
    /// The values that differ, by their names on the wire.
    public let values: [String]
    /// Whether a value is missing or refused in the old version, or the new one.
    public let isBroken: [Bool]
  }

  private let old: Draft
  private let new: Draft
  private let isSameText: Bool
  /// The values that both versions have, with their numbers in each.
  private let shared: [(name: String, old: Int, new: Int)]
  private var oldBytes: [UInt8] = []
  private var newBytes: [UInt8] = []

  /// Compares two versions.
  public init(_ old: Draft, _ new: Draft) {
    self.old = old
    self.new = new
    isSameText = old.plan.wireTitle == new.plan.wireTitle && old.plan.wireBody == new.plan.wireBody
    let numbers = Dictionary(
      new.plan.slots.enumerated().map { ($0.element.wireName, $0.offset) }
    ) { first, _ in first }
    shared = old.plan.slots.enumerated().compactMap { number, slot in
      numbers[slot.wireName].map { (slot.wireName, number, $0) }
    }
  }

  /// How one person's mails differ; nil where they are the same.
  public mutating func kind(
    _ before: Mail, _ oldProblems: [ValueProblem], _ after: Mail, _ newProblems: [ValueProblem]
  ) -> Kind? {
    let isBroken = [!oldProblems.isEmpty, !newProblems.isEmpty]
    let differing = shared.filter { before.values[$0.old] != after.values[$0.new] }.map(\.name)
    if isSameText || isSame(before, after) {
      guard isSameText, !differing.isEmpty || isBroken[0] != isBroken[1] else { return nil }
    }
    return Kind(isInText: !isSameText, values: differing, isBroken: isBroken)
  }

  private mutating func isSame(_ before: Mail, _ after: Mail) -> Bool {
    guard
      old.plan.title.substituting(before.values) == new.plan.title.substituting(after.values)
    else { return false }
    oldBytes.removeAll(keepingCapacity: true)
    newBytes.removeAll(keepingCapacity: true)
    old.plan.body.append(to: &oldBytes, substituting: before.values)
    new.plan.body.append(to: &newBytes, substituting: after.values)
    return oldBytes == newBytes
  }

  /// The lines that differ for one person.
  public func changes(_ before: Mail, _ after: Mail) -> (title: [LineChange], body: [LineChange]) {
    let snapshots = [(old, before), (new, after)].map { Snapshot($1, of: $0.plan, key: "") }
    return (
      LineDiff(snapshots[0].title, snapshots[1].title).changes,
      LineDiff(snapshots[0].body, snapshots[1].body).changes
    )
  }
}
