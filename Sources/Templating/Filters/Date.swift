import Diagnostics

extension Filter {
  /// A date in another order.
  static let date = Filter(
    "date",
    summary: Message(
      "the date, and its time where asked for, in that format", ko: "지정한 형식으로 쓴 날짜와 시각"),
    accepts: Message(
      "a date that exists, year first (2026-11-25, 2026.11.25, 2026/11/25), with a time for HH and mm",
      ko: "연도부터 쓴 실제 날짜(2026-11-25, 2026.11.25, 2026/11/25), HH와 mm에는 시각도 필요"),
    pattern:
      #"^\#(InvisibleText.pattern)([0-9]{8}|[0-9]{4}([-/][0-9]{1,2}[-/]|\. *[0-9]{1,2}\. *)[0-9]{1,2})(?![0-9])"#,
    argument: Argument(
      sample: "\"yyyy. M. d. (E)\"",
      summary: Message(
        "the format: \(DateFormat.tokens) (E is the Korean weekday), and other letters in '…'",
        ko: "형식: \(DateFormat.tokens)(E는 요일), 다른 영문자는 '…'로 감쌉니다")),
    examples: [
      .gives("date(\"yyyy. M. d. (E)\")", "2026-11-25", "2026. 11. 25. (수)"),
      .gives("date(\"yyyy년 M월 d일\")", "2026. 3. 5.", "2026년 3월 5일"),
      .gives("date(\"yyyy-MM-dd HH:mm\")", "2026. 11. 25. 오후 3:05:00", "2026-11-25 15:05"),
      .gives("date(\"M/d HH:mm\")", "2026-11-25T09:30:00.125+09:00", "11/25 09:30"),
      .gives("date(\"d 'of' M\")", "20240229", "29 of 2"),
      .refuses("date(\"M. d.\")", "2026-02-29"), .refuses("date(\"M. d. HH:mm\")", "2026-11-25"),
      .refuses("date(\"M. d.\")", "11/25/2026"), .refuses("date(\"M. d.\")", "46351"),
    ],
    work: .text { (format) throws(WrongArgument) in
      let format = try DateFormat(format)
      return { value in DateReader.read(value).flatMap(format.bytes) }
    })
}
