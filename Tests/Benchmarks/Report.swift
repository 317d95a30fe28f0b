import Foundation

/// The table of all engines, made of the lines that they print.
struct Report {
  private let folder: URL
  private let inputs: Inputs
  /// Bytes of a wanted mail, on average.
  private let size: Double

  init(_ folder: URL) throws {
    self.folder = folder
    let inputs = try Inputs(folder)
    self.inputs = inputs
    let sizes = inputs.samples.map { Reference.mail(for: inputs.people[$0]).count }
    size = Double(sizes.reduce(0, +)) / Double(sizes.count)
  }

  /// Reads the lines from standard input; times are compared with the first line's.
  func printTable() throws {
    print("| engine | version | µs per mail | median | GB/s | × memcpy | output verified |")
    print("| --- | --- | ---: | ---: | ---: | ---: | --- |")
    var first: Double?
    while let line = readLine() {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4, let best = Double(fields[2]), let median = Double(fields[3]) else {
        print("| " + fields.joined(separator: " | ") + " | | | | | |")
        continue
      }
      let base = first ?? best
      first = base
      let numbers = [
        format(best / 1000, 2), format(median / 1000, 2), format(size / best, 2),
        format(best / base, 1),
      ]
      let cells = fields.prefix(2) + numbers + [try verdict(on: fields[0])]
      print("| " + cells.joined(separator: " | ") + " |")
    }
  }

  private func format(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number)
  }

  /// Whether the mails that an engine left for 200 people are the wanted ones.
  private func verdict(on engine: String) throws -> String {
    guard !engine.hasPrefix("memcpy") else { return "" }
    let file = folder.appending(path: "\(engine.replacing("/", with: ".")).mails")
    let mails = try Data(contentsOf: file).split(separator: 0)
    let digests = mails.map { Digest(Spelling.respelt($0)) }
    return digests == inputs.samples.map { inputs.expected[$0] } ? "yes" : "**no**"
  }
}
