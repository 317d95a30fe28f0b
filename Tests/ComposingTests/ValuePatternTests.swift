@testable import Composing
import Markup
import TestSupport
import Testing

/// Regular expressions for programs that cannot ask the checks themselves.
@Suite struct ValuePatternTests {
  private static let limited: [Escaping] =
    AttributeGrammar.allCases.map { .typed($0) } + [
      .css, .host, .address(.link), .address(.resource),
    ]

  private static let good = [
    "0", "-1.5", "+.5px", "100%", "12PX", "#a1B2c3", "f0f", "RED", "Left", "absmiddle", "RTL",
    "-webkit-box", "1.5em", "www.example.com", "HTTPS://a.bc", "https://a.bc:8080/x?y#z",
    " http://a.bc/김 ",
    "h\tt\ntp\r:/\n/\t\na.bc/\tx\n", "\u{1}\nm\tailto\n:\na@b.cc", "mailto:a@b.cc", "tel:+82-2",
    "Tel:1", "true", "false",
  ]

  private static let values: [String] = {
    var generator = SeededGenerator(seed: 11)
    let pieces = good + HostileValues.characters.map(String.init)
    let made = (0..<4_000).map { _ in
      (0..<Int.random(in: 1...3, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
    return good + HostileValues.all + made
  }()

  @Test(arguments: limited)
  func `a pattern matches whatever is accepted`(escaping: Escaping) throws {
    let pattern = try #require(ValuePattern(escaping))
    let expression = try Regex(pattern.expression).matchingSemantics(.unicodeScalar)
    var accepted = 0
    for value in Self.values where !Blank.isBlank(value.utf8) {
      guard (try? escaping.measure(value.utf8)) != nil else { continue }
      accepted += 1
      #expect(value.firstMatch(of: expression) != nil, "\(value)")
      #expect(value.unicodeScalars.count <= pattern.lengthLimit ?? .max, "\(value)")
    }
    #expect(accepted >= 2)
  }

  /// The policy for whole addresses looks closer than a pattern can.
  @Test(
    arguments: limited.filter { escaping in
      if case .address = escaping { false } else { true }
    })
  func `a pattern matches nothing else`(escaping: Escaping) throws {
    let pattern = try #require(ValuePattern(escaping))
    let expression = try Regex(pattern.expression).matchingSemantics(.unicodeScalar)
    for value in Self.values where value.firstMatch(of: expression) != nil {
      guard value.count <= pattern.lengthLimit ?? 32 else { continue }
      #expect((try? escaping.measure(value.utf8)) != nil, "\(value)")
    }
  }

  @Test func `only what is limited has a pattern`() {
    for escaping in [Escaping.title, .html, .url, .contact, .final] {
      #expect(ValuePattern(escaping) == nil)
    }
  }

  @Test(arguments: [
    ("a ${b", false), ("#{", false), ("a\nb", false), ("\u{85}", false), ("\u{2028}", false),
    ("$5 {a}", true), ("김 #1", true),
  ])
  func `a title takes one line without marks`(value: String, isTaken: Bool) throws {
    #expect(try isTaken == matches(value, try Draft.of(title: "$<A>", body: "x")))
  }

  @Test(arguments: [("..", false), ("%2E.", false), (".", false), ("...", true), ("a.b", true)])
  func `a path takes no step up`(value: String, isTaken: Bool) throws {
    let body = "<a href=\"https://a.bc/$<A>\">x</a>"
    #expect(try isTaken == matches(value, try Draft.of(body: body)))
  }

  private func matches(_ value: String, _ draft: Draft) throws -> Bool {
    let slot = try #require(draft.plan.slots.first)
    #expect(!slot.patterns.isEmpty)
    return try slot.patterns.allSatisfy { pattern in
      let expression = try Regex(pattern.expression).matchingSemantics(.unicodeScalar)
      return value.firstMatch(of: expression) != nil
    }
  }
}
