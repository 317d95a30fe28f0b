import Diagnostics

/// Makes the safe fixes of templates, round by round, until nothing is left to make.
struct Mending {
  /// How many rounds are made at most; fixes that undo each other would go on for ever.
  private static let roundLimit = 10

  /// A file with what it held and what it is to hold.
  private struct Edit {
    let shown: String
    let old: [UInt8]
    var new: [UInt8]
  }

  private var edits: [String: Edit] = [:]
  /// How many fixes were made.
  private(set) var count = 0

  /// Whether anything changed.
  var isEmpty: Bool { edits.isEmpty }

  /// Fixes a template as far as it goes, in memory.
  ///
  /// - Returns: the template as it is then, and what is left to say about it.
  mutating func mend(
    _ job: Job, _ reopened: (Job, [String: [UInt8]]) throws(Failure) -> Job
  ) throws(Failure) -> (job: Job, checked: Job.Checked) {
    var job = job
    if job.source.files.contains(where: { edits[$0.path] != nil }) {
      job = try reopened(job, edits.mapValues(\.new))
    }
    var checked = try job.check()
    for _ in 0..<Self.roundLimit {
      guard mend(job.source.files, checked.findings) else { break }
      job = try reopened(job, edits.mapValues(\.new))
      checked = try job.check()
    }
    return (job, checked)
  }

  /// Makes one round of fixes in a template's files.
  ///
  /// - Returns: whether there were any.
  private mutating func mend(
    _ files: [(path: String, file: SourceFile)], _ findings: [Finding]
  ) -> Bool {
    var isChanged = false
    for (path, file) in files where Files.kind(path) == .file {
      let fixes = findings.filter { $0.location.file == file.path }.compactMap(\.fix)
        .filter { $0.safety == .safe }
      let round = FixRound(fixes)
      let fixed = round.applied(to: file.bytes)
      guard fixed != file.bytes else { continue }
      count += round.fixes.count
      edits[path, default: Edit(shown: file.path, old: file.bytes, new: [])].new = fixed
      isChanged = true
    }
    return isChanged
  }

  /// The changes as `patch` reads them, by the names of files.
  var difference: [UInt8] {
    edits.values.sorted { $0.shown < $1.shown }.flatMap {
      UnifiedDiff(old: $0.old, new: $0.new).bytes(path: $0.shown)
    }
  }

  /// Writes the files, each as a whole or not at all.
  func write() throws(Failure) {
    for (path, edit) in edits.sorted(by: { $0.key < $1.key }) {
      try Files.write(edit.new, to: Files.resolved(path), shownAs: edit.shown)
    }
  }

  /// What was done.
  var statement: Message {
    Message(
      "fixed \(count, "problem") in \(edits.count, "file")",
      ko: "파일 \(edits.count)개에서 문제 \(count)건을 고쳤습니다")
  }
}
