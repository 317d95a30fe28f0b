import Approving
import Diagnostics
import Linting

/// The snapshots of one template on disk: approved files, pending ones beside them, a manifest.
struct SnapshotStore {
  private let folder: String
  private let project: Project

  init(_ template: String, in project: Project) {
    self.project = project
    folder = Paths.join(project.root, "snapshots/\(template)")
  }

  // MARK: Reading

  private static let approvedManifest = "manifest.json"
  private static let pendingManifest = "pending.json"

  private func manifest(_ name: String) throws(Failure) -> SnapshotManifest {
    let path = Paths.join(folder, name)
    guard Files.kind(path) == .file else { return SnapshotManifest() }
    let shown = project.shown(path)
    guard let manifest = SnapshotManifest(file: try Files.read(path, shownAs: shown)) else {
      throw Failure(
        Message(
          "\(quoted: shown) is no manifest of snapshots; restore it from version control",
          ko: "\(quoted: shown)은(는) 스냅샷 목록이 아닙니다. 버전 관리에서 복원하세요"))
    }
    return manifest
  }

  /// The bytes of an approved file; nil where there is none.
  func approved(_ key: String) -> [UInt8]? { read("\(key).html") }

  /// Whether anything was ever approved or put aside to be looked at.
  var isInUse: Bool { Files.kind(folder) == .folder }

  /// The mail that was approved for somebody; nil where it is not there as it was.
  func approvedSnapshot(_ item: SnapshotComparison.Item) -> Snapshot? {
    switch item.state {
    case .changed(let approved): return approved
    case .new, .damaged: return nil
    case .same: return item.current
    case .orphaned:
      guard let entry = (try? manifest(Self.approvedManifest))?.entries[item.key],
        let body = approved(item.key)
      else { return nil }
      return Snapshot(key: item.key, title: entry.title, body: body)
    }
  }

  /// The bytes of a pending file; nil where there is none.
  func pending(_ key: String) -> [UInt8]? { read("\(key).pending.html") }

  /// The keys that have a pending file.
  var pendingKeys: [String] {
    Files.list(folder).filter { $0.hasSuffix(".pending.html") }
      .map { String($0.dropLast(".pending.html".count)) }
  }

  private func read(_ name: String) -> [UInt8]? {
    let path = Paths.join(folder, name)
    guard Files.kind(path) == .file else { return nil }
    return try? Files.read(path, shownAs: project.shown(path))
  }

  /// How today's mails stand to what was approved.
  func comparison(with current: [Snapshot]) throws(Failure) -> SnapshotComparison {
    SnapshotComparison(current, try manifest(Self.approvedManifest), body: approved)
  }

  // MARK: Writing

  /// Puts what has to be looked at beside what was approved, and takes away what has not.
  func writePending(_ comparison: SnapshotComparison) throws(Failure) {
    var pending = SnapshotManifest()
    for current in comparison.open.compactMap(\.current) {
      pending.entries[current.key] = SnapshotManifest.Entry(current)
      guard self.pending(current.key) != current.body else { continue }
      try write(current.body, to: "\(current.key).pending.html")
    }
    for key in pendingKeys where pending.entries[key] == nil { remove("\(key).pending.html") }
    try writePending(pending)
  }

  /// Whether today's mail is what was put beside the approved one to be looked at.
  func isPending(_ current: Snapshot) throws(Failure) -> Bool {
    try manifest(Self.pendingManifest).entries[current.key] == SnapshotManifest.Entry(current)
      && pending(current.key) == current.body
  }

  /// Approves today's mails: the bodies first, then the manifest that vouches for them.
  ///
  /// Whatever interrupts that, a file without its digest is found and shown again.
  func accept(_ items: [SnapshotComparison.Item]) throws(Failure) {
    guard !items.isEmpty else { return }
    var approved = try manifest(Self.approvedManifest)
    for item in items {
      if let current = item.current { try write(current.body, to: "\(item.key).html") }
      approved.entries[item.key] = item.current.map(SnapshotManifest.Entry.init)
    }
    try write(approved.file, to: Self.approvedManifest)
    for item in items where item.current == nil { remove("\(item.key).html") }
    try dropPending(items.map(\.key))
  }

  /// Takes pending files away.
  func dropPending(_ keys: [String]) throws(Failure) {
    var pending = try manifest(Self.pendingManifest)
    for key in keys {
      remove("\(key).pending.html")
      pending.entries[key] = nil
    }
    try writePending(pending)
  }

  private func writePending(_ pending: SnapshotManifest) throws(Failure) {
    if pending.entries.isEmpty {
      remove(Self.pendingManifest)
    } else {
      try write(pending.file, to: Self.pendingManifest)
    }
  }

  private func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try Files.makeFolder(folder, shownAs: project.shown(folder))
    let path = Paths.join(folder, name)
    try Files.write(bytes, to: path, shownAs: project.shown(path))
  }

  private func remove(_ name: String) { Files.remove(Paths.join(folder, name)) }
}
