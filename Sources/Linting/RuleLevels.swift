public import Diagnostics

/// How much the findings of rules matter in a project, where that is not what the rules say.
public struct RuleLevels: Sendable {
  /// The level of a rule; nil turns it off.
  public typealias Levels = [String: Severity?]

  private let everywhere: Levels
  private let byFile: [String: Levels]

  /// Collects levels.
  ///
  /// - Parameters:
  ///   - everywhere: by the names of rules.
  ///   - byFile: by the names of files as reports show them; these win.
  public init(everywhere: Levels = [:], byFile: [String: Levels] = [:]) {
    self.everywhere = everywhere
    self.byFile = byFile
  }

  /// A finding as the project wants it; nil where its rule is off.
  func adjusted(_ finding: Finding) -> Finding? {
    guard let rule = Rule.named(finding.rule) else { return finding }
    guard let severity = severity(finding.severity, of: rule, in: finding.location.file) else {
      return nil
    }
    var finding = finding
    finding.severity = severity
    return finding
  }

  /// How much a finding of a rule in a file matters to the project; nil where the rule is off.
  func severity(_ severity: Severity, of rule: Rule, in file: String) -> Severity? {
    guard let level = byFile[file]?[rule.name] ?? everywhere[rule.name] else { return severity }
    if severity == .error, rule.group.isBinding { return .error }
    guard let level else { return nil }
    // What a rule itself takes less seriously stays so.
    return severity < rule.severity ? min(severity, level) : level
  }

  /// Whether everything is as the rules say.
  var isEmpty: Bool { everywhere.isEmpty && byFile.isEmpty }
}

extension Rule.Group {
  /// Whether errors of the group say that mails would not be what the template means, so that no
  /// project can wave them through.
  public var isBinding: Bool {
    switch self {
    case .placeholder, .value, .recipient, .size, .tool: true
    default: false
    }
  }
}
