import Templating
import TestSupport
import Testing

/// Filters one behind the other, on any bytes.
@Suite struct FilterFuzzTests {
  private static let calls = [
    "upper", "lower", "trim", "truncate(1)", "truncate(5)", "number", "date('yyyy. M. d. (E) HH')",
    "mask", "josa('을/를')", "shout", "truncate(0)",
  ]

  @Test func `a chain does what its filters do one by one`() async throws {
    let links = try Self.calls.map { try FilterChain($0) }
    try await Fuzz.run("filters", iterations: 5_000, on: HostileValues.bytes) { bytes, random in
      let numbers = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 0..<links.count, using: &random)
      }
      let chain = try FilterChain(numbers.map { Self.calls[$0] }.joined(separator: " | "))
      var expected = Result<[UInt8], FilterRefusal>.success(bytes)
      for number in numbers { expected = expected.flatMap { links[number].apply($0[...]) } }
      let found = chain.apply(bytes[...])
      guard (try? found.get()) == (try? expected.get()) else { return "\(numbers): \(found)" }
      guard case .success(let text) = found else { return nil }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      return !isText || String(validating: text, as: UTF8.self) != nil ? nil : "no text: \(text)"
    }
  }
}
