import Composing
import Diagnostics
import Templating

/// The comments of a body that silence findings, and which of them have.
struct Allowances: Sendable {
  private struct Entry: Sendable {
    let comment: AllowComment
    var used: Set<String> = []
  }

  private let file: String
  private let text: SourceText
  private var entries: [Entry] = []
  private var allowed: [Place: Int] = [:]

  private struct Place: Hashable {
    let line: Int
    let rule: String
  }

  init(_ draft: Draft) {
    text = draft.body.text
    file = text.file.path
    for comment in draft.allowances where comment.isApart && !comment.reason.isEmpty {
      guard let span = text.location(of: comment.range).span else { continue }
      // The lines that the comment stands on, and the next.
      for line in span.start.line...span.end.line + 1 {
        for rule in comment.rules {
          let place = Place(line: line, rule: rule.name)
          allowed[place] = allowed[place] ?? entries.count
        }
      }
      entries.append(Entry(comment: comment))
    }
  }

  /// Whether there is no such comment.
  var isEmpty: Bool { allowed.isEmpty }

  /// Whether a comment allows a finding, which is remembered.
  mutating func allow(_ finding: Finding) -> Bool {
    guard let rule = Rule.named(finding.rule), let number = entry(for: rule, at: finding.location)
    else { return false }
    entries[number].used.insert(finding.rule)
    return Self.isAllowable(rule, finding.severity)
  }

  /// Whether a comment allows what a rule says of a place.
  func allows(_ rule: Rule, _ severity: Severity, at location: Location) -> Bool {
    entry(for: rule, at: location) != nil && Self.isAllowable(rule, severity)
  }

  private func entry(for rule: Rule, at location: Location) -> Int? {
    guard location.file == file, let line = location.span?.start.line else { return nil }
    return allowed[Place(line: line, rule: rule.name)]
  }

  private static func isAllowable(_ rule: Rule, _ severity: Severity) -> Bool {
    severity != .error || !rule.group.isBinding
  }

  /// Comments for rules that ran and found nothing there.
  func unused(hasList: Bool) -> [Problem] {
    entries.flatMap { entry in
      entry.comment.rules.compactMap { name, range -> Problem? in
        guard !entry.used.contains(name), let rule = Rule.named(name),
          hasList || rule.needsNoList
        else { return nil }
        return Problem(
          Message(
            "\(quoted: name) is allowed here, but finds nothing on this line or the next",
            ko: "\(quoted: name)을(를) 허용했지만 이 줄과 다음 줄에서 발견된 것이 없습니다"),
          at: text.location(of: range),
          fix: entry.comment.rules.count > 1
            ? nil
            : text.fix(entry.comment.range, Message("remove the comment", ko: "주석 지우기"), .safe, ""))
      }
    }
  }
}

extension Rule {
  /// Whether it says all it can say of a template without a list.
  fileprivate var needsNoList: Bool {
    checks.allSatisfy { if case .draft = $0 { true } else { false } }
  }
}
