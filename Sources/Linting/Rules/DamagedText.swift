import Composing
import Diagnostics
import Templating

extension Rule {
  /// Text that was read in the wrong encoding.
  static let damagedText = Rule(
    "damaged-text", .error, .unicode,
    summary: Message(
      "text that was read in the wrong encoding and saved so", ko: "다른 인코딩으로 읽혀 저장된 깨진 글자"),
    rationale: Message("recipients see it as it is", ko: "수신자에게 깨진 그대로 보입니다"),
    instead: Message(
      "take the text from its source again, as UTF-8", ko: "원본에서 UTF-8로 다시 가져오세요"),
    sources: [
      Source(
        Message(
          "our own measurement on names and on pairs of all syllables of KS X 1001",
          ko: "이름과 KS X 1001의 모든 두 음절로 직접 측정한 결과"))
    ],
    examples: damagedTextValueExamples + [
      .flagged("<p>‹\u{EC}\u{2022}\u{2C6}\u{EB}\u{2026}\u{2022}›! $<NAME></p>"),
      .flagged("<p>안녕‹\u{FFFD}\u{FFFD}› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "‹\u{EA}\u{B0}\u{80}›"),
      .flagged("<p>‹\u{4E8C}?› $<NAME></p>", severity: .warning),
      .quiet("<p>café Łódź naïve “quoted” 1 € 二人 왜? $<NAME></p>"),
      .quiet("<p>안녕하세요 漢字 $<NAME></p>"), .quiet("<p>Ã¤ ìí $<NAME></p>"),
      .quiet("<p>第\u{4E8C}? \u{EA}\u{B0}\u{80}\u{C3}\u{A9} $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        let text = template.text
        for found in DamagedWords(text.bytes).found {
          let word = text.string(found.range)
          report(
            Problem(
              found.meant.map {
                Message(
                  "\(quoted: word) is damaged; it reads as \(quoted: $0)",
                  ko: "\(quoted: word)은(는) 깨진 글자입니다. \(quoted: $0)(으)로 읽힙니다")
              } ?? Message("\(quoted: word) is damaged text", ko: "\(quoted: word)은(는) 깨진 글자입니다"),
              at: text.location(of: found.range),
              fix: found.meant.map {
                text.fix(found.range, Message("write '\($0)'", ko: "'\($0)'(으)로 쓰기"), .unsafe, $0)
              }, severity: found.isCertain ? nil : .warning))
        }
      }
    },
    and: damagedTextInValues)
}

/// The damaged words of a text.
private struct DamagedWords {
  private(set) var found: [(range: Range<Int>, meant: String?, isCertain: Bool)] = []
  private var word: [Unicode.Scalar] = []
  private var start = 0
  private var end = 0

  init(_ bytes: [UInt8]) {
    bytes[...].forEachScalarBeyondASCII { scalar, range in
      if range.lowerBound != end || word.isEmpty {
        finish()
        start = range.lowerBound
      }
      end = range.upperBound
      word.append(scalar)
      let isBesideMark = bytes[range.upperBound...].first == UInt8(ascii: "?")
      if isBesideMark, MojibakeWord.hanja.contains(scalar), word.count == 1 {
        found.append((range.lowerBound..<range.upperBound + 1, nil, false))
      }
    }
    finish()
  }

  private mutating func finish() {
    defer { word.removeAll(keepingCapacity: true) }
    guard !word.isEmpty else { return }
    if word.contains("\u{FFFD}") {
      let bytes = word.map { UTF8.width($0) }
      let before = zip(word, bytes).prefix { $0.0 != "\u{FFFD}" }.reduce(0) { $0 + $1.1 }
      let count = word.drop { $0 != "\u{FFFD}" }.prefix { $0 == "\u{FFFD}" }.count
      found.append((start + before..<start + before + 3 * count, nil, true))
    } else if let meant = MojibakeWord.hangul(of: word) {
      found.append((start..<end, meant, true))
    }
  }
}
