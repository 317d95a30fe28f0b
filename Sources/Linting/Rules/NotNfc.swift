import Composing
import Diagnostics
import Templating

extension Rule {
  /// Text in pieces: jamo, or letters with their accents apart.
  static let notNfc = Rule(
    "not-nfc", .warning, .unicode,
    summary: Message(
      "decomposed text: Hangul as single jamo, letters with their accents apart",
      ko: "분해된 글자: 자모로 나뉜 한글, 따로 떨어진 악센트"),
    rationale: Message(
      "many mail programs draw jamo apart, and they take three times the bytes of a title",
      ko: "많은 메일 프로그램이 자모를 따로 그리며, 제목에서 바이트를 세 배 차지합니다"),
    instead: Message(
      "compose it (NFC); texts and names from macOS files come decomposed",
      ko: "조합형(NFC)으로 바꾸세요. macOS의 파일 이름은 자모가 분리되어 있습니다"),
    sources: [.unicode("UAX #15, normalization forms", 15)],
    examples: notNfcValueExamples + [
      .flagged("<p>‹\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}› $<NAME></p>"),
      .flagged("<p>caf‹e\u{301}› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "‹\u{AC00}\u{11A8}› 안내"),
      .quiet("<p>ㄱ. ㄴ. ㅋㅋㅋ 한글 café $<NAME></p>"), .quiet("<p>x\u{323} 👩\u{200D}💻 $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for found in Decomposed.all(in: template.text.bytes) {
          let text = template.text.string(found.range)
          report(
            Problem(
              Message(
                "\(quoted: text) is decomposed (not NFC)",
                ko: "\(quoted: text)의 글자가 분해되어 있습니다(NFC 아님)"),
              at: template.text.location(of: found.range),
              fix: template.text.fix(
                found.range, Message("compose the characters", ko: "글자 조합하기"), .safe, found.composed
              )))
        }
      }
    },
    and: notNfcInValues)
}

/// Characters written in several code points for which there is one.
private enum Decomposed {
  static func all(in bytes: [UInt8]) -> [(range: Range<Int>, composed: String)] {
    // What composes: jamo (E1 84–87), accents (CC, CD) and the Japanese voicing marks (E3 82).
    guard bytes.contains(where: { $0 == 0xE1 || $0 == 0xCC || $0 == 0xCD || $0 == 0xE3 }) else {
      return []
    }
    var found: [(range: Range<Int>, composed: String)] = []
    var offset = 0
    for character in String(decoding: bytes, as: UTF8.self) {
      let end = offset + character.utf8.count
      defer { offset = end }
      guard character.utf8.count > 2, character.unicodeScalars.count > 1,
        let composed = composed(character)
      else { continue }
      if let last = found.last, last.range.upperBound == offset {
        found[found.count - 1] = (last.range.lowerBound..<end, last.composed + composed)
      } else {
        found.append((offset..<end, composed))
      }
    }
    return found
  }

  private static func composed(_ character: Character) -> String? {
    let scalars = Array(character.unicodeScalars)
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      // Equality of strings is canonical equivalence: the table finds all spellings of a letter.
      let whole = [3, 2].lazy.compactMap { count -> (Unicode.Scalar, Int)? in
        guard index + count <= scalars.count else { return nil }
        let pieces = String(String.UnicodeScalarView(scalars[index..<index + count]))
        return table[pieces].map { ($0, count) }
      }.first
      text.append(whole?.0 ?? scalars[index])
      index += whole?.1 ?? 1
    }
    return text.count < scalars.count ? String(text) : nil
  }

  /// Letters that have a decomposed spelling: Latin, Greek, Cyrillic, kana, Hangul.
  private static let table: [String: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1FFC, 0x304C...0x30FE, 0xAC00...0xD7A3,
    ]
    var table: [String: Unicode.Scalar] = [:]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Where two letters are one, the older is the composed form.
      if table[String(scalar)] == nil { table[String(scalar)] = scalar }
    }
    return table
  }()
}
