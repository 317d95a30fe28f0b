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
    for column in profiles.indices { profiles[column].add(next.profiles[column]) }
    rows.forEach { index, row in
      let first = index * profiles.count
      note(next.looks[first..<first + profiles.count], row)
    }
  }

  private mutating func note(_ looks: ArraySlice<ColumnSample.Look>, _ row: Row) {
    let number = row.number
    var hasVocabulary = false
    for (column, look) in zip(kinds.indices, looks) {
      if case .of(let kind) = look { kinds[column].note(kind, row: number) }
      hasVocabulary = hasVocabulary || !vocabularies[column].isOpen
    }
    if hasVocabulary { row.withCells { compare($0, looks, number) } }
  }

  /// Compares a row's values with the few of their columns, strange ones with those of others too.
  private mutating func compare(
    _ cells: Row.Cells, _ looks: ArraySlice<ColumnSample.Look>, _ row: Int
  ) {
    let value = { [ownCells] (column: Int) in
      cells[column] ?? ownCells[column].flatMap { cells[$0] }
    }
    for (column, look) in zip(vocabularies.indices, looks) where !vocabularies[column].isOpen {
      if case .blank = look { continue }
      guard let text = value(column), !vocabularies[column].note(text, row: row) else { continue }
      strange.append(column)
    }
    if !strange.isEmpty { match(row, value) }
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

/// The few values of a column that has few: grades, cities, yes and no.
struct Vocabulary: Sendable {
  private static let learned = 32
  private static let most = 10

  /// Whether the column has too many values to know them.
  private(set) var isOpen = false
  private var numbers: [UInt64] = []
  private var count = 0
  private var change = KindChange()
  private var other: Int?

  /// From where on the column holds another's values.
  var swapped: (row: Int, other: Int)? {
    change.found.flatMap { found in other.map { (found.row, $0) } }
  }

  /// Looks at a value.
  ///
  /// - Returns: whether it is one of the known ones, or is known from now on.
  @inline(__always)
  mutating func note(_ value: UnsafeBufferPointer<UInt8>, row: Int) -> Bool {
    let number = Self.number(value)
    if numbers.contains(number) {
      count &+= 1
      change.note(.words, row: row)
      return true
    }
    return learn(number, row)
  }

  @inline(never)
  private mutating func learn(_ number: UInt64, _ row: Int) -> Bool {
    guard count < Self.learned else { return false }
    count += 1
    numbers.append(number)
    isOpen = numbers.count > Self.most
    change.note(.words, row: row)
    return true
  }

  /// Notes a value that is not known; unless another column has one of ours instead, it is from now on.
  mutating func noteStrange(_ value: UnsafeBufferPointer<UInt8>?, other: Int?, row: Int) {
    if let other {
      if change.found == nil { self.other = other }
      change.note(.code, row: row)
    } else if let value {
      numbers.append(Self.number(value))
      isOpen = numbers.count > Self.most
    }
  }

  /// Whether a value is one of the known ones.
  func holds(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    !isOpen && numbers.contains(Self.number(value))
  }

  /// A number for a value, by its length and its outermost bytes.
  private static func number(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var number = UInt64(truncatingIfNeeded: value.count)
    for byte in value.prefix(12) { number = (number ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in value.dropFirst(12).suffix(4) {
      number = (number ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return number
  }
}
