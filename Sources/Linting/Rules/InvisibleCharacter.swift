import Composing
import Diagnostics
import Templating

extension Rule {
  /// Characters that nobody sees and that get into codes and addresses.
  static let invisibleCharacter = Rule(
    "invisible-character", .warning, .unicode,
    summary: Message(
      "zero-width spaces, word joiners, Hangul fillers and tag characters",
      ko: "폭 없는 공백, 단어 결합자, 한글 채움 문자, 태그 문자"),
    rationale: Message(
      "codes and addresses that hold one do not work when pasted, and spam filters count them",
      ko: "들어 있는 코드나 주소는 붙여 넣어도 동작하지 않고, 스팸 필터가 감점합니다"),
    instead: Message("remove it", ko: "지우세요"),
    sources: [.spamAssassin("UNICODE_OBFU_ZW"), .rspamd("URL_ZERO_WIDTH_SPACES")],
    examples: invisibleCharacterValueExamples + [
      .flagged("<p>code AB‹\u{200B}›12 and ‹\u{2060}›x $<NAME></p>"),
      .flagged("<p>‹\u{3164}›a ‹\u{FEFF}›b $<NAME></p>"),
      .flagged("<p>AB‹\u{AD}›12 $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "a‹\u{200B}›b"),
      .flagged("<a href=\"https://example.com/a‹\u{E0001}›\">$<NAME></a>", severity: .error),
      .quiet("<p>👩\u{200D}💻 ❤\u{FE0F} نمی\u{200C}خواهم $<NAME></p>"),
      .quiet("<p>co\u{AD}operation $<NAME></p>"),
      .quiet("<p>$\u{200B}<NAME> $<NAME></p>"),
      .quiet("<p>🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} $<NAME></p>"),
      .quiet(
        "<div style=\"display:none\">Hi $<NAME>"
          + String(repeating: "\u{200B}\u{A0}\u{34F}", count: 9) + "</div>"),
      .quiet("<p>&#8203;&zwnj;&nbsp; $<NAME></p>"),
    ],
    check: .draft { context, report in
      let addresses = RangeSet(context.draft.addresses.map(\.range))
      for (template, isTitle) in [(context.draft.title, true), (context.draft.body, false)] {
        for run in runs(in: template) {
          let isInAddress = !isTitle && addresses.contains(run.range.lowerBound)
          let isFiller = Invisible.fillers.contains(run.scalar.value)
          report(
            Problem(
              Message(
                "the invisible character \(run.code) stands here",
                ko: "보이지 않는 문자(\(run.code))가 있습니다"),
              at: template.text.location(of: run.range),
              fix: run.removal(from: template, isFiller ? .unsafe : .safe),
              severity: isInAddress && run.scalar.value >= 0xE0000 ? .error : nil))
        }
      }
    },
    and: invisibleCharacterInValues)

  private static func runs(in template: Template) -> [StrayCharacters] {
    let bytes = template.text.bytes[...]
    let hidden = template.segments.compactMap { segment in
      if case .text(let range) = segment { range } else { nil }
    }
    // There, the placeholder is restored.
    let mangled = RangeSet(template.mangledSpots.map(\.range))
    return hidden.flatMap { range in
      StrayCharacters.runs(in: bytes[range], where: Invisible.isHidden).filter { run in
        !mangled.contains(run.range.lowerBound) && !Invisible.isPadding(run.range, in: bytes)
          && !Invisible.isInFlag(run, in: bytes)
          && (run.scalar.value != 0xAD || Invisible.isInCode(run.range, in: bytes))
      }
    }
  }
}

/// Which characters nobody sees, and where they are meant.
private enum Invisible {
  static let fillers: Set<UInt32> = [0x3164, 0x115F, 0x1160, 0xFFA0]
  private static let others: Set<UInt32> = [0x200B, 0x2060, 0xFEFF, 0xAD, 0x180E]
  /// What pads a preheader: these, and spaces.
  private static let padding: Set<UInt32> = [
    0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD, 0x34F, 0xA0, 0x2007, 0x2060,
  ]

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    fillers.contains(scalar.value) || others.contains(scalar.value)
      || (0xE0000...0xE007F).contains(scalar.value)
  }

  /// Whether at least eight of such characters stand around: mails pad their preheader with them.
  static func isPadding(_ range: Range<Int>, in bytes: ArraySlice<UInt8>) -> Bool {
    let around = max(bytes.startIndex, range.lowerBound - 48)
    var count = 0
    bytes[around..<min(bytes.endIndex, range.upperBound + 48)].forEachScalarBeyondASCII {
      scalar, _ in if padding.contains(scalar.value) { count += 1 }
    }
    return count >= 8
  }

  /// Whether tag characters follow a black flag, as in the flag of England.
  static func isInFlag(_ run: StrayCharacters, in bytes: ArraySlice<UInt8>) -> Bool {
    run.scalar.value >= 0xE0000
      && bytes[..<run.range.lowerBound].suffix(4).elementsEqual("\u{1F3F4}".utf8)
  }

  /// Whether a soft hyphen stands beside a capital or a digit, as it does in codes alone.
  static func isInCode(_ range: Range<Int>, in bytes: ArraySlice<UInt8>) -> Bool {
    [bytes[..<range.lowerBound].last, bytes[range.upperBound...].first].contains { byte in
      guard let byte else { return false }
      return byte.isDigit || byte.isLetter && byte.lowered != byte
    }
  }
}
