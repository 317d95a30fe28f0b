/// The few values of a column that has few: grades, cities, yes and no.
struct Vocabulary: Sendable {
  private static let learned = 32
  private static let most = 10

  /// Whether the column has too many values to know them.
  private(set) var isOpen = false
  private var values = FewNumbers()
  /// Values looked at, as far as they were known.
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
  mutating func note(
    _ value: UnsafeBufferPointer<UInt8>, row: @autoclosure () -> Int
  ) -> Bool {
    let number = Self.number(value)
    if values.contains(number) {
      count &+= 1
      change.note(.words, row: row())
      return true
    }
    return learn(number, row())
  }

  @inline(never)
  private mutating func learn(_ number: UInt64, _ row: Int) -> Bool {
    guard count < Self.learned else { return false }
    count += 1
    values.insert(number)
    isOpen = values.count > Self.most
    change.note(.words, row: row)
    return true
  }

  /// Notes a value that is not known; unless another column has one of ours instead, it is from now on.
  mutating func noteStrange(_ value: UnsafeBufferPointer<UInt8>?, other: Int?, row: Int) {
    if let other {
      if change.found == nil { self.other = other }
      change.note(.code, row: row)
    } else if let value {
      values.insert(Self.number(value))
      isOpen = values.count > Self.most
    }
  }

  /// Whether a value is one of the known ones.
  func holds(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    !isOpen && values.contains(Self.number(value))
  }

  @inline(__always)
  private static func number(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    hash.add(value) { $0 }
    return hash.value
  }
}

/// A few numbers, each found where its highest bits say, or soon behind.
private struct FewNumbers: Sendable {
  private static let places = 32

  private var numbers = [UInt64](repeating: 0, count: places)
  private(set) var count = 0

  /// Whether a number is among them.
  @inline(__always)
  func contains(_ number: UInt64) -> Bool { numbers[place(of: number)] != 0 }

  /// Adds a number, of which there are fewer than places.
  mutating func insert(_ number: UInt64) {
    let place = place(of: number)
    if numbers[place] == 0 { count += 1 }
    numbers[place] = number | 1
  }

  /// Where a number is, or would be; zero marks an empty place.
  @inline(__always)
  private func place(of number: UInt64) -> Int {
    numbers.withUnsafeBufferPointer { numbers in
      var place = Int(truncatingIfNeeded: number &>> 59)
      while numbers[place] != 0, numbers[place] != number | 1 {
        place = (place &+ 1) & (Self.places &- 1)
      }
      return place
    }
  }
}
