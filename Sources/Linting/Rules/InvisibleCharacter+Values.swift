import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let invisibleCharacterValueExamples: [RuleExample] = [
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,AB\u{200B}12\n", rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,김\u{3164}수\n", rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,AB\u{AD}12\n", rows: [2]),
    .flagged(
      "<a href=\"https://example.com/‹$<NAME>›\">x</a>",
      people: "address,NAME\na@example.com,AB\u{2060}12\n", rows: [2], severity: .error),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,👩‍👩‍👧 우리집 ❤️\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,می‌خواهم\n"),
    .quiet(
      "<p>$<NAME></p>", people: "address,NAME\na@example.com,Donau\u{AD}dampf\u{AD}schiff\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,🏴󠁧󠁢󠁥󠁮󠁧󠁿 England\n"),
  ]

  /// The check of values.
  static let invisibleCharacterInValues = Check.value([.c2, .e1, .e2, .e3, .ef, .other]) {
    value, report in
    let isCode = value.places.isInAddress || !value.kinds.isDisjoint(with: .digit)
    guard let found = firstInvisible(value.string, isCode: isCode) else { return }
    let subject = value.subject
    report(
      value.sighting(
        Message(
          "\(subject.english) holds the invisible character \(found.codePoint)",
          ko: "\(subject.korean)에 보이지 않는 문자(\(found.codePoint))가 있습니다"),
        severity: value.places.isInAddress ? .error : .warning))
  }

  /// The first such character; joiners, and tags behind a flag, are parts of what is seen.
  private static func firstInvisible(_ text: String, isCode: Bool) -> Unicode.Scalar? {
    var isFlag = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0x2060, 0xFEFF, 0x3164, 0x115F, 0x1160, 0xFFA0, 0x180E: return scalar
      case 0xAD: if isCode { return scalar }
      case 0xE0000...0xE007F: if !isFlag { return scalar }
      default: isFlag = scalar.value == 0x1F3F4
      }
    }
    return nil
  }
}
