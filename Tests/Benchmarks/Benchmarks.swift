import Composing
import Foundation

/// One recipient into a mail of 23 KB, against other template engines; whole mails through the
/// sanitizer, against others.
@main struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let step = arguments.first, let path = arguments.dropFirst().first else { fail(usage) }
    let folder = URL(filePath: path)
    switch step {
    case "inputs": try Inputs.write(to: folder)
    case "run": try run(in: folder)
    case "report": try Report(folder).printTable()
    case "requests": try RequestRuns.measure(in: folder)
    case "sanitizer-inputs":
      try SanitizerInputs.write(to: folder, templates: URL(filePath: "templates"))
    case "sanitize": try SanitizerRuns.measureMails(in: folder)
    case "sanitize-once": try SanitizerRuns.measureOnce(folder)
    case "sanitizer-report": SanitizerReport().printTables()
    default: fail(usage)
    }
  }

  private static let usage = """
    usage: Benchmarks inputs DIR | run DIR | report DIR < RESULTS
           Benchmarks requests DIR
           Benchmarks sanitizer-inputs DIR | sanitize DIR | sanitize-once FILE
           Benchmarks sanitizer-report DIR < RESULTS
    """

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(2)
  }

  /// Measures copying a finished mail, then our engine.
  private static func run(in folder: URL) throws {
    let inputs = try Inputs(folder)
    let finished = Reference.mail(for: inputs.people[0])
    var copy = [UInt8](repeating: 0, count: finished.count)
    Rounds(of: inputs.people.count) { person in
      copy.withUnsafeMutableBytes { copy in
        finished.withUnsafeBytes { finished in copy.copyMemory(from: finished) }
      }
      // Reading one byte keeps the copy from being left out.
      return Int(copy[person % copy.count])
    }.printResult(name: "memcpy", version: "Swift")

    let engine = try Engine(body: inputs.body, people: inputs.people)
    var values = WireValues()
    var output: [UInt8] = []
    Rounds(of: inputs.people.count) { person in
      engine.write(person, &values, to: &output)
      return output.count
    }.printResult(name: "tmpl", version: "this checkout")
    try check(inputs) { person in
      engine.write(person, &values, to: &output)
      return output
    }.write(to: folder.appending(path: "tmpl.mails"))
  }

  /// Holds everybody's mail against the wanted one; returns the samples, each behind a zero.
  private static func check(_ inputs: Inputs, _ mail: (Int) -> [UInt8]) -> Data {
    for person in inputs.people.indices where Digest(mail(person)) != inputs.expected[person] {
      fail("tmpl: the mail of person \(person) is not the wanted one")
    }
    return Data(inputs.samples.flatMap { [0] + mail($0) })
  }
}
