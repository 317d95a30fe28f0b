import Diagnostics
import Linting

/// The manual of the linter, printed from the rules' own data.
struct RuleManual {
  let language: Language

  /// Every rule in a line, by group.
  func overview() -> String {
    groups().map { group, rules in
      "\(group.rawValue)\n"
        + rules.map { rule in
          let name = rule.name + String(repeating: " ", count: max(1, 28 - rule.name.count))
          return "  \(name)\(say(rule.severity.title)): \(say(rule.summary))\n"
        }.joined()
    }.joined()
  }

  /// One rule: what it flags, why, what to write instead, examples, and what it rests on.
  func page(_ rule: Rule) -> String {
    let sections = sections(rule).map { heading, text in "\(heading)\n  \(text)\n" }
    let examples = examples(rule).map { heading, examples in
      "\(heading)\n"
        + examples.map { "  \($0.joined(separator: "\n  "))\n" }.joined(separator: "\n")
    }
    let sources =
      "\(say(Self.sources))\n"
      + rule.sources.map { source in
        "  \(say(source.title))\n" + (source.address.map { "    \($0)\n" } ?? "")
      }.joined()
    return "\(rule.name) (\(say(rule.severity.title)))\n\n"
      + (sections + examples + [sources]).joined(separator: "\n")
  }

  /// All rules as a page of the documentation.
  func markdown() -> String {
    let title = Message("Rules", ko: "규칙")
    let introduction = Message(
      "What 'tmpl lint' looks for. In examples ‹ › mark what a rule flags; they are its tests.",
      ko: "'tmpl lint'가 찾는 것. 예에서 ‹ › 로 표시한 부분이 규칙이 찾는 것이며, 예는 테스트이기도 합니다.")
    return "# \(say(title))\n\n\(say(introduction))\n"
      + groups().map { group, rules in
        "\n## \(group.rawValue)\n" + rules.map(markdown).joined()
      }.joined()
  }

  // MARK: Pieces

  private static let sources = Message("Sources", ko: "출처")

  private func say(_ message: Message) -> String { message.text(language) }

  private func groups() -> [(Rule.Group, [Rule])] {
    Rule.Group.allCases.compactMap { group in
      let rules = Rule.all.filter { $0.group == group }
      return rules.isEmpty ? nil : (group, rules)
    }
  }

  private func sections(_ rule: Rule) -> [(String, String)] {
    [
      (Message("What it flags", ko: "찾는 것"), rule.summary),
      (Message("Why", ko: "이유"), rule.rationale), (Message("Instead", ko: "이렇게 쓰세요"), rule.instead),
    ].map { (say($0), say($1)) }
  }

  private func examples(_ rule: Rule) -> [(String, [[String]])] {
    [(true, Message("Flagged", ko: "찾는 예")), (false, Message("Not flagged", ko: "찾지 않는 예"))]
      .map { isFlagged, heading in
        (say(heading), rule.examples.filter { $0.isFlagged == isFlagged }.prefix(3).map(\.lines))
      }
  }

  private func markdown(_ rule: Rule) -> String {
    let sections = sections(rule).map { heading, text in
      "**\(heading)**: \(text.replacing("<", with: "\\<"))\n"
    }
    let examples = examples(rule).map { heading, examples in
      "**\(heading)**\n\n```\n"
        + examples.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n```\n"
    }
    let sources = rule.sources.map { source in
      source.address.map { "[\(say(source.title))](<\($0)>)" } ?? say(source.title)
    }.joined(separator: "; ")
    return "\n### \(rule.name)\n\n*\(say(rule.severity.title))*\n\n"
      + (sections + examples + ["**\(say(Self.sources))**: \(sources)\n"])
      .joined(separator: "\n")
  }
}

extension RuleExample {
  /// What differs from the plainest mail, a file a line.
  fileprivate var lines: [String] {
    var parts: [(String, String)] = []
    if let request {
      parts = [("request", request)]
    } else {
      parts = [("body", body)]
      if title != RuleExample.plainTitle { parts.append(("title", title)) }
      if !fields.isEmpty { parts.append(("mail.json", fields)) }
      let project = [parameters.isEmpty ? "" : "\"parameters\": {\(parameters)}", settings]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      if !project.isEmpty { parts.append(("tmpl.json", project)) }
      if let clients { parts.append(("--clients", clients)) }
      if let people, people != RuleExample.onePerson { parts.append(("list", people)) }
    }
    return parts.map { name, text in
      "\(name): \(VisibleText.escaping(text.count > 160 ? text.prefix(160) + "…" : text))"
    }
  }
}
