import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// Characters that turn the direction of text.
  static let bidiControl = Rule(
    "bidi-control", .error, .unicode,
    summary: Message(
      "characters that override or embed a direction of writing: U+202A to U+202E, U+2066 to U+2069",
      ko: "글자 방향을 바꾸거나 끼워 넣는 문자: U+202A~U+202E, U+2066~U+2069"),
    rationale: Message(
      "they show a text otherwise than it is, as 'invoice' with the ending 'exe' turned to 'pdf'",
      ko: "글자를 실제와 다르게 보여 줍니다. 파일 이름의 끝을 속이는 데 쓰입니다"),
    instead: Message(
      "remove it; for Hebrew or Arabic use the attribute 'dir'",
      ko: "지우세요. 히브리어나 아랍어에는 'dir' 속성을 쓰세요"),
    sources: [
      .unicode("UAX #9, explicit directional formatting", 9), .spamAssassin("UNICODE_RTL_OBFU"),
      .rspamd("URL_RTL_OVERRIDE"),
    ],
    examples: bidiControlValueExamples + [
      .flagged("<p>invoice‹\u{202E}›fdp.exe $<NAME></p>"),
      .flagged("<p>a‹&#x202E;›b ‹&#8295;›c $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "a‹\u{2066}›b"),
      .flagged(
        "<p dir=\"rtl\">‹\u{2067}›x‹\u{2069}› $<NAME></p>", severity: .advice),
      .quiet("<p>\u{200E}a\u{200F}b\u{61C} &lrm; $<NAME></p>"), .quiet("<p>a\u{200D}b $<NAME></p>"),
      .flagged("<p>‹\u{2067}›x‹\u{2069}› $<NAME></p>", severity: .error),
      .flagged("<p dir=\"rtl\">‹\u{2067}›x $<NAME></p>", severity: .error),
    ],
    check: .draft { context, report in
      let isRightToLeft = context.draft.isRightToLeft
      for (template, isTitle) in [(context.draft.title, true), (context.draft.body, false)] {
        let runs =
          StrayCharacters.runs(in: template.text.bytes[...], where: isControl)
          + (isTitle ? [] : references(in: template))
        let isBalanced = runs.allSatisfy { $0.scalar.value >= 0x2066 } && isBalanced(runs)
        for run in runs {
          report(
            Problem(
              Message(
                "\(run.code) changes the direction of the text",
                ko: "글자 방향을 바꾸는 문자(\(run.code))가 있습니다"),
              at: template.text.location(of: run.range),
              fix: run.removal(from: template, .unsafe),
              severity: isRightToLeft && isBalanced ? .advice : nil))
        }
      }
    },
    and: bidiControlInValues)

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func references(in template: Template) -> [StrayCharacters] {
    CharacterReferences.all(in: template.text.bytes[...], .text).compactMap { reference in
      guard let scalar = reference.characters.unicodeScalars.first, isControl(scalar) else {
        return nil
      }
      return StrayCharacters(scalar: scalar, range: reference.range)
    }
  }

  /// Whether every isolate that begins ends as well.
  private static func isBalanced(_ runs: [StrayCharacters]) -> Bool {
    runs.count { $0.scalar.value == 0x2069 } * 2 == runs.count
  }
}

extension Draft {
  /// Whether the mail is written in a language that runs from right to left.
  fileprivate var isRightToLeft: Bool {
    markup.tokens.contains { token in
      token.attributes.contains { attribute in
        guard let range = attribute.valueRange else { return false }
        let value = body.text.string(range).lowercased()
        switch attribute.name {
        case "dir": return value == "rtl"
        case "lang": return ["ar", "he", "fa", "ur"].contains(String(value.prefix(2)))
        default: return false
        }
      }
    }
  }
}
