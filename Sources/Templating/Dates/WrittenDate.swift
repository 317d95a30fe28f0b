/// A day of the calendar, with the time where one was written.
struct WrittenDate: Sendable, Equatable {
  let year: Int
  let month: Int
  let day: Int
  var time: Time?

  /// A time of the day, to the minute.
  struct Time: Sendable, Equatable {
    let hour: Int
    let minute: Int
  }

  /// Takes a day that the Gregorian calendar has.
  init?(year: Int, month: Int, day: Int) {
    guard year >= 1, (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The day of the week, 0 for Monday.
  var weekday: Int {
    let past = year - 1
    let days = 365 * past + past / 4 - past / 100 + past / 400
    let months = (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) }
    // The first day of year 1 was a Monday.
    return (days + months + day - 1) % 7
  }
}
