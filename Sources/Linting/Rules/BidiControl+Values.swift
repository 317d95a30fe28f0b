import Composing
import Diagnostics

extension Rule {
  /// Mails whose values the rule is about.
  static let bidiControlValueExamples: [RuleExample] = [
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,invoice\u{202E}fdp.exe\n",
      rows: [2]),
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,\u{2066}Kim\u{2069}\n", rows: [2],
      severity: .error),
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,\u{2068}יוסף\u{2069} לוי\n",
      rows: [2], severity: .advice),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,יוסף\u{200F} לוי\n"),
    .quiet("<p>$<NAME></p>", people: "address,NAME\na@example.com,مريم الحسن\u{61C}\n"),
    .flagged(
      "<p>‹$<NAME>›</p>", people: "address,NAME\na@example.com,\u{2068}יוסף לוי\n", rows: [2],
      severity: .error),
  ]

  /// The check of values.
  static let bidiControlInValues = Check.value([.e2, .refused]) { value, report in
    let scalars = value.string.unicodeScalars
    guard let found = scalars.first(where: \.turnsDirection) else { return }
    let isOrdinary = value.objections.isEmpty && isBalanced(scalars) && isRightToLeft(scalars)
    let subject = value.subject
    report(
      value.sighting(
        Message(
          "\(subject.english) holds the direction mark \(found.codePoint)",
          ko: "\(subject.korean)에 글자 방향을 바꾸는 문자(\(found.codePoint))가 있습니다"),
        kind: .named(isOrdinary ? "isolate" : "override"),
        severity: isOrdinary ? .advice : .error))
  }

  /// Whether there are isolates alone, and each is closed.
  private static func isBalanced(_ scalars: String.UnicodeScalarView) -> Bool {
    var depth = 0
    for scalar in scalars {
      switch scalar.value {
      case 0x202A...0x202E: return false
      case 0x2066...0x2068: depth += 1
      case 0x2069:
        guard depth > 0 else { return false }
        depth -= 1
      default: break
      }
    }
    return depth == 0
  }

  private static func isRightToLeft(_ scalars: String.UnicodeScalarView) -> Bool {
    scalars.contains { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFDFF).contains($0.value) }
  }
}

extension Unicode.Scalar {
  /// Whether it overrides, embeds or isolates what follows.
  fileprivate var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
