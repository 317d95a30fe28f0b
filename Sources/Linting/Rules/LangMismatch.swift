import Diagnostics
import Markup

extension Rule {
  /// A language that is none, or not the text's.
  static let langMismatch = Rule(
    "lang-mismatch", .warning, .accessibility,
    summary: Message(
      "a 'lang' that is no language ('kr', 'jp', 'ko_KR') or not the text's",
      ko: "언어가 아니거나('kr', 'jp', 'ko_KR') 본문과 다른 lang"),
    rationale: Message(
      "the text is read in the wrong voice; 'kr' is Kanuri", ko: "다른 언어의 목소리로 읽힙니다. 'kr'은 카누리어입니다"),
    instead: Message("write 'ko' for Korean, 'en' for English", ko: "한국어는 ko, 영어는 en으로 쓰세요"),
    sources: [.rfc(5646, "2.1"), .wcag("3.1.1", "language-of-page")],
    examples: [
      .flagged("<div lang=\"‹kr›\">$<NAME></div>"),
      .flagged("<div lang=\"‹ko_KR›\">$<NAME></div>"),
      .flagged(
        "<html lang=\"‹en›\"><body><p>$<NAME></p><p>안녕하세요. 이번 달 새로운 소식을 알려 드리려고 합니다.</p></body></html>"
      ),
      .quiet("<div lang=\"ko\">$<NAME></div><p lang=\"en-US\">x</p><p lang=\"zh-Hant-TW\">x</p>"),
      .quiet("<html lang=\"en\"><body><p>$<NAME></p><p>안녕하세요</p></body></html>"),
      .quiet(
        "<html lang=\"ko\"><body><p>$<NAME></p><p>Only a few words in Latin letters, and 한글도 조금 있습니다</p></body></html>"
      ),
      .quiet("<div lang=\"$<NAME>\">x</div>"),
      .flagged(
        "<html lang=\"‹ko›\"><body><p>$<NAME></p><p>" + String(repeating: "letters ", count: 30)
          + "</p></body></html>"),
      .quiet(
        "<html lang=\"ko\"><body><p>$<NAME></p><p>" + String(repeating: "letters ", count: 30)
          + String(repeating: "한글 ", count: 14) + "</p></body></html>"),
      .quiet("<html lang=\"ko\"><body><p>$<NAME></p><p>Only a few words</p></body></html>"),
    ],
    check: .draft { context, report in
      let body = context.body
      var isCompared = false
      for element in body.elements {
        guard let range = body.tag(element).attribute("lang")?.valueRange,
          !body.touchesPlaceholder(range), !range.isEmpty
        else { continue }
        let tag = BlankText.trimmed(body.value("lang", of: element) ?? "")
        if let mended = mended(tag) {
          report(
            Problem(
              Message("\(quoted: tag) is no language", ko: "\(quoted: tag)은(는) 언어 이름이 아닙니다"),
              at: body.location(of: range),
              fix: mended.isEmpty
                ? nil
                : body.text.fix(
                  range, Message("write \(quoted: mended)", ko: "\(quoted: mended)(으)로 씁니다"), .safe,
                  mended)))
        } else if ["html", "body"].contains(element.name), !isCompared {
          isCompared = true
          guard let actual = other(than: tag, body) else { continue }
          report(
            Problem(
              Message(
                "\(quoted: tag) is not the language of the text (\(actual))",
                ko: "\(quoted: tag)은(는) 본문의 언어(\(actual))가 아닙니다"),
              at: body.location(of: range)))
        }
      }
    })

  private static let slips = [
    "kr": "ko", "jp": "ja", "cn": "zh", "kor": "ko", "korean": "ko", "english": "en",
  ]

  /// What was meant by a tag that is none (RFC 5646); empty where that is not known, nil for a good one.
  private static func mended(_ tag: String) -> String? {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    if tag.contains("_") {
      let mended = tag.replacing("_", with: "-")
      return Self.mended(mended) ?? mended
    }
    guard let first = parts.first?.lowercased() else { return "" }
    if let slip = slips[first] {
      return ([slip] + parts.dropFirst().map(String.init)).joined(separator: "-")
    }
    let isFormed = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0 < 0x80 }
        && part.allSatisfy { $0.isLetter || $0.isNumber }
    }
    return isFormed && (2...3).contains(first.utf8.count) && first.allSatisfy(\.isLetter) ? nil : ""
  }

  /// The language of the text, if it is plainly another.
  private static func other(than tag: String, _ body: BodyFacts) -> String? {
    let language = tag.lowercased().prefix { $0 != "-" }
    if let actual = TextLanguage(of: body) {
      return actual.rawValue == language ? nil : actual.rawValue
    }
    let letters = LetterCounts(of: body)
    guard language == "ko" || language == "ja", letters.latin >= 200 else { return nil }
    return letters.latin > 9 * (letters.hangul + letters.kana) ? "Latin" : nil
  }
}
