import Diagnostics
import Linting

/// The page of one rule, printed from the rule's own data.
enum RuleManual {
  /// What it flags, why, what to write instead, and examples.
  static func text(_ rule: Rule, _ language: Language) -> String {
    var text = "\(rule.name) (\(rule.severity.title.text(language)))\n\n"
    for (heading, message) in [
      (Message("What it flags", ko: "찾는 것"), rule.summary),
      (Message("Why", ko: "이유"), rule.rationale), (Message("Instead", ko: "대신"), rule.instead),
    ] {
      text += "\(heading.text(language))\n  \(message.text(language))\n\n"
    }
    text += examples(rule, isFlagged: true, Message("Flagged", ko: "찾는 예"), language)
    text += examples(rule, isFlagged: false, Message("Not flagged", ko: "찾지 않는 예"), language)
    return text
  }

  private static func examples(
    _ rule: Rule, isFlagged: Bool, _ heading: Message, _ language: Language
  ) -> String {
    let shown = rule.examples.filter { $0.isFlagged == isFlagged }.prefix(3)
    return heading.text(language) + "\n" + shown.map(lines).joined(separator: "\n") + "\n"
  }

  private static func lines(_ example: RuleExample) -> String {
    if let request = example.request { return "  request: \(VisibleText.escaping(request))\n" }
    var parts: [(String, String)] = [("body", example.body)]
    if example.title != "Hello" { parts.append(("title", example.title)) }
    if !example.fields.isEmpty { parts.append(("mail.json", example.fields)) }
    if let people = example.people, people != RuleExample.onePerson {
      parts.append(("list", people))
    }
    return parts.map { name, text in
      let shown = VisibleText.escaping(text.count > 160 ? String(text.prefix(160)) + "…" : text)
      return "  \(name): \(shown)\n"
    }.joined()
  }
}
