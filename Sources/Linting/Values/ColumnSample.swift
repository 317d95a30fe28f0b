/// What the values of a few rows look like: all that a survey wants of them, found on any thread.
struct ColumnSample: Sendable {
  /// What a survey wants to know of one cell.
  enum Look: Sendable {
    /// Nothing there, or nothing that a reader certainly sees.
    case blank
    /// Something that could be of any kind.
    case indistinct
    case of(ValueKind)
  }

  /// What was counted of each parameter's values.
  private(set) var profiles: [ColumnProfile]
  /// The cells of all rows, one row behind the other.
  private(set) var looks: [Look] = []

  /// Begins with nothing seen of so many parameters.
  init(_ names: [String]) { profiles = names.map(ColumnProfile.init) }

  /// Makes room for so many rows.
  mutating func reserveCapacity(_ rows: Int) { looks.reserveCapacity(rows * profiles.count) }

  /// Begins the next row, with nothing seen of it.
  @inline(__always)
  mutating func beginRow() { for _ in profiles.indices { looks.append(.blank) } }

  /// Looks at one value of the row; one that a rule looks at first is tallied later, or not.
  @inline(__always)
  mutating func note(
    _ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass, column: Int, row: Int, isSuspect: Bool
  ) {
    guard !kinds.isDisjoint(with: .visible) else { return }
    looks[looks.count - profiles.count + column] =
      ValueKind(value, kinds).map(Look.of) ?? .indistinct
    if !isSuspect { profiles[column].tally(value, kinds, row: row) }
  }

  /// Tallies a value that some rule looked at and let pass.
  mutating func tally(_ value: ArraySlice<UInt8>, _ kinds: CellClass, column: Int, row: Int) {
    value.withUnsafeBufferPointer { profiles[column].tally($0, kinds, row: row) }
  }
}
