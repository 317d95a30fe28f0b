import Templating

/// What the values of one parameter look like, in the memory of a few numbers.
struct ColumnProfile: Sendable {
  /// Values that are not blank.
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

  /// Looks at one value.
  @inline(__always)
  mutating func note(_ value: UnsafeBufferPointer<UInt8>, _ kinds: CellClass, row: Int) {
    guard !kinds.isDisjoint(with: .visible) else { return }
    count &+= 1
    if kinds == .digit {
      numbers &+= 1
    } else if kinds.isSuperset(of: Self.scientific), kinds.isSubset(of: Self.scientificOrSign),
      Self.isShortened(value)
    {
      shortened.add(row)
    }
    if isCalledDate { noteDate(value, row) }
  }

  @inline(never)
  private mutating func noteDate(_ value: UnsafeBufferPointer<UInt8>, _ row: Int) {
    if DateReader.isDate(Array(value)[...]) { dates += 1 } else { notDates.add(row) }
  }

  private static let scientific: CellClass = [.digit, .letter, .point, .plus]
  private static let scientificOrSign: CellClass = [.digit, .letter, .point, .plus, .dash]

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
