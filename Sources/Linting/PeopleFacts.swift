import Diagnostics

/// What was counted over a whole list.
public struct PeopleFacts: Sendable {
  /// The list's name as reports show it.
  public let list: String
  /// Whether it holds the sample people.
  public let isSample: Bool
  /// How many people it has.
  public internal(set) var count = 0
  /// How many of them have a row that can be trusted.
  public internal(set) var trusted = 0
  /// How many by kind of recipient.
  public internal(set) var kinds = KindCounts()
  /// Its columns or keys.
  public internal(set) var columns: [String] = []
  /// Columns that nothing uses.
  public internal(set) var unusedColumns: [String] = []
  /// For each parameter, who has none though a use needs it.
  public internal(set) var missing: [Tally]
  /// For each parameter, who has a blank one though a use needs it.
  public internal(set) var empty: [Tally]
  /// Who would get a mail with a blank title.
  public internal(set) var blankTitles = Tally()
  /// For each parameter, what its values look like.
  var survey = ColumnSurvey([])
  /// Addresses that occur more than once.
  var duplicates = Repeats()
  /// Addresses that are spelled apart and reach one mailbox.
  var mailboxes = Repeats()
  /// Who has an address that may be somebody's.
  var deliverable = Tally()
  /// Whether an address is sound and not kept for documentation.
  var hasLiveAddress = false
  /// Whether all addresses are at one domain.
  var isOneDomain = true
  /// The longest filled title, with the mark that the service puts before it.
  public internal(set) var longestTitle = Extreme()
  /// The largest filled body.
  public internal(set) var largestBody = Extreme()

  /// How many rows, and the first of them.
  public struct Tally: Sendable {
    /// How many.
    public internal(set) var count = 0
    /// The first of them.
    public internal(set) var rows: [Int] = []
    // A parameter may have several slots; its row counts once.
    private var lastRow = 0

    mutating func add(_ row: Int) {
      guard lastRow != row else { return }
      lastRow = row
      count += 1
      if rows.count < Finding.rowLimit { rows.append(row) }
    }

    /// Counts other rows of the same stretch.
    mutating func merge(_ others: Tally) {
      count += others.count
      rows = Array((rows + others.rows).sorted().prefix(Finding.rowLimit))
      lastRow = max(lastRow, others.lastRow)
    }

    /// Counts the rows of a later stretch.
    mutating func add(_ later: Tally) {
      count += later.count
      rows += later.rows.prefix(Finding.rowLimit - rows.count)
      if later.count > 0 { lastRow = later.lastRow }
    }
  }

  /// What occurs more than once.
  struct Repeats: Sendable {
    /// How many different ones do.
    private(set) var groups = 0
    /// The rows, the first of each included.
    private(set) var rows = Tally()
    /// The first that was met again, as written there.
    private(set) var first = ""

    /// Counts a row, and with the second of a kind the first as well.
    mutating func add(_ row: Int, like first: Int, isNew: Bool, as text: () -> String) {
      if groups == 0 { self.first = text() }
      if isNew {
        groups += 1
        rows.add(first)
      }
      rows.add(row)
    }
  }

  /// The largest of something, and whose it is.
  public struct Extreme: Sendable {
    /// How large.
    public internal(set) var bytes = 0
    /// The row that has it.
    public internal(set) var row = 0

    mutating func offer(_ bytes: Int, row: Int) {
      if bytes > self.bytes { self = Extreme(bytes: bytes, row: row) }
    }
  }

  init(list: String, isSample: Bool, parameters: Int) {
    self.list = list
    self.isSample = isSample
    missing = Array(repeating: Tally(), count: parameters)
    empty = missing
  }
}
