import Mailing
import TestSupport
import Testing

@Suite struct ReservationTests {
  @Test(arguments: [
    ("1970-01-01 09:00", 0), ("1970-01-01T00:00Z", 0), ("1970-01-01T00:00:30Z", 30_000),
    ("2000-02-29 00:00", 951_750_000_000), ("2026-11-24T08:34:00+09:00", 1_795_476_840_000),
    ("2026-11-24T08:34:00+0900", 1_795_476_840_000), ("2026-11-23T23:34:00Z", 1_795_476_840_000),
    ("1969-12-31T23:59Z", -60_000),
  ])
  func `times in either spelling`(text: String, milliseconds: Int) {
    #expect(Reservation(text: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-11-24", "2026-11-24T08:34:00", "2026-13-01 00:00", "2026-02-29 00:00",
    "2026-11-24 24:00", "2026-11-24 08:60", "2026-11-24 8:34", "24.11.2026 08:34",
    "2026-11-24T08:34:00+9", "2026-11-24 08:34 KST", "2026-00-10 00:00", "2026-01-00 00:00",
  ])
  func `no times`(text: String) { #expect(Reservation(text: text) == nil) }

  @Test(arguments: ["1.5", "-1", "1e400", "99999999999999999999", "253402300800000"])
  func `no milliseconds`(literal: String) {
    #expect(Reservation(literal: Array(literal.utf8)) == nil)
  }

  @Test func `what is written is read back`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let minutes = Int.random(in: 0..<120_000_000, using: &random)
      let time = try #require(Reservation(literal: Array(String(minutes * 60_000).utf8)))
      #expect(Reservation(text: time.korean) == time)
      #expect(Reservation(text: time.iso8601) == time)
    }
  }
}
