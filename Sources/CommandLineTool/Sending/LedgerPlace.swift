import Diagnostics
import Mailing
import Publishing

/// Where the ledger of a template lies: the record of everything that was sent.
struct LedgerPlace {
  private let path: String
  private let shown: String

  private init(_ path: String, _ project: Project) {
    self.path = path
    shown = project.shown(path)
  }

  /// The ledger of what is really sent.
  ///
  /// - Parameters:
  ///   - template: the template's name.
  ///   - invocation: the run, which may name another place.
  ///   - project: the project.
  ///   - writes: whether something will be written down; a CI job keeps no files of its own accord.
  /// - Throws: that a CI job has to name a place.
  init(
    _ template: String, _ invocation: Invocation, _ project: Project, writes: Bool
  ) throws(Failure) {
    if let path = invocation.value(.ledger) {
      self.init(Paths.join(project.current, path), project)
      return
    }
    guard !writes || !invocation.environment.isCI else {
      throw Failure(
        Message(
          "CI is set: name a ledger that outlives this job with --ledger, so that nothing is sent twice",
          ko: "CI에서는 작업이 끝난 뒤에도 남는 장부를 --ledger로 지정하세요. 그래야 두 번 보내지 않습니다"))
    }
    self.init(Paths.join(project.root, "\(Self.folder)/\(template).jsonl"), project)
  }

  /// The ledger of what a sandbox was sent.
  init(rehearsing template: String, in project: Project) {
    self.init(Paths.join(project.root, ".tmpl/sandbox/\(template).jsonl"), project)
  }

  private static let folder = ".tmpl/ledger"

  /// What the ledger says, without keeping others from it.
  func history() throws(Failure) -> LedgerHistory {
    try checkKind()
    guard Files.kind(path) != nil else { return LedgerHistory() }
    do throws(PublishingError) {
      return try LedgerHistory(try read())
    } catch {
      throw Failure(Self.named(shown, error.message))
    }
  }

  /// What is written to a device is gone, and a pipe never ends.
  private func checkKind() throws(Failure) {
    guard let kind = Files.kind(path), kind != .file else { return }
    throw Failure(
      Message(
        "the ledger \(quoted: shown) is no file; name one with --ledger",
        ko: "장부 \(quoted: shown)은(는) 파일이 아닙니다. --ledger로 파일을 지정하세요"))
  }

  private func read() throws(PublishingError) -> [UInt8] {
    do throws(Failure) {
      return try Files.read(path, shownAs: shown)
    } catch {
      throw PublishingError(error.message)
    }
  }

  /// Opens the ledger for this run alone.
  func open() throws(Failure) -> Ledger<LedgerFile> {
    try checkKind()
    let folder = Paths.folder(of: path)
    try Files.makeFolder(folder, shownAs: shown, isLasting: true)
    try keepOutOfVersionControl()
    do throws(PublishingError) {
      return try Ledger(try LedgerFile(path, shownAs: shown))
    } catch {
      throw Failure(Self.named(shown, error.message))
    }
  }

  /// A folder `.tmpl` of ours ignores itself: addresses of a list never stand in it, but digests do.
  private func keepOutOfVersionControl() throws(Failure) {
    guard let end = path.ranges(of: "/.tmpl/").last else { return }
    let place = path[..<end.upperBound] + ".gitignore"
    guard Files.kind(String(place)) == nil else { return }
    try Files.write(Array("*\n".utf8), to: String(place), shownAs: shown)
  }

  private static func named(_ ledger: String, _ message: Message) -> Message {
    Message(
      "\(ledger): \(message.english)", ko: "\(ledger): \(message.korean)")
  }

  /// How many people this project has sent mails to in the month of a time, by Korean time.
  static func recipients(
    inMonthOf now: Reservation, _ project: Project, and place: LedgerPlace? = nil
  ) throws(Failure) -> Int {
    let month = Reservation(text: now.korean.prefix(7) + "-01 00:00") ?? now
    let folder = Paths.join(project.root, Self.folder)
    var paths = Set(
      Files.list(folder).filter { $0.hasSuffix(".jsonl") }.map { Paths.join(folder, $0) })
    if let place { paths.insert(place.path) }
    var sum = 0
    for path in paths.sorted() {
      sum += try LedgerPlace(path, project).history().recipients(since: month.milliseconds)
    }
    return sum
  }
}
