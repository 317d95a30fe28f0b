import Diagnostics
import Linting
import Mailing

extension Project {
  /// How much the findings of rules matter in the files of a job.
  func levels(of paths: [String], list: (path: String?, shown: String)?) -> RuleLevels {
    var files = paths.map { (path: $0, shown: shown($0)) }
    if let list, let path = list.path { files.append((path, list.shown)) }
    var byFile: [String: RuleLevels.Levels] = [:]
    for file in files {
      let path = Paths.shown(file.path, from: root)
      for (pattern, rules) in settings.filePatterns where PathPattern(pattern).matches(path) {
        byFile[file.shown, default: [:]].merge(rules.levels) { $1 }
      }
    }
    return RuleLevels(everywhere: settings.rules.levels, byFile: byFile)
  }
}

extension [Settings.RuleLevel] {
  fileprivate var levels: RuleLevels.Levels {
    var levels: RuleLevels.Levels = [:]
    for rule in self { levels.updateValue(rule.level, forKey: rule.rule) }
    return levels
  }
}

extension Settings {
  /// The first level that no rule can have.
  var ruleProblem: (range: Range<Int>, message: Message)? {
    for level in rules + filePatterns.flatMap(\.rules) {
      guard let rule = Rule.named(level.rule) else {
        let near = Suggestion.nearest(to: level.rule, among: Rule.all.map(\.name))
        return (
          level.range,
          near.map {
            Message(
              "there is no rule \(quoted: level.rule); did you mean \(quoted: $0)?",
              ko: "\(quoted: level.rule)이라는 규칙이 없습니다. \(quoted: $0)을(를) 쓰려던 것인가요?")
          }
            ?? Message(
              "there is no rule \(quoted: level.rule); 'tmpl rules' lists all",
              ko: "\(quoted: level.rule)이라는 규칙이 없습니다. 'tmpl rules'로 모두 볼 수 있습니다")
        )
      }
      if rule.group.isBinding, rule.severity == .error, level.level != .error {
        return (
          level.range,
          Message(
            "\(quoted: rule.name) stays an error: mails would not be what the template means",
            ko: "\(quoted: rule.name)은(는) 오류로만 둘 수 있습니다. 메일이 템플릿과 달라지기 때문입니다")
        )
      }
    }
    return nil
  }
}

/// A pattern of paths: `*` stands for anything within a folder, `**` for anything.
struct PathPattern {
  private let pattern: [UInt8]

  init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

  /// Whether a whole path matches, found by going back to the last star of either kind.
  func matches(_ path: String) -> Bool {
    let path = Array(path.utf8)
    var (inPattern, inPath) = (0, 0)
    var single: (pattern: Int, path: Int)?
    var double: (pattern: Int, path: Int)?
    while inPath < path.count {
      if inPattern < pattern.count, pattern[inPattern] == UInt8(ascii: "*") {
        let isDouble = pattern[inPattern...].prefix(2).count { $0 == UInt8(ascii: "*") } == 2
        inPattern += isDouble ? 2 : 1
        if isDouble {
          (double, single) = ((inPattern, inPath), nil)
        } else {
          single = (inPattern, inPath)
        }
      } else if inPattern < pattern.count, pattern[inPattern] == path[inPath] {
        inPattern += 1
        inPath += 1
      } else if let star = single, path[star.path] != UInt8(ascii: "/") {
        single = (star.pattern, star.path + 1)
        (inPattern, inPath) = (star.pattern, star.path + 1)
      } else if let star = double {
        (double, single) = ((star.pattern, star.path + 1), nil)
        (inPattern, inPath) = (star.pattern, star.path + 1)
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
