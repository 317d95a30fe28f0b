import JSONSyntax
import Mailing

/// A moment as the services write it, in Korean time.
struct ServiceTime {
  let milliseconds: Int

  init(_ milliseconds: Int) { self.milliseconds = milliseconds }

  /// `yyyy-MM-dd`.
  var date: String { String(minute.prefix(10)) }

  /// ISO 8601 with the Korean offset.
  var iso8601: String {
    "\(minute.prefix(10))T\(minute.suffix(5)):\(digits(milliseconds / 1000 % 60, 2))+09:00"
  }

  private var minute: String {
    Reservation(literal: Array(String(max(0, milliseconds)).utf8))?.korean ?? "1970-01-01 09:00"
  }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }

  /// Writes the object that Cloud Outbound Mailer has for a moment.
  func write(to json: inout JSONWriter) {
    let seconds = digits(milliseconds / 1000 % 60, 2)
    json.beginObject()
    json.member("utc", milliseconds)
    json.member("formattedDate", date)
    json.member("formattedDateTime", "\(minute):\(seconds) \(digits(milliseconds % 1000, 3))")
    json.endObject()
  }
}
