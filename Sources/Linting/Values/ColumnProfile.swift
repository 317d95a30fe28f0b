import Composing
import Templating

/// What the values of one parameter look like, in the memory of a few numbers.
struct ColumnProfile: Sendable {
  /// Values that are not blank and that no rule flagged.
  private(set) var count = 0
  /// Digits and nothing else.
  private(set) var numbers = 0
  /// Numbers that a spreadsheet shortened.
  private(set) var shortened = PeopleFacts.Tally()
  /// Dates, where the parameter is called one.
  private(set) var dates = 0
  /// Everything else there.
  private(set) var notDates = PeopleFacts.Tally()
  private let isCalledDate: Bool

  /// Begins with nothing seen; what it looks for depends on the parameter's name.
  init(_ name: String) { isCalledDate = Self.isDate(name) }

  /// Adds what was noticed in the stretch behind this one.
  mutating func add(_ later: ColumnSample, column: Int) {
    let profile = later.profiles[column]
    count += profile.count
    for look in ColumnSample.Look.allCases where look != .blank {
      count += later.count(look, column: column)
    }
    numbers += later.count(.number, column: column)
    shortened.add(profile.shortened)
    dates += profile.dates
    notDates.add(profile.notDates)
  }

  /// Leaves a flagged value out of the count.
  mutating func leaveOut() { count -= 1 }

  /// Whether a value of these kinds is looked at more closely.
  @inline(__always)
  func watches(_ kinds: CellClass) -> Bool { isCalledDate || Self.mayBeShortened(kinds) }

  @inline(__always)
  private static func mayBeShortened(_ kinds: CellClass) -> Bool {
    let bytes = kinds.intersection(.allBytes)
    return bytes.isSuperset(of: scientific) && bytes.isSubset(of: scientificOrSign)
  }

  /// Takes a closer look at a value that is not blank and with which nothing is wrong by itself.
  mutating func note(_ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass, row: Int) {
    if Self.mayBeShortened(kinds), Self.isShortened(value) { shortened.add(row) }
    if isCalledDate { noteDate(value, row) }
  }

  private mutating func noteDate(_ value: UnsafeBufferPointer<UInt8>, _ row: Int) {
    if Self.isPlainDate(value) || DateReader.isDate(Array(value)[...]) {
      dates += 1
    } else {
      notDates.add(row)
    }
  }

  /// `2026-03-01`, which most dates are, with a day that every month has.
  private static func isPlainDate(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count == 10, value[4] == UInt8(ascii: "-"), value[7] == UInt8(ascii: "-") else {
      return false
    }
    var number = 0
    for index in [0, 1, 2, 3, 5, 6, 8, 9] {
      let digit = value[index] &- 0x30
      guard digit <= 9 else { return false }
      number = number &* 10 &+ Int(digit)
    }
    let (month, day) = (number / 100 % 100, number % 100)
    return number > 10_000 && (1...12).contains(month) && (1...28).contains(day)
  }

  private static var scientific: CellClass { [.digit, .letter, .point, .plus] }
  private static var scientificOrSign: CellClass { [.digit, .letter, .point, .plus, .dash] }

  /// `8.80123E+12`: a digit, a dot, digits, `E+`, digits.
  private static func isShortened(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = value[...]
    func digits() -> Int {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(count)
      return count
    }
    func take(_ bytes: [UInt8]) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take([UInt8(ascii: "-")])
    return digits() == 1 && take([UInt8(ascii: ".")]) && digits() > 0
      && take([UInt8(ascii: "E"), UInt8(ascii: "e")]) && take([UInt8(ascii: "+")]) && digits() > 0
      && rest.isEmpty
  }

  /// Whether a parameter's name says that its values are dates.
  private static func isDate(_ name: String) -> Bool {
    let upper = name.uppercased()
    return upper == "DATE" || upper.hasSuffix("_DATE") || upper.hasSuffix("_AT")
      || ["일자", "만료일", "날짜", "생년월일", "기한일"].contains { name.hasSuffix($0) }
  }
}
