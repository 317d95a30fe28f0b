import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let controlCharacterValueExamples: [RuleExample] = [
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,K\u{1}im\n", rows: [2]),
    .flagged("<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,K\u{84}im\n", rows: [2]),
    .flagged(
      "<p>x</p>", title: "Hi ‹$<NAME>›", people: "address,NAME\na@example.com,K\tim\n", rows: [2]),
    .flagged(people: "address,name,NAME\na@example.com,K\u{7}im,Kim\n", rows: [2]),
    .quiet("<p>$<CITY></p>", people: "address,CITY\na@example.com,\"Kim\tLee\nPark\"\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,👩‍👩‍👧 Kim\n"),
  ]

  /// The check of values.
  static let controlCharacterInValues = Check.value([.control, .breaks, .c2, .ef, .refused]) {
    value, report in
    let isOneLine =
      value.parameter == nil
      || value.objections.contains {
        $0.objection == .controlCharacter
      }
    let found = value.string.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09: isOneLine
      case 0x0A, 0x0D: false
      case 0x0B, 0x0C: value.parameter != nil
      case 0..<0x20, 0x7F...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard let found else { return }
    let subject = value.subject
    report(
      value.sighting(
        Message(
          "\(subject.english) holds the control character \(found.codePoint)",
          ko: "\(subject.korean)에 제어 문자(\(found.codePoint))가 있습니다")))
  }
}

extension Unicode.Scalar {
  /// `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
