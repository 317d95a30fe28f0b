import Markup

/// A month that a text names: `11월`, `2026년 11월`, `2026. 11. 3.`, `November 2026`.
struct MonthMention: Equatable {
  /// Where it is named, the year included.
  let range: Range<Int>
  let month: Int
  /// The year, where it is written as well.
  let year: Int?

  /// Every month that a text names.
  static func all(in text: ArraySlice<UInt8>) -> [MonthMention] {
    var found: [MonthMention] = []
    var index = text.startIndex
    while index < text.endIndex {
      let mention = numeric(in: text, at: index) ?? named(in: text, at: index)
      if let mention { found.append(mention) }
      index = max(index + 1, mention?.range.upperBound ?? 0)
    }
    return found
  }

  /// How many months it lies behind another, a negative number for those before; of months without
  /// a year the nearest one is meant.
  func distance(from other: (year: Int, month: Int)) -> Int {
    if let year { return (year - other.year) * 12 + month - other.month }
    let ahead = (month - other.month + 12) % 12
    return ahead > 6 ? ahead - 12 : ahead
  }

  // MARK: In digits

  private static let koreanMonth = Array("월".utf8)
  private static let koreanYear = Array("년".utf8)

  private static func numeric(in text: ArraySlice<UInt8>, at start: Int) -> MonthMention? {
    guard !isDigit(text[..<start].last), let first = number(in: text, at: start) else { return nil }
    if first.digits == 4, let rest = afterYear(text, first.end),
      let month = number(in: text, at: rest.start), month.digits <= 2,
      (1...12).contains(month.value)
    {
      let isKorean = text[month.end...].starts(with: koreanMonth)
      guard isKorean || !rest.isKorean else { return nil }
      let end = isKorean ? month.end + koreanMonth.count : month.end
      return MonthMention(range: start..<end, month: month.value, year: first.value)
    }
    guard first.digits <= 2, (1...12).contains(first.value),
      text[first.end...].starts(with: koreanMonth)
    else { return nil }
    return MonthMention(
      range: start..<first.end + koreanMonth.count, month: first.value, year: nil)
  }

  /// Where a month may begin behind a year of this century: `2026년 `, `2026. `, `2026-`, `2026/`.
  private static func afterYear(
    _ text: ArraySlice<UInt8>, _ end: Int
  ) -> (start: Int, isKorean: Bool)? {
    guard text[..<end].suffix(4).starts(with: "20".utf8) else { return nil }
    var rest = text[end...]
    let isKorean = rest.starts(with: koreanYear)
    if isKorean {
      rest = rest.dropFirst(koreanYear.count)
    } else if let mark = rest.first, "-./".utf8.contains(mark) {
      rest = rest.dropFirst()
    } else {
      return nil
    }
    return (rest.drop { $0 == 0x20 }.startIndex, isKorean)
  }

  private static func number(
    in text: ArraySlice<UInt8>, at start: Int
  ) -> (value: Int, digits: Int, end: Int)? {
    let digits = text[start...].prefix { isDigit($0) }
    guard (1...4).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (value, digits.count, digits.endIndex)
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  // MARK: In words

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ].map { Array($0.utf8) }

  private static func named(in text: ArraySlice<UInt8>, at start: Int) -> MonthMention? {
    guard text[start] >= UInt8(ascii: "A"), text[start] <= UInt8(ascii: "S"),
      text[..<start].last?.isLetterOrDigit != true,
      let index = names.firstIndex(where: { text[start...].starts(with: $0) })
    else { return nil }
    let end = start + names[index].count
    guard text[end...].first?.isLetterOrDigit != true else { return nil }
    let behind = text[end...].drop { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    let year = number(in: text, at: behind.startIndex)
    let before = text[..<start].last { $0 != 0x20 }
    // `May` and `March` are words as well.
    let isBare = year == nil && !isDigit(before)
    if isBare, ["May", "March"].contains(String(decoding: names[index], as: UTF8.self)) {
      return nil
    }
    let isYear = year.map { $0.digits == 4 } ?? false
    return MonthMention(
      range: start..<end, month: index + 1, year: isYear ? year?.value : nil)
  }
}
