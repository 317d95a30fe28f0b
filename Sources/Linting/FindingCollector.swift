import Diagnostics

/// Collects what rules report, up to a number of findings of one rule and severity; the last of them
/// says how many more there are.
///
/// A generated template can have a mistake two hundred thousand times, and nobody reads them all.
struct FindingCollector {
  /// The most findings of one rule and severity.
  static let limit = 1000

  private struct Key: Hashable {
    let rule: String
    let severity: Severity
  }

  private var places: [Key: (count: Int, last: Int)] = [:]
  /// The findings, in the order they were reported.
  private(set) var findings: [Finding] = []

  /// Takes one problem.
  mutating func add(_ problem: Problem, of rule: Rule) {
    let key = Key(rule: rule.name, severity: problem.severity ?? rule.severity)
    let place = places[key, default: (0, 0)]
    guard place.count < Self.limit else {
      findings[place.last].further += 1
      return
    }
    places[key] = (place.count + 1, findings.count)
    findings.append(problem.finding(of: rule))
  }
}
