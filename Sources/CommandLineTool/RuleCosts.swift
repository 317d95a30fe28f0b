import Diagnostics
import Linting
import Recipients

/// What each rule costs on a template and the beginning of its list.
struct RuleCosts {
  private static let rowLimit = 1_000

  private let costs: [(name: String, time: Duration)]

  /// Runs every rule by itself.
  init(_ job: Job) throws(Failure) {
    var rows: [Row] = []
    if let list = job.list {
      try list.forEachRow(job.wanted) { row throws(Failure) in
        rows.append(row)
        return rows.count < Self.rowLimit
      }
    }
    let clock = ContinuousClock()
    costs = Rule.all.map { rule in
      (
        rule.name,
        clock.measure { Linter.run(rule, on: job.draft, rows: rows, options: job.options) }
      )
    }.sorted { $0.time > $1.time }
  }

  /// A line a rule, the dearest first.
  var text: String {
    costs.map { name, time in
      let microseconds =
        time.components.attoseconds / 1_000_000_000_000
        + time.components.seconds * 1_000_000
      let number = Int(microseconds).grouped
      return String(repeating: " ", count: max(0, 10 - number.utf8.count)) + "\(number) µs  \(name)"
    }.joined(separator: "\n")
  }
}
