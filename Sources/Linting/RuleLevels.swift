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
    guard
      let level = byFile[finding.location.file]?[finding.rule] ?? everywhere[finding.rule],
      let rule = Rule.named(finding.rule)
    else { return finding }
    if finding.severity == .error, rule.group.isBinding { return finding }
    guard let level else { return nil }
    var finding = finding
    // What a rule itself takes less seriously stays so.
    finding.severity = finding.severity < rule.severity ? min(finding.severity, level) : level
    return finding
  }
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
