public import Composing
public import Diagnostics
import JSONSyntax
public import Linting
import Mailing
public import Recipients
import Synchronization
import Templating

/// A rule's example, read as the tool would read its files.
public struct OpenedExample {
  /// The template.
  public let draft: Draft
  /// The list; nil where there is none.
  public let list: [UInt8]?
  /// The byte ranges that the example marks, by file.
  public private(set) var marks: [String: [Range<Int>]] = [:]
  /// What the linter is told.
  public let options: LintOptions
  /// The parameters that may be blank.
  private let optional: Set<String>
  /// The files, by name.
  public let files: [String: [UInt8]]

  /// Takes the marks out of an example and parses the rest.
  public init(_ example: RuleExample) throws {
    var marks: [String: [Range<Int>]] = [:]
    func plain(_ text: String, _ file: String) -> [UInt8] {
      let (bytes, ranges) = Self.unmarked(text)
      if !ranges.isEmpty { marks[file] = ranges }
      return bytes
    }
    if let request = example.request {
      let bytes = plain(request, "request.json")
      files = ["request.json": bytes]
      list = bytes
    } else {
      var fields = example.fields
      if !fields.contains("senderAddress") {
        fields = "\"senderAddress\": \"sender@example.com\"" + (fields.isEmpty ? "" : ", " + fields)
      }
      let mail = plain("{\"title\": \"\(example.title)\", \(fields)}", "mail.json")
      files = ["mail.json": mail, "body.html": plain(example.body, "body.html")]
      list = example.people.map { Array($0.utf8) }
    }
    let more = example.settings.isEmpty ? "" : ", " + example.settings
    let settings = Settings(
      try JSONParser.parse(Array("{\"parameters\": {\(example.parameters)}\(more)}".utf8)))
    optional = settings.optionalParameters
    draft = try Self.draft(files, optional)
    options = LintOptions(
      list: list == nil ? nil : "list", isSample: example.isSample,
      ignoredColumns: settings.ignoredColumns, constraints: settings.constraints,
      clients: try example.clients.map { try TargetClients(named: $0) } ?? .standard,
      bodyBudget: settings.budgets.maxBodyBytes, trackingDomains: settings.trackingDomains)
    self.marks = marks
  }

  private init(
    files: [String: [UInt8]], list: [UInt8]?, _ options: LintOptions, _ optional: Set<String>
  ) throws {
    self.files = files
    self.options = options
    self.optional = optional
    draft = try Self.draft(files, optional)
    self.list = files["request.json"] ?? list
  }

  private static func draft(
    _ files: [String: [UInt8]], _ optional: Set<String>
  ) throws -> Draft {
    if let request = files["request.json"] { return try Draft.of(request: request) }
    return try Draft.of(
      mail: files["mail.json"] ?? [], body: files["body.html"] ?? [], optional: optional)
  }

  /// The example with one edit made in one of its files.
  public func applying(_ fix: Fix, to file: String) throws -> OpenedExample {
    var files = files
    files[file]?.replaceSubrange(fix.range, with: fix.replacement.utf8)
    return try OpenedExample(files: files, list: list, options, optional)
  }

  /// The example with a round of fixes made in one of its files.
  public func applying(_ round: FixRound, to file: String) throws -> OpenedExample {
    var files = files
    files[file] = round.applied(to: files[file] ?? [])
    return try OpenedExample(files: files, list: list, options, optional)
  }

  /// All that the linter goes by.
  private struct Question: Hashable {
    let files: [String: [UInt8]]
    let list: [UInt8]?
    let options: String
  }

  /// What the linter has said: several laws ask it about the same examples.
  private static let answers = Mutex<[Question: [Finding]]>([:])

  /// What the linter says about the example.
  public func findings() throws -> [Finding] {
    let question = Question(files: files, list: list, options: "\(options)")
    if let known = Self.answers.withLock({ $0[question] }) { return known }
    let found = try linted()
    Self.answers.withLock { $0[question] = found }
    return found
  }

  private func linted() throws -> [Finding] {
    var linter = Linter(draft, options: options)
    guard var reader = try reader() else {
      return linter.finish(columns: [], unusedColumns: [])
    }
    while let row = try reader.next() { linter.visit(row) }
    return linter.finish(columns: reader.columns, unusedColumns: reader.unusedColumns)
  }

  /// The rows of the list, if there is one.
  public func reader() throws -> RecipientReader? {
    guard let list else { return nil }
    return try RecipientReader(
      MemorySource(list), wanted: WantedFields(parameters: draft.parameterNames))
  }

  /// A text without its `‹…›`, and the byte ranges that they enclosed.
  private static func unmarked(_ text: String) -> (bytes: [UInt8], ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for character in text {
      switch character {
      case "‹": start = bytes.count
      case "›": ranges.append(start..<bytes.count)
      default: bytes += Array(String(character).utf8)
      }
    }
    return (bytes, ranges)
  }
}
