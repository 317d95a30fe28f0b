/// The time that one mail takes: several rounds over everybody, after one to warm up.
struct Rounds {
  private static let count = 11

  private var perMail: [Duration] = []

  /// Measures `render`, which returns a number that depends on what it has rendered.
  init(of people: Int, _ render: (Int) -> Int) {
    for round in 0...Self.count {
      var sum = 0
      let duration = ContinuousClock().measure {
        for person in 0..<people { sum &+= render(person) }
      }
      precondition(sum > 0, "nothing was rendered")
      if round > 0 { perMail.append(duration / people) }
    }
    perMail.sort()
  }

  /// One line as every engine prints it: name, version, best and median nanoseconds per mail, and
  /// what else the table needs.
  func printResult(name: String, version: String, _ more: String...) {
    let times = [perMail[0], perMail[Self.count / 2]].map { "\($0 / .nanoseconds(1))" }
    print(([name, version] + times + more).joined(separator: "\t"))
  }
}
