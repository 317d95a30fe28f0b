import Foundation

/// The tables of all sanitizers, made of the lines that they print.
struct SanitizerReport {
  private struct Result {
    let name: String
    let version: String
    /// Megabytes a second, by folder of mails.
    var speeds: [String: Double] = [:]
  }

  private var results: [Result] = []
  private var worst: [[String]] = []
  private var missing: [String] = []

  /// Reads the lines from standard input.
  init() {
    while let line = readLine() {
      let fields = line.split(separator: "\t").map(String.init)
      switch fields.count {
      case 6: addSpeed(fields)
      case 3: worst.append(fields)
      default: missing.append(fields.joined(separator: ": "))
      }
    }
  }

  private mutating func addSpeed(_ fields: [String]) {
    guard let best = Double(fields[2]), let size = Double(fields[5]) else { return }
    if results.last?.name != fields[0] {
      results.append(Result(name: fields[0], version: fields[1]))
    }
    results[results.count - 1].speeds[fields[4]] = size / best * 1000
  }

  /// Prints what was read; speeds are compared with those of nh3.
  func printTables() {
    let groups = SanitizerInputs.groups
    print(row(["sanitizer", "version"] + groups.flatMap { ["\($0) MB/s", "× nh3"] }))
    print(row(["---", "---"] + groups.flatMap { _ in ["---:", "---:"] }))
    let peer = results.first { $0.name == "nh3" }
    for result in results {
      let cells = groups.flatMap { group in
        let speed = result.speeds[group] ?? 0
        let ratio = peer?.speeds[group].map { String(format: "%.2f", speed / $0) }
        return [String(format: "%.1f", speed), ratio ?? ""]
      }
      print(row([result.name, result.version] + cells))
    }
    for name in missing { print("\n\(name)") }
    print("\n" + row(["1 MB of", "seconds", "memory × input"]))
    print(row(["---", "---:", "---:"]))
    for fields in worst { print(row(fields)) }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
