import Mailing

/// The time of a `Date` header (RFC 9110 §5.6.7), in the form that servers must write.
struct HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Milliseconds since 1970.
  let milliseconds: Int

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT",
      let month = Self.months.firstIndex(of: String(parts[2])),
      let time = Reservation(
        text: "\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
    else { return nil }
    milliseconds = time.milliseconds
  }
}
