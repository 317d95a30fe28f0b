import Recipients

/// What the columns of a list look like, and from where on they look different.
struct ColumnSurvey: Sendable {
  /// What each parameter's values look like.
  private(set) var profiles: [ColumnProfile]
  private var kinds: [KindChange]
  private var vocabularies: [Vocabulary]
  private let ownCells: [Row.OwnCell?]
  /// Columns whose value in this row is none of their few.
  private var strange: [Int] = []

  /// Begins with nothing seen of so many parameters.
  init(_ names: [String]) {
    profiles = names.map(ColumnProfile.init)
    kinds = names.map { _ in KindChange() }
    vocabularies = names.map { _ in Vocabulary() }
    ownCells = names.map { Row.OwnCell($0) }
  }

  /// A column that is another from a row on.
  struct Change {
    let column: Int
    let row: Int
    /// The column that held such values before.
    let other: Int?
    /// What kinds of values there were; nil where they are of one kind.
    let kinds: KindChange.Found?
  }

  /// Adds what was seen of the next rows; rows come in the list's order.
  mutating func add(_ next: ColumnSample, of rows: RowSelection) {
    for column in profiles.indices {
      profiles[column].add(next, column: column)
      let kinds = ColumnSample.Look.kinds(of: next, column)
      if !self.kinds[column].note(kinds) { noteEach(column, next, rows) }
    }
    let few = vocabularies.indices.filter { !vocabularies[$0].isOpen }
    guard !few.isEmpty else { return }
    rows.withBlock { block, indices in
      for (position, index) in indices.enumerated() {
        let number = { block.number(of: Int(index)) }
        block.withCells(of: Int(index)) {
          compare($0, few, next.looks, from: position * profiles.count, number)
        }
      }
    }
  }

  /// Notes the kinds in a column whose order matters.
  private mutating func noteEach(_ column: Int, _ next: ColumnSample, _ rows: RowSelection) {
    rows.withBlock { block, indices in
      for (position, index) in indices.enumerated() {
        if let kind = next.looks[position * profiles.count + column].kind {
          kinds[column].note(kind, row: block.number(of: Int(index)))
        }
      }
    }
  }

  /// Compares a row's values with the few of their columns, strange ones with those of others too.
  private mutating func compare(
    _ cells: Row.Cells, _ columns: [Int], _ looks: [ColumnSample.Look], from first: Int,
    _ number: () -> Int
  ) {
    for column in columns where looks[first + column] != .blank && !vocabularies[column].isOpen {
      guard let text = Self.value(column, cells, ownCells) else { continue }
      if !vocabularies[column].note(text, row: number()) { strange.append(column) }
    }
    guard !strange.isEmpty else { return }
    match(number()) { [ownCells] in Self.value($0, cells, ownCells) }
  }

  @inline(__always)
  private static func value(
    _ column: Int, _ cells: Row.Cells, _ ownCells: [Row.OwnCell?]
  ) -> UnsafeBufferPointer<UInt8>? {
    cells[column] ?? ownCells[column].flatMap { cells[$0] }
  }

  @inline(never)
  private mutating func match(_ row: Int, _ value: (Int) -> UnsafeBufferPointer<UInt8>?) {
    for column in strange {
      let other = vocabularies.indices.first { other in
        guard other != column, let text = value(other), !text.isEmpty else { return false }
        return vocabularies[column].holds(text) && !vocabularies[other].holds(text)
      }
      vocabularies[column].noteStrange(value(column), other: other, row: row)
    }
    strange.removeAll(keepingCapacity: true)
  }

  // MARK: The whole

  /// The columns that changed; several of one row have probably changed places.
  var changes: [Change] {
    profiles.indices.compactMap { column in
      let words = vocabularies[column].swapped.map {
        Change(column: column, row: $0.row, other: $0.other, kinds: nil)
      }
      return words ?? change(of: column)
    }
  }

  private func change(of column: Int) -> Change? {
    guard let found = kinds[column].found else { return nil }
    let other = profiles.indices.first { other in
      guard other != column, let partner = kinds[other].found else { return false }
      return partner.from == found.to && abs(partner.row - found.row) <= 2
    }
    // Names of goods and numbers of orders go over into codes where lists are sorted.
    let isCode = found.from == .code || found.to == .code
    if isCode, other == nil { return nil }
    return Change(column: column, row: found.row, other: other, kinds: found)
  }
}

extension ColumnSample.Look {
  /// How many values of each kind a column has, where it has any.
  fileprivate static func kinds(
    of sample: ColumnSample, _ column: Int
  ) -> [(kind: ValueKind, count: Int)] {
    ValueKind.allCases.compactMap { kind in
      let count = allCases.reduce(0) {
        $1.kind == kind ? $0 + sample.count($1, column: column) : $0
      }
      return count == 0 ? nil : (kind, count)
    }
  }
}
