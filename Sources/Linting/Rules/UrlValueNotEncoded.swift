import Diagnostics

extension Rule {
  /// A finished value that is not encoded for the address it goes into.
  static let urlValueNotEncoded = Rule(
    "url-value-not-encoded", .error, .value,
    summary: Message(
      "in a complete request, a value in a link that is not percent-encoded",
      ko: "완성된 요청에서, 링크에 들어가는데 퍼센트 인코딩되지 않은 값"),
    rationale: Message(
      "marks of an address within data cut it short (RFC 3986 §2.1); values of a folder's list are encoded",
      ko: "데이터 속의 구분 문자가 주소를 끊습니다(RFC 3986 §2.1). 폴더 목록의 값은 인코딩됩니다"),
    instead: Message("percent-encode the value in the request", ko: "요청의 값을 퍼센트 인코딩하세요"),
    sources: [.rfc(3986, "2.1")],
    examples: [
      .flagged(
        request: RuleExample.request(
          body: "<a href='https://example.com/?q=‹${NAME}›'>x</a>",
          parameters: "\"NAME\": \"R&D team\""), rows: [1]),
      .flagged(
        request: RuleExample.request(
          body: "<a href='https://example.com/‹${NAME}›/x'>x</a>", parameters: "\"NAME\": \"김\""),
        rows: [1]),
      .quiet(
        request: RuleExample.request(
          body: "<a href='${NAME}'>x</a>", parameters: "\"NAME\": \"https://example.com/?a=b\"")),
      .quiet(
        request: RuleExample.request(
          body: "<a href='https://example.com/?q=${NAME}'>x</a>",
          parameters: "\"NAME\": \"R%26D%20team\"")),
      .quiet(
        "<a href=\"https://example.com/?q=$<NAME>\">x</a>",
        people: "address,NAME\na@example.com,R&D team\n"),
    ],
    check: .value(.finalInURL) { value, report in
      guard !isEncoded(value.text, value.places) else { return }
      let subject = value.subject
      let text = value.string
      report(
        value.sighting(
          Message(
            "\(subject.english) goes into a link, where \(value: text) must be percent-encoded",
            ko: "\(subject.korean)이 링크에 들어갑니다. \(value: text)은(는) 퍼센트 인코딩이 필요합니다")))
    })

  private static func isEncoded(_ text: ArraySlice<UInt8>, _ places: ValuePlaces) -> Bool {
    var digits = 0
    for byte in text {
      if digits > 0 {
        guard byte.isHexDigit else { return false }
        digits -= 1
        continue
      }
      switch byte {
      case UInt8(ascii: "%"): digits = 2
      case UInt8(ascii: "+"): if !places.isContactAlone { return false }
      case UInt8(ascii: " "), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "#"),
        UInt8(ascii: "?"), UInt8(ascii: "/"), 0x80...:
        return false
      default: break
      }
    }
    return digits == 0
  }
}
