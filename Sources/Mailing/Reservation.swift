/// The minute at which a mail is to leave, in either service's spelling.
public struct Reservation: Sendable, Hashable {
  /// Milliseconds since 1970-01-01T00:00Z.
  public let milliseconds: Int

  /// Takes a time.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// Reads `yyyy-MM-dd HH:mm` as Korean time, or ISO 8601 with an offset or `Z`.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      let digits = bytes[from..<from + count]
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        return nil
      }
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard bytes.count >= 16, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), let year = number(0, 4), let month = number(5, 2),
      let day = number(8, 2), let hour = number(11, 2), let minute = number(14, 2),
      (1...12).contains(month), day >= 1, day <= Self.days(month: month, year: year),
      hour < 24, minute < 60
    else { return nil }
    var rest = text.dropFirst(16)
    var seconds = 0
    if rest.first == ":", let second = number(17, 2), second < 60 {
      seconds = second
      rest = rest.dropFirst(3)
    }
    guard let offset = Self.offset(rest, isKorean: bytes[10] == UInt8(ascii: " ")) else {
      return nil
    }
    let days = Self.days(year: year, month: month, day: day)
    milliseconds = ((days * 24 + hour) * 60 + minute - offset) * 60_000 + seconds * 1000
  }

  /// The time that an envelope names; milliseconds win over text, as at the service.
  public init?(of envelope: Envelope) {
    let time =
      envelope.numbers[.reservationUtc].flatMap { Reservation(literal: $0.value) }
      ?? envelope.string(.reservationDateTime).flatMap { Reservation(text: $0) }
    guard let time else { return nil }
    self = time
  }

  /// Reads epoch milliseconds as a JSON number spells them: whole, and before the year 10000.
  public init?(literal: [UInt8]) {
    guard let number = Int(String(decoding: literal, as: UTF8.self)),
      (0..<253_402_300_800_000).contains(number)
    else { return nil }
    milliseconds = number
  }

  /// `yyyy-MM-dd HH:mm` in Korean time.
  public var korean: String {
    let (date, time) = parts
    return "\(date) \(time)"
  }

  /// Year and month in Korean time.
  public var month: (year: Int, month: Int) {
    let (year, month, _) = Self.civil(days: (milliseconds / 60_000 + 540) / 1440)
    return (year, month)
  }

  /// ISO 8601 with the Korean offset.
  public var iso8601: String {
    let (date, time) = parts
    return "\(date)T\(time):00+09:00"
  }

  /// Minutes east of Greenwich of a written offset.
  private static func offset(_ text: Substring, isKorean: Bool) -> Int? {
    if text.isEmpty { return isKorean ? 540 : nil }
    if text == "Z" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours < 15,
      minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  private var parts: (date: String, time: String) {
    let minutes = milliseconds / 60_000 + 540
    let (year, month, day) = Self.civil(days: minutes / 1440)
    let time = minutes % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ("\(year)-\(two(month))-\(two(day))", "\(two(time / 60)):\(two(time % 60))")
  }

  private static func days(month: Int, year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1970-01-01 of a date of the Gregorian calendar.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
