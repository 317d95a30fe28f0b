import Composing
import Diagnostics
import Templating

extension Rule {
  /// Characters that control devices and show nothing.
  static let controlCharacter = Rule(
    "control-character", .error, .unicode,
    summary: Message(
      "control characters and noncharacters in title or body", ko: "제목이나 본문의 제어 문자와 비문자"),
    rationale: Message(
      "HTML and XML do not allow them, and some mail programs stop reading there",
      ko: "HTML과 XML에서 허용되지 않으며, 그 자리에서 읽기를 멈추는 메일 프로그램도 있습니다"),
    instead: Message("remove them", ko: "지우세요"),
    sources: [
      .html("preprocessing the input stream", "parsing.html#preprocessing-the-input-stream"),
      .xmlCharacters,
    ],
    examples: controlCharacterValueExamples + [
      .flagged("<p>a‹\u{0}\u{1}›b $<NAME></p>"),
      .flagged("<p>‹\u{7F}› ‹\u{85}› ‹\u{FFFF}›$<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "a‹\\u001b›b"),
      .quiet("<p>tab\there\r\nline $<NAME></p>\n"), .quiet("<p>가\u{200D}é $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        let bytes = template.text.bytes
        let runs =
          runs(in: bytes)
          + StrayCharacters.runs(in: bytes[...]) {
            (0x80...0x9F).contains($0.value) || $0.value & 0xFFFE == 0xFFFE
          }
        for run in runs {
          report(
            Problem(
              Message(
                "the control character \(run.code) stands here", ko: "제어 문자(\(run.code))가 있습니다"),
              at: template.text.location(of: run.range), fix: run.removal(from: template, .safe)))
        }
      }
    },
    and: controlCharacterInValues)

  private static func runs(in bytes: [UInt8]) -> [StrayCharacters] {
    var runs: [StrayCharacters] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isControl(bytes[index]) { index += 1 }
      if index > start {
        runs.append(
          StrayCharacters(scalar: Unicode.Scalar(bytes[start]), range: start..<index))
      }
      index += 1
    }
    return runs
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
