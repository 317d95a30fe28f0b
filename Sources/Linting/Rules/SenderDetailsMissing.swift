import Composing
import Diagnostics
import Mailing
import Markup
import Templating

extension Rule {
  /// Advertising mail that does not say whose it is.
  static let senderDetailsMissing = Rule(
    "sender-details-missing", .warning, .advertising,
    summary: Message(
      "advertising mail without the sender's name, mail address, telephone number and postal address as text",
      ko: "전송자의 이름, 전자우편 주소, 전화번호, 주소가 글자로 적혀 있지 않은 광고 메일"),
    rationale: Message(
      "the law of Korea wants the sender's name and contacts in the mail (Network Act, article 50)",
      ko: "정보통신망법 제50조에 따라 전송자의 명칭과 연락처를 밝혀야 합니다"),
    instead: Message("add them at the foot, as text", ko: "메일 아래쪽에 글자로 적으세요"),
    sources: [.networkAct, .networkDecree],
    examples: [
      .flagged(title: "‹(광고)› 봄 할인"),
      .flagged(
        "<p>$<NAME> 예시상점 help@example.com 서울시 중구 세종대로 110</p>",
        fields: "\"senderName\": \"예시상점\", \"advertising\": ‹true›"),
      .flagged(
        "<p>$<NAME> help@example.com 02-123-4567 서울시 중구 세종대로 110</p>",
        fields: "\"senderName\": \"예시상점\", \"advertising\": ‹true›"),
      .flagged(
        "<p>$<NAME></p><img alt=\"help@example.com 02-123-4567 서울시 중구 세종대로 110\" src=\"https://example.com/a.png\">",
        fields: "\"advertising\": ‹true›"),
      .quiet(
        "<p>$<NAME> 예시상점 help@example.com 02-123-4567 서울시 중구 세종대로 110</p>",
        fields: "\"senderName\": \"예시상점\", \"advertising\": true"),
      .quiet(
        "<p>$<NAME> help@example.com +1 212 555 0100, 5 Main Street, New York, NY 10001</p>",
        fields: "\"advertising\": true"),
      .quiet(
        "<p>$<NAME> 1588-1234 경기도 성남시 분당구 정자일로 95</p>",
        fields:
          "\"advertising\": true, \"unsubscribeMessage\": \"help@example.com unsubscribe 수신거부\""),
      .quiet("<p>$<NAME></p>", title: "영수증"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      guard draft.isAdvertisement else { return }
      let missing = SenderDetails(draft).missing
      guard !missing.isEmpty else { return }
      let (english, korean) = (
        missing.map(\.english).joined(separator: ", "),
        ParticlePair.object.attached(to: missing.map(\.korean).joined(separator: ", "))
      )
      report(
        Problem(
          Message(
            "advertising mail should give the sender's \(english)",
            ko: "광고 메일에 전송자의 \(korean) 적어야 합니다"), at: draft.advertisingPlace))
    })
}

/// What the text of a mail says about its sender, by weak signs: they never make an error.
private struct SenderDetails {
  private(set) var missing: [(english: String, korean: String)] = []

  init(_ draft: Draft) {
    let prose = draft.prose
    let words = prose.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let name = draft.envelope.string(.senderName), !Self.shares(name, with: Set(words)) {
      missing.append(("name", "명칭"))
    }
    if !prose.contains("@") { missing.append(("mail address", "전자우편 주소")) }
    if !Self.hasPhone(prose) { missing.append(("telephone number", "전화번호")) }
    if !Self.hasPostalAddress(words) { missing.append(("postal address", "주소")) }
  }

  private static func shares(_ name: String, with words: Set<String>) -> Bool {
    let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return parts.isEmpty
      || parts.prefix(8).contains { part in words.contains { $0.hasPrefix(part) } }
  }

  /// At least eight digits with nothing but blanks and signs between them, in two groups or more.
  private static func hasPhone(_ text: String) -> Bool {
    var digits = 0
    var groups = 0
    var isInGroup = false
    for byte in text.utf8 {
      if byte.isDigit {
        digits += 1
        if !isInGroup { groups += 1 }
        isInGroup = true
      } else if [0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E].contains(byte) {
        isInGroup = false
      } else {
        if groups > 1, (8...15).contains(digits) { return true }
        (digits, groups, isInGroup) = (0, 0, false)
      }
    }
    return groups > 1 && (8...15).contains(digits)
  }

  /// A Korean road or district with a number near it, or a street or postal code of elsewhere.
  private static func hasPostalAddress(_ words: [String]) -> Bool {
    for (index, word) in words.enumerated() {
      let next = words[(index + 1)...].prefix(2)
      let isDistrict = ["로", "길", "동", "가", "읍", "면", "리"].contains { word.hasSuffix($0) }
      if isDistrict, word.count > 1, next.first?.first?.isNumber == true,
        words[max(0, index - 3)..<index].contains(where: isRegion)
      {
        return true
      }
      if streets.contains(word) { return true }
    }
    return false
  }

  private static func isRegion(_ word: String) -> Bool {
    word.count > 1 && ["시", "군", "구", "도", "서울", "부산"].contains { word.hasSuffix($0) }
  }

  private static let streets: Set<String> = [
    "street", "avenue", "road", "boulevard", "straße", "strasse", "suite", "floor", "gil", "ro",
    "daero",
  ]
}
