import Diagnostics
import Mailing

/// A moment as Korean clocks show it.
struct KoreanTime {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let koreanDays = ["목", "금", "토", "일", "월", "화", "수"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let seconds: Int

  /// Takes seconds since 1970; what lies before counts as then.
  init(_ seconds: Int) { self.seconds = max(0, seconds) }

  /// `yyyy-MM-dd` and `HH:mm`.
  private var parts: (date: Substring, time: Substring) {
    let literal = Array(String(seconds.multipliedReportingOverflow(by: 1000).partialValue).utf8)
    let words = (Reservation(literal: literal)?.korean ?? "1970-01-01 09:00").split(separator: " ")
    return (words[0], words[1])
  }

  private var weekday: Int { (seconds &+ 32_400) / 86_400 % 7 }

  /// The form of RFC 5322 §3.3: `Wed, 25 Nov 2026 16:04:20 +0900`.
  var message: String {
    let (date, time) = parts
    let month = Int(date.dropFirst(5).prefix(2)) ?? 1
    let second = seconds % 60
    return "\(Self.days[weekday]), \(date.suffix(2)) \(Self.months[max(1, month) - 1]) "
      + "\(date.prefix(4)) \(time):\(second < 10 ? "0" : "")\(second) +0900"
  }

  /// The form for people: `2026-11-25 (Wed) 16:04 KST`.
  func text(_ language: Language) -> String {
    let (date, time) = parts
    let day = language == .korean ? Self.koreanDays[weekday] : Self.days[weekday]
    return "\(date) (\(day)) \(time) KST"
  }
}
