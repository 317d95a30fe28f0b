public import Diagnostics

extension Reservation {
  /// Korean time with the day of the week, as people check it.
  public var words: Message {
    let day = weekday
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day]
    let hangul = ["월", "화", "수", "목", "금", "토", "일"][day]
    return Message("\(korean) KST (\(english))", ko: "\(korean) 한국시간(\(hangul))")
  }

  /// The day of the week in Korean time, 0 for Monday.
  private var weekday: Int {
    let days = (milliseconds / 60_000 + 540) / 1440
    // The first day of 1970 was a Thursday.
    return (days + 3) % 7
  }
}
