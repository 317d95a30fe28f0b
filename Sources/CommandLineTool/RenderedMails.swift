import Approving
import Composing
import Diagnostics
import JSONSyntax
import Linting
import Mailing
import Previews

/// Prints mails one by one in the form that was asked for, or writes each into a file of its own.
struct RenderedMails {
  /// How a mail is written.
  private enum Form {
    case ndjson, html
    /// One message to standard output; it waits until it is clear that there is no other.
    case message
    /// A message file for each.
    case files(folder: String)
  }

  private let form: Form
  private let draft: Draft
  private let titleMark: String?
  private let message: MessageFile
  private let now: Int
  private let project: Project
  private var waiting: [UInt8] = []
  private var keys = PersonKeys()
  /// How many mails there were.
  private(set) var count = 0

  /// Finds out what was asked for.
  ///
  /// - Throws: a failure where options contradict each other, or files would stand among others.
  init(_ invocation: Invocation, _ project: Project, _ job: Job) throws(Failure) {
    let profile = job.options.profile ?? .com
    draft = job.draft
    self.project = project
    titleMark = TitleMark.of(draft, profile)
    message = MessageFile(draft, profile: profile)
    now = invocation.environment.stamp
    let format = invocation.value(named: "--format") ?? "ndjson"
    let folder = invocation.value(.out).map { Paths.join(project.current, $0) }
    if let folder {
      guard format == "eml" else {
        throw Failure(
          Message(
            "'--out' goes with '--format eml'; all else is printed",
            ko: "'--out'은 '--format eml'과 함께 씁니다. 다른 형식은 출력됩니다"))
      }
      try Self.checkFree(folder, shownAs: project.shown(folder))
    }
    form =
      switch format {
      case "html": .html
      case "eml": folder.map(Form.files) ?? .message
      default: .ndjson
      }
  }

  /// Nobody's files are written over, and none of another run pass for this one's.
  private static func checkFree(_ folder: String, shownAs name: String) throws(Failure) {
    guard Files.kind(folder) != nil else { return }
    guard Files.kind(folder) == .folder, Files.list(folder).isEmpty else {
      throw Failure(
        Message(
          "\(quoted: name) holds something already; name a folder that is new or empty",
          ko: "\(quoted: name)에 이미 무언가가 있습니다. 새 폴더나 빈 폴더를 지정하세요"))
    }
  }

  /// Writes one more mail.
  mutating func add(_ mail: Mail, _ console: inout Console) throws(Failure) {
    count += 1
    switch form {
    case .ndjson: console.write(object(mail))
    case .html:
      console.write { draft.plan.body.append(to: &$0, substituting: mail.values) }
    case .message:
      guard count == 1 else {
        throw Failure(
          Message(
            "'--format eml' prints one message; choose one person with --row N or --only ADDRESS, or name a folder for all with --out DIR",
            ko:
              "'--format eml'은 메일 하나만 출력합니다. --row N이나 --only ADDRESS로 한 사람을 고르거나 --out DIR로 저장할 폴더를 지정하세요"
          ))
      }
      waiting = message.bytes(mail, now: now)
    case .files(let folder):
      if count == 1 { try Files.makeFolder(folder, shownAs: project.shown(folder)) }
      let file = Paths.join(folder, keys.key(address: mail.address, row: mail.row) + ".eml")
      try Files.write(message.bytes(mail, now: now), to: file, shownAs: project.shown(file))
    }
  }

  /// Writes what has waited, and says where files are.
  func finish(_ console: inout Console) {
    console.write(waiting)
    guard case .files(let folder) = form, count > 0 else { return }
    let shown = project.shown(folder)
    console.write(
      Message("\(count, "message") in \(shown)", ko: "메일 \(count)건을 \(shown)에 저장했습니다")
        .text(console.language) + "\n")
  }

  private func object(_ mail: Mail) -> [UInt8] {
    let plan = draft.plan
    var json = JSONWriter()
    json.beginObject()
    json.key("row")
    json.integer(mail.row)
    json.key("address")
    json.string(bytes: mail.address)
    json.key("name")
    if let name = mail.name { json.string(bytes: name) } else { json.null() }
    if let titleMark {
      json.key("titleMark")
      json.string(titleMark)
    }
    json.key("title")
    json.string(bytes: plan.title.substituting(mail.values))
    json.key("body")
    json.string(bytes: plan.body.substituting(mail.values))
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
