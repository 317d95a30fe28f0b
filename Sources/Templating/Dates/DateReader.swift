/// Reads a date, and a time behind it, as ISO 8601 and spreadsheets write them.
///
/// ```
/// date = yyyy sep M sep d [ "." ] | yyyyMMdd                 sep: "-", "/" or ".", blanks behind dots
/// time = [ 오전 | 오후 ] H:mm [ :ss [ fraction ] ] [ AM | PM ] | HHmm [ ss ]
/// zone = [ Z | UTC | GMT | KST ] [ ( "+" | "-" ) hh [ [ : ] mm [ [ : ] ss ] ] ] [ "[" … "]" ]
/// ```
public struct DateReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Whether a value is a date that the filters understand.
  public static func isDate(_ value: ArraySlice<UInt8>) -> Bool { read(value) != nil }

  /// The day that a value is, as a number: 20260301.
  public static func day(of value: ArraySlice<UInt8>) -> Int? {
    read(value).map { $0.year * 10_000 + $0.month * 100 + $0.day }
  }

  /// The date that a value is; nil for anything else, and for days that no calendar has.
  static func read(_ value: ArraySlice<UInt8>) -> WrittenDate? {
    var reader = DateReader(InvisibleText.trimmed(value))
    guard var date = reader.date() else { return nil }
    if reader.beginsTime() {
      guard let time = reader.time() else { return nil }
      date.time = time
      reader.skipBlanks()
    }
    return reader.skipZone() && reader.index == reader.bytes.endIndex ? date : nil
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private static let halves = ["오전", "오후"].map { Array($0.utf8) }
  private static let latinHalves = ["AM", "PM", "am", "pm"].map { Array($0.utf8) }
  private static let zones = ["Z", "z", "UTC", "GMT", "KST"].map { Array($0.utf8) }

  // MARK: Parts

  private mutating func date() -> WrittenDate? {
    let digits = run()
    if digits.count == 8 {
      return WrittenDate(
        year: number(digits.prefix(4)), month: number(digits.dropFirst(4).prefix(2)),
        day: number(digits.suffix(2)))
    }
    guard digits.count == 4, index < bytes.endIndex else { return nil }
    let separator = bytes[index]
    let isDotted = separator == UInt8(ascii: ".")
    guard isDotted || separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
    else { return nil }
    index += 1
    if isDotted { skipBlanks() }
    guard let month = number(1...2), take(separator) else { return nil }
    if isDotted { skipBlanks() }
    guard let day = number(1...2) else { return nil }
    if isDotted { take(UInt8(ascii: ".")) }
    return WrittenDate(year: number(digits), month: month, day: day)
  }

  /// Whether a time follows, past what sets it apart.
  private mutating func beginsTime() -> Bool {
    if take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) { return true }
    let end = index
    skipBlanks()
    guard index > end || bytes[..<index].last == UInt8(ascii: ".") else { return false }
    return index < bytes.endIndex && (bytes[index].isDigit || bytes[index] >= 0x80)
  }

  private mutating func time() -> WrittenDate.Time? {
    var half = take(Self.halves)
    skipBlanks()
    let digits = run()
    if digits.count == 4 || digits.count == 6 {
      return time(
        number(digits.prefix(2)), number(digits.dropFirst(2).prefix(2)),
        number(digits.dropFirst(4)), half)
    }
    guard (1...2).contains(digits.count), take(UInt8(ascii: ":")), let minute = number(2...2) else {
      return nil
    }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let found = number(2...2) else { return nil }
      second = found
      if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")), run().isEmpty { return nil }
    }
    if half == nil {
      skipBlanks()
      half = take(Self.latinHalves).map { $0 % 2 }
    }
    return time(number(digits), minute, second, half)
  }

  private func time(
    _ hour: Int, _ minute: Int, _ second: Int, _ half: Int?
  ) -> WrittenDate.Time? {
    // A leap second is a second like any other.
    guard (0...59).contains(minute), (0...60).contains(second) else { return nil }
    guard let half else {
      return (0...23).contains(hour) ? WrittenDate.Time(hour: hour, minute: minute) : nil
    }
    guard (1...12).contains(hour) else { return nil }
    return WrittenDate.Time(hour: hour % 12 + 12 * half, minute: minute)
  }

  /// Passes over a zone; false where something else begins like one.
  private mutating func skipZone() -> Bool {
    _ = take(Self.zones)
    if take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")) {
      let hours = run().count
      guard [2, 4, 6].contains(hours) else { return false }
      if hours == 2, take(UInt8(ascii: ":")) {
        guard run().count == 2 else { return false }
        if take(UInt8(ascii: ":")), run().count != 2 { return false }
      }
    }
    if take(UInt8(ascii: "[")) {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else { return false }
      index = end + 1
    }
    return true
  }

  // MARK: Bytes

  @discardableResult
  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Passes over one of a few words and tells which.
  private mutating func take(_ words: [[UInt8]]) -> Int? {
    guard index < bytes.endIndex else { return nil }
    let found = words.firstIndex { bytes[index...].starts(with: $0) }
    if let found { index += words[found].count }
    return found
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: " ") { index += 1 }
  }

  private mutating func run() -> ArraySlice<UInt8> {
    let digits = bytes[index...].prefix(while: \.isDigit)
    index = digits.endIndex
    return digits
  }

  private mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
    let digits = run()
    return lengths.contains(digits.count) ? number(digits) : nil
  }

  /// The number of at most four digits.
  private func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
