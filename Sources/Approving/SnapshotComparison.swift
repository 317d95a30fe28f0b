/// How the mails of today's sample people stand to the approved snapshots.
public struct SnapshotComparison: Sendable {
  /// What is true of one key.
  public enum State: Sendable, Hashable {
    /// The approved bytes are today's.
    case same
    /// Nothing is approved yet.
    case new
    /// Title or body differ.
    case changed(approved: Snapshot)
    /// Approved, but there is no such person any more.
    case orphaned
    /// The approved file is not what was approved: it is gone or was changed by hand.
    case damaged
  }

  /// One key with its state.
  public struct Item: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Today's mail; nil for an orphan.
    public let current: Snapshot?
    /// The state.
    public let state: State
  }

  /// Everybody, the people first in their order, then orphans by key.
  public let items: [Item]

  /// Compares.
  ///
  /// - Parameters:
  ///   - current: today's mails.
  ///   - manifest: what was approved.
  ///   - body: the bytes of an approved file by key; nil where there is none.
  public init(_ current: [Snapshot], _ manifest: SnapshotManifest, body: (String) -> [UInt8]?) {
    let people = current.map { snapshot in
      Item(
        key: snapshot.key, current: snapshot, state: Self.state(of: snapshot, manifest, body))
    }
    let known = Set(current.map(\.key))
    let orphans = manifest.entries.keys.filter { !known.contains($0) }.sorted()
    items = people + orphans.map { Item(key: $0, current: nil, state: .orphaned) }
  }

  private static func state(
    of snapshot: Snapshot, _ manifest: SnapshotManifest, _ body: (String) -> [UInt8]?
  ) -> State {
    guard let entry = manifest.entries[snapshot.key] else { return .new }
    guard let body = body(snapshot.key) else { return .damaged }
    let approved = Snapshot(key: snapshot.key, title: entry.title, body: body)
    guard approved.digest == entry.digest else { return .damaged }
    return approved == snapshot ? .same : .changed(approved: approved)
  }

  /// Everything that has to be looked at.
  public var open: [Item] { items.filter { $0.state != .same } }
}
