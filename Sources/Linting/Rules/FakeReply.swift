import Composing
import Diagnostics
import Templating

extension Rule {
  /// A title that pretends to answer somebody.
  static let fakeReply = Rule(
    "fake-reply", .warning, .title,
    summary: Message(
      "a title for several people that begins like a reply: 'Re:', 'Fwd:'",
      ko: "여러 사람에게 보내는데 'Re:', 'Fwd:', '답장:', '전달:'로 시작하는 제목"),
    rationale: Message(
      "laws forbid titles that deceive about what a mail is", ko: "메일의 성격을 속이는 제목은 법으로 금지되어 있습니다"),
    instead: Message("leave it out", ko: "지우세요"),
    sources: [
      Source(
        Source.same("FTC, CAN-SPAM Act: a compliance guide for business"),
        "https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business"),
      .rfc(5322, "3.6.5"),
    ],
    examples: [
      .flagged(title: "‹Re:› your order", people: several),
      .flagged(title: "‹FWD :› news of $<NAME>", people: several),
      .flagged(title: "(광고) ‹답장:› 봄 할인", people: several),
      .flagged(title: "‹전달:› 안내", people: nil),
      .quiet(title: "Re: your order"),
      .quiet(title: "Reply: re: fw: and answers", people: several),
      .quiet(title: "Received: $<NAME>", people: several),
    ],
    check: .list { context, report in
      // One person may have written before.
      guard context.people?.count != 1 else { return }
      let title = context.draft.title
      let bytes = title.text.bytes
      let mark = context.draft.advertisingMarks.first { $0.isRight }
      let start = bytes[(mark?.range.upperBound ?? 0)...].drop { $0 <= 0x20 }.startIndex
      guard let end = endOfPrefix(in: bytes[start...]) else { return }
      let prefix = title.text.string(start..<end)
      report(
        Problem(
          Message(
            "\(quoted: prefix) makes the mail look like a reply",
            ko: "\(quoted: prefix) 때문에 답장처럼 보이는 제목입니다"),
          at: title.text.location(of: start..<end)))
    })

  private static let prefixes = ["re", "fw", "fwd", "답장", "전달"].map { Array($0.utf8) }
  private static let several = "address,NAME\na@example.com,Kim\nb@example.com,Lee\n"

  /// Where a mark of replies ends that the text begins with.
  private static func endOfPrefix(in text: ArraySlice<UInt8>) -> Int? {
    let lowered = text.prefix(12).map(\.lowered)
    for prefix in prefixes where lowered.starts(with: prefix) {
      let rest = text.dropFirst(prefix.count).drop { $0 == 0x20 }
      if rest.first == UInt8(ascii: ":") { return rest.startIndex + 1 }
    }
    return nil
  }
}
