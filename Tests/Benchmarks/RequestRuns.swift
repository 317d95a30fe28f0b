import Foundation

/// The requests for 100,000 people: composed, escaped and written as JSON, all in memory.
enum RequestRuns {
  private static let rounds = 7

  /// Prints the best and the median time, and leaves the requests for others to hold theirs against.
  static func measure(in folder: URL) throws {
    let inputs = try Inputs(folder)
    let engine = try Engine(body: inputs.body, people: inputs.people)
    let repetitions = 100_000 / inputs.people.count
    var times: [Duration] = []
    var size = 0
    for _ in 0...rounds {
      size = 0
      times.append(
        ContinuousClock().measure {
          engine.requests(rounds: repetitions) { size += $0.count }
        })
    }
    times = times.dropFirst().sorted()
    var all = Data()
    engine.requests(rounds: repetitions) { all.append(contentsOf: $0) }
    try all.write(to: folder.appending(path: "requests.ndjson"))
    for (name, time) in [("best", times[0]), ("median", times[times.count / 2])] {
      print("tmpl\t\(name)\t\(time / .milliseconds(1)) ms\t\(size) bytes")
    }
  }
}
