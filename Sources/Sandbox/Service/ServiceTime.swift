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

  /// The moment as HTTP and mail write it: `25 Nov 2026 16:00:00`, in Korean time.
  var words: String {
    let parts = date.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), Self.months.indices.contains(month - 1)
    else { return iso8601 }
    let time = "\(minute.suffix(5)):\(digits(milliseconds / 1000 % 60, 2))"
    return "\(parts[2]) \(Self.months[month - 1]) \(parts[0]) \(time)"
  }

  /// The moment as a `Date` header has it (RFC 9110 §5.6.7).
  var httpDate: String {
    let greenwich = ServiceTime(max(0, milliseconds - 9 * 3_600_000))
    // 1970 began on a Thursday.
    return "\(Self.days[(milliseconds / 86_400_000 + 3) % 7]), \(greenwich.words) GMT"
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

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
