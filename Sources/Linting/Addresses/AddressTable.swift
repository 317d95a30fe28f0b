/// For each number the row that brought it first, in twelve bytes.
struct AddressTable {
  /// What was said about an entry before.
  enum Mark {
    /// That it occurs again.
    case repeated
    /// That others share its mailbox.
    case shared
  }

  /// An entry that was there before.
  struct Known {
    fileprivate let place: Int
    /// The row that brought it.
    let row: Int
    /// Whether its plainest spelling was met.
    let isPlainestKnown: Bool
  }

  // The lowest bits of a number are marks; an empty place is zero.
  private static let plainest: UInt64 = 1
  private static let shared: UInt64 = 2
  private static let marks: UInt64 = 3
  private static let taken: UInt64 = 4
  private static let repeated: UInt32 = 1 << 31

  private var numbers = [UInt64](repeating: 0, count: 512)
  private var rows = [UInt32](repeating: 0, count: 512)
  private var count = 0

  /// Enters a number with its row, and whether this is the mailbox's plainest spelling.
  ///
  /// - Returns: the entry that was there before, which stays; nil for a new one.
  mutating func enter(_ number: UInt64, _ row: Int, isPlainest: Bool) -> Known? {
    let place = place(of: number)
    let mark = isPlainest ? Self.plainest : 0
    if numbers[place] != 0 {
      let known = numbers[place]
      numbers[place] = known | mark
      return Known(
        place: place, row: Int(rows[place] & ~Self.repeated),
        isPlainestKnown: known & Self.plainest != 0)
    }
    numbers[place] = Self.stored(number) | mark
    rows[place] = UInt32(truncatingIfNeeded: row) & ~Self.repeated
    count += 1
    if count * 5 > numbers.count * 4 { grow() }
    return nil
  }

  /// Looks at the places of numbers that will be entered soon: all at once, where each entry would
  /// wait for memory by itself.
  ///
  /// - Returns: something made of what is there.
  func warm(_ numbers: some Sequence<UInt64>) -> UInt64 {
    numbers.reduce(0) { seen, number in
      let home = Self.home(of: number, among: self.numbers.count)
      return seen ^ self.numbers[home] ^ UInt64(rows[home])
    }
  }

  /// Marks an entry.
  ///
  /// - Returns: whether it was marked so before.
  mutating func mark(_ known: Known?, _ mark: Mark) -> Bool {
    guard let place = known?.place else { return false }
    switch mark {
    case .repeated:
      defer { rows[place] |= Self.repeated }
      return rows[place] & Self.repeated != 0
    case .shared:
      defer { numbers[place] |= Self.shared }
      return numbers[place] & Self.shared != 0
    }
  }

  /// Whether an entry was marked as occurring again.
  func isRepeated(_ number: UInt64) -> Bool {
    let place = place(of: number)
    return numbers[place] != 0 && rows[place] & Self.repeated != 0
  }

  private static func stored(_ number: UInt64) -> UInt64 { number & ~marks | taken }

  /// Where a number would be in an empty table.
  @inline(__always)
  private static func home(of number: UInt64, among places: Int) -> Int {
    Int(truncatingIfNeeded: stored(number).multipliedFullWidth(by: UInt64(places)).high)
  }

  /// Where a number is, or would be.
  private func place(of number: UInt64) -> Int {
    let wanted = Self.stored(number)
    var place = Self.home(of: number, among: numbers.count)
    return numbers.withUnsafeBufferPointer { numbers in
      while numbers[place] != 0, numbers[place] & ~Self.marks != wanted {
        place += 1
        if place == numbers.count { place = 0 }
      }
      return place
    }
  }

  /// Makes room for half as many again, so that little of it stays unused.
  private mutating func grow() {
    var larger = AddressTable()
    larger.numbers = [UInt64](repeating: 0, count: numbers.count / 2 * 3)
    larger.rows = [UInt32](repeating: 0, count: larger.numbers.count)
    for (number, row) in zip(numbers, rows) where number != 0 {
      let place = larger.place(of: number)
      larger.numbers[place] = number
      larger.rows[place] = row
    }
    larger.count = count
    self = larger
  }
}
