import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Text of a draft that nobody replaced.
  static let leftoverText = Rule(
    "leftover-text", .warning, .placeholder,
    summary: Message(
      "fill-in or test text: [NAME], Lorem ipsum, TODO, [TEST]",
      ko: "채워 넣을 자리나 시험용 문구: [이름], Lorem ipsum, TODO, (테스트)"),
    rationale: Message(
      "it was meant to be replaced before sending", ko: "발송 전에 바꿔야 할 문구입니다"),
    instead: Message("replace or delete it", ko: "바꾸거나 지우세요"),
    sources: [
      Source(
        Message(
          "lists of Litmus and Validity for checking mails", ko: "Litmus와 Validity의 발송 전 점검 목록"))
    ],
    examples: [
      .flagged("<p>Dear ‹[NAME]›, ‹lorem ipsum› dolor $<NAME></p>"),
      .flagged("<p>‹TODO›: check, ‹[이름]›님, ‹여기에 내용을 입력› $<NAME></p>"),
      .flagged("<img alt=\"‹FIXME›\" src=\"https://example.com/a.png\">$<NAME>"),
      .flagged("<p>$<NAME></p>", title: "‹[TEST]› Hello"),
      .flagged("<p>$<NAME></p>", title: "‹(테스트)› 안내"),
      .quiet("<p>[공지] [필수] [1] [Names] $<NAME></p>"),
      .quiet("<p>todo lists, TODOS, XXX-1234, size XXXL $<NAME></p>"),
      .quiet("<code>TODO [NAME]</code><p>$<NAME></p>"),
      .quiet("<style>/* TODO */</style><p>$<NAME></p>"),
      .quiet("<a href=\"https://example.com/TODO\">$<NAME></a>"),
    ],
    check: .draft { context, report in
      for passage in context.draft.passages where !passage.isCode && !passage.isAddress {
        for range in ranges(in: passage.bytes) {
          let text = passage.template.text
          report(
            Problem(
              Message(
                "\(quoted: text.string(range)) looks like text left from drafting",
                ko: "\(quoted: text.string(range))은(는) 초안에 남은 문구로 보입니다"),
              at: text.location(of: range)))
        }
      }
    })

  private static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    let lowered = Array(bytes.map(\.lowered))[...]
    var found: [Range<Int>] = []
    for phrase in phrases {
      found += lowered.offsets(of: phrase).map {
        $0 + bytes.startIndex..<$0 + bytes.startIndex + phrase.count
      }
    }
    for word in shouted {
      found += bytes.offsets(of: word).map { $0..<$0 + word.count }
        .filter {
          !isWordByte(bytes[..<$0.lowerBound].last) && !isWordByte(bytes[$0.upperBound...].first)
        }
    }
    for range in bytes.bracketed {
      let word = String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
      if fields.contains(word.uppercased()) { found.append(range) }
    }
    return found
  }

  private static func isWordByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Found in any case.
  private static let phrases = [
    "lorem ipsum", "dolor sit amet", "[test]", "(test)", "[테스트]", "(테스트)", "여기에 내용을 입력",
    "여기에 내용 입력", "내용을 입력하세요", "내용을 입력해 주세요", "여기에 입력", "v2_final", "test email",
    "insert text here", "your text here",
  ].map { Array($0.utf8) }

  /// Found as whole words in capitals.
  private static let shouted = ["TODO", "FIXME", "XXX"].map { Array($0.utf8) }

  /// What people write in brackets for somebody to fill in.
  private static let fields: Set<String> = [
    "NAME", "FIRST NAME", "FIRSTNAME", "LAST NAME", "FULL NAME", "YOUR NAME", "CUSTOMER NAME",
    "COMPANY", "COMPANY NAME", "DATE", "EMAIL", "ADDRESS", "PHONE", "LINK", "URL", "AMOUNT", "이름",
    "성명", "성함", "고객 이름", "회사명", "회사 이름", "날짜", "금액", "링크", "주소", "전화번호",
  ]
}
