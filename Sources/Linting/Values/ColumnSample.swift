import Composing

/// What the values of a few rows look like: all that a survey wants of them, found on any thread.
struct ColumnSample: Sendable {
  /// What a survey wants to know of one cell.
  enum Look: UInt8, CaseIterable, Sendable {
    /// Nothing there, or nothing that a reader certainly sees.
    case blank
    /// Something that could be of any kind.
    case indistinct
    /// Digits and nothing else.
    case number
    case words
    /// Digits and marks.
    case digits
    case date
    case code
    case address
    case link

    /// The kind of value; nil for what is of none.
    var kind: ValueKind? {
      switch self {
      case .blank, .indistinct: nil
      case .number, .digits: .digits
      case .words: .words
      case .date: .date
      case .code: .code
      case .address: .address
      case .link: .link
      }
    }

    /// Looks at a value.
    @inline(__always)
    init(_ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass) {
      let bytes = kinds.intersection(.allBytes)
      guard !bytes.isDisjoint(with: .visible) else {
        self = .blank
        return
      }
      switch ValueKind(value, bytes) {
      case nil: self = .indistinct
      case .words: self = .words
      case .digits: self = bytes == .digit ? .number : .digits
      case .date: self = .date
      case .code: self = .code
      case .address: self = .address
      case .link: self = .link
      }
    }
  }

  /// What was noticed about single values of each parameter.
  private(set) var profiles: [ColumnProfile]
  /// The cells of all rows, one row behind the other, and room for more.
  private(set) var looks: [Look] = []
  private var rowCount = 0
  /// For each parameter how often each look was seen.
  private var counts: [Int]

  private static let lookCount = Look.allCases.count

  /// Begins with nothing seen of so many parameters.
  init(_ names: [String]) {
    profiles = names.map(ColumnProfile.init)
    counts = Array(repeating: 0, count: names.count * Self.lookCount)
  }

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ rows: Int) {
    let count = (rowCount + rows) * profiles.count
    if looks.count < count {
      looks += repeatElement(.blank, count: count - looks.count)
    }
  }

  /// How often a look was seen in a column.
  func count(_ look: Look, column: Int) -> Int {
    counts[column * Self.lookCount + Int(look.rawValue)]
  }

  /// The cells of one row while they are looked at.
  struct RowNotes {
    fileprivate let looks: UnsafeMutableBufferPointer<Look>
    fileprivate let counts: UnsafeMutableBufferPointer<Int>
    fileprivate let profiles: UnsafeMutableBufferPointer<ColumnProfile>

    /// Looks at the value in one column; one that a rule looks at first is profiled later, or not.
    @inline(__always)
    func note(
      _ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass, column: Int, row: Int,
      isSuspect: Bool
    ) {
      let look = Look(value, kinds)
      looks[column] = look
      counts[column &* ColumnSample.lookCount &+ Int(look.rawValue)] &+= 1
      if !isSuspect, look != .blank, profiles[column].watches(kinds) {
        profiles[column].note(value, kinds, row: row)
      }
    }
  }

  /// Adds a row of which nothing is seen but what `body` notes.
  @inline(__always)
  mutating func addRow(_ body: (RowNotes) -> Void) {
    let start = rowCount * profiles.count
    reserveCapacity(1)
    rowCount += 1
    looks.withUnsafeMutableBufferPointer { looks in
      counts.withUnsafeMutableBufferPointer { counts in
        profiles.withUnsafeMutableBufferPointer { profiles in
          let row = UnsafeMutableBufferPointer(rebasing: looks[start...])
          body(RowNotes(looks: row, counts: counts, profiles: profiles))
        }
      }
    }
  }

  /// Notes what came of a rule's look at a value that is not blank.
  mutating func settle(
    _ value: ArraySlice<UInt8>, _ kinds: CellClass, column: Int, row: Int, isFlagged: Bool
  ) {
    if !isFlagged {
      value.withUnsafeBufferPointer { profiles[column].note($0, kinds, row: row) }
    } else if !kinds.isDisjoint(with: .visible) {
      profiles[column].leaveOut()
    }
  }
}
