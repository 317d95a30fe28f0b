/// A problem in the user's files: collected with its place, never thrown.
public struct Finding: Sendable {
  /// The name of the rule that found it.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong.
  public var message: Message
  /// Where it is.
  public var location: Location
  /// The parameter it is about, if it is about one.
  public var parameter: String?
  /// The first rows it concerns, as a spreadsheet numbers them; at most `rowLimit`.
  public var rows: [Int]
  /// How many times it occurs: rows for data, else 1.
  public var count: Int
  /// How many more like it there are, which are not listed.
  public var further = 0
  /// What to do, where there is something to say.
  public var help: Message?
  /// An edit that mends it, where there is one.
  public var fix: Fix?

  /// How many row numbers a finding carries at most.
  public static let rowLimit = 100

  /// Describes one problem.
  public init(
    rule: String, severity: Severity, message: Message, location: Location,
    parameter: String? = nil, rows: [Int] = [], count: Int = 1, help: Message? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.location = location
    self.parameter = parameter
    self.rows = rows
    self.count = count
    self.help = help
    self.fix = fix
  }
}

extension Finding {
  /// Orders findings by file, place and rule, so that reports never change by chance.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let a = (left.location.file, left.location.span?.offset ?? -1, left.rule)
    let b = (right.location.file, right.location.span?.offset ?? -1, right.rule)
    guard a == b else { return a < b }
    guard left.rows == right.rows else {
      return left.rows.lexicographicallyPrecedes(right.rows)
    }
    return left.message.text(.english) < right.message.text(.english)
  }
}
