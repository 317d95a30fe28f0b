import Foundation

/// Trials of a law on made-up input: always the same few of what a second would hold, or new ones for as long as is asked for.
///
/// Every trial has a seed of its own. `TMPL_FUZZ_SEED` says which one comes first,
/// `TMPL_FUZZ_MINUTES` how long to go on; laws that run side by side share that time.
public enum Fuzz {
  /// A trial that broke its law, and how to see it again.
  public struct Counterexample: Error, CustomStringConvertible {
    /// The law, the trial and what is wrong.
    public let description: String
  }

  private static let minutes = ProcessInfo.processInfo.environment["TMPL_FUZZ_MINUTES"]
    .flatMap(Double.init)

  private static let firstSeed: UInt64 =
    ProcessInfo.processInfo.environment["TMPL_FUZZ_SEED"].flatMap { UInt64($0) }
    ?? (minutes == nil ? 1 : UInt64.random(in: 1...UInt64.max / 2))

  /// Of the trials that take about a second, how many a run makes that was not asked for more.
  private static func usual(_ iterations: Int) -> Int { max(1, iterations / 3) }

  /// How long the other laws wait for their turn.
  private static let patience = Duration.milliseconds(50)

  /// Tries a law until the iterations or the minutes are over, or it is broken.
  ///
  /// - Parameters:
  ///   - law: its name.
  ///   - iterations: how many trials take about a second.
  ///   - trial: makes input by chance and says what is wrong, if anything is.
  /// - Returns: how many trials there were.
  /// - Throws: the first counterexample.
  @discardableResult
  public static func run(
    _ law: String, iterations: Int, _ trial: (inout SeededGenerator) throws -> String?
  ) async throws -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    let end = minutes.map { start + .seconds($0 * 60) }
    var count = 0
    var turn = start + patience
    while end.map({ clock.now < $0 }) ?? (count < usual(iterations)) {
      let seed = firstSeed &+ UInt64(count)
      var random = SeededGenerator(seed: seed)
      try check(law, "TMPL_FUZZ_SEED=\(seed)") { try trial(&random) }
      count += 1
      if clock.now >= turn {
        await Task.yield()
        turn = clock.now + patience
      }
    }
    if minutes != nil {
      let rate = Double(count) / ((clock.now - start) / .seconds(1))
      print("fuzz: \(law): \(count) trials, \(Int(rate)) a second, seeds from \(firstSeed)")
    }
    return count
  }

  /// Tries a law on every crasher, then on input made by chance.
  ///
  /// With `TMPL_FUZZ_MINUTES`, each input lies in `.build/fuzz` while it is tried.
  ///
  /// - Parameters:
  ///   - law: its name.
  ///   - iterations: how many trials take about a second.
  ///   - input: makes input by chance.
  ///   - trial: says what is wrong with an input, if anything is.
  /// - Returns: how many trials there were, without the crashers.
  /// - Throws: the first counterexample.
  @discardableResult
  public static func run(
    _ law: String, iterations: Int, on input: (inout SeededGenerator) -> [UInt8],
    _ trial: ([UInt8], inout SeededGenerator) throws -> String?
  ) async throws -> Int {
    for crasher in Crasher.all {
      for seed in 1...4 as ClosedRange<UInt64> {
        var random = SeededGenerator(seed: seed)
        try check(law, "Tests/Crashers/\(crasher.name)") { try trial(crasher.bytes, &random) }
      }
    }
    let record = minutes == nil ? nil : try Record(of: law)
    let count = try await run(law, iterations: iterations) { random in
      let bytes = input(&random)
      try record?.keep(bytes)
      return try trial(bytes, &random).map { "\($0)\nof \(String(reflecting: text(bytes)))" }
    }
    try record?.drop()
    return count
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func check(_ law: String, _ place: String, _ trial: () throws -> String?) throws {
    let problem: String?
    do { problem = try trial() } catch { problem = "\(error)" }
    if let problem { throw Counterexample(description: "\(law), \(place): \(problem)") }
  }

  /// The file of the input that is tried, which is left behind by a crash.
  private struct Record {
    private let url: URL
    private let file: FileHandle

    init(of law: String) throws {
      let folder = Checkout.url.appending(path: ".build/fuzz")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      url = folder.appending(path: law.replacing(" ", with: "-"))
      try Data().write(to: url)
      file = try FileHandle(forWritingTo: url)
    }

    func keep(_ bytes: [UInt8]) throws {
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: bytes)
    }

    func drop() throws {
      try file.close()
      try FileManager.default.removeItem(at: url)
    }
  }
}
