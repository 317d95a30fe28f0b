import Diagnostics
import Templating
import TestSupport
import Testing

/// What holds for every value, sensible or hostile.
@Suite struct FilterLawTests {
  private static let calls = [
    "upper", "lower", "trim", "truncate(1)", "truncate(7)", "truncate(1000)", "number",
    "date(\"yyyy. M. d. (E)\")", "date('HH:mm')", "mask", "josa('은/는')", "josa('으로/로')",
  ]

  /// Pieces that filters look at, and scalars that join, turn or break text.
  private static let pieces = [
    " ", "\t", "\r\n", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}",
    "\u{600}",
    "\u{FE0F}", "\0", "김", "수", "각", "ㄱ", "ㅏ", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{11AF}", "A",
    "L", "z", "ß", "İ", "Σ", "ŉ", "ﬀ", "ǆ", "0", "1", "00", "2026", "-", "/", ".", ",", ":", "+",
    "@",
    "T", "Z", "오전", "오후", "PM", "[", "]", "(", ")", "'", "\"", "…", "%", "👩‍👩‍👧‍👦", "🇰🇷", "🇰", "क्षि", "$",
    "{",
    "2026-11-25", "example.com", "010-1234-5678", "\u{10FFFF}",
  ]

  private static func values(seed: UInt64, count: Int) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...9, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
  }

  /// One piece over and over, up to the most a field may hold.
  private static let hostile = [
    "김", "\u{301}", "\u{200D}", "👩‍👩‍👧‍👦", "0", "A", "…", " x", "क्षि", "🇰",
  ].map { String(repeating: $0, count: 64 * 1024 / $0.utf8.count) }

  @Test func `the laws are held against every filter`() throws {
    let names = try Set(Self.calls.flatMap { try TemplatingTests.calls($0).map(\.name) })
    #expect(names == Set(Filter.all.map(\.name)))
  }

  @Test(arguments: calls)
  func `whatever comes in, text comes out or a refusal`(call: String) throws {
    let chain = try FilterChain(call)
    #expect(chain.problems.isEmpty)
    for value in Self.values(seed: 6, count: 3_000) + Self.hostile {
      guard case .success(let bytes) = chain.apply(Array(value.utf8)[...]) else { continue }
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(value.prefix(40))")
      #expect(!bytes.isEmpty || chain.text(" \(value)") == "", "\(value.prefix(40))")
    }
  }

  @Test(arguments: calls)
  func `a filter's pattern matches whatever it takes`(call: String) throws {
    let chain = try FilterChain(call)
    let dates = ["2026-11-25", "2026. 1. 2.", "20260102", "2026/1/2 09:00", "1,234.50", "-12"]
    for value in dates + Self.values(seed: 7, count: 3_000) {
      guard let pattern = chain.pattern else { return }
      guard case .success = chain.apply(Array(value.utf8)[...]) else { continue }
      let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
      #expect(value.firstMatch(of: expression) != nil, "\(value)")
    }
  }

  @Test(arguments: [
    ("number", "12원"), ("number", "1,23"), ("date('M')", "11/25/2026"), ("date('M')", "2026"),
  ])
  func `a filter's pattern refuses what is plainly wrong`(call: String, value: String) throws {
    let pattern = try #require(try FilterChain(call).pattern)
    let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
    #expect(value.firstMatch(of: expression) == nil)
  }

  @Test func `bytes that are no text do no harm`() async throws {
    let chains = try Self.calls.map { try FilterChain($0) }
    try await Fuzz.run("filtered bytes", iterations: 8_000) { random in
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let number = Int.random(in: 0..<chains.count, using: &random)
      guard case .success(let result) = chains[number].apply(bytes[...]), result.count >= 4_096
      else { return nil }
      return "\(Self.calls[number]) made \(result.count) bytes of \(bytes)"
    }
  }

  @Test(arguments: ["upper", "lower", "trim", "truncate(1)", "truncate(7)", "number"])
  func `once more changes nothing`(call: String) throws {
    let chain = try FilterChain(call)
    var numbers = 0
    for value in Self.values(seed: 60, count: 3_000) {
      guard let once = chain.text(value) else { continue }
      numbers += 1
      #expect(chain.text(once) == once, "\(value)")
    }
    #expect(numbers > 10)
  }

  @Test(arguments: [1, 2, 7, 1_000])
  func `a cut text has no more characters than asked for`(limit: Int) throws {
    let chain = try FilterChain("truncate(\(limit))")
    for value in Self.values(seed: 61, count: 3_000) + Self.hostile {
      let cut = try #require(chain.text(value))
      #expect(cut.count <= limit)
      guard value.count > limit else {
        #expect(cut == value)
        continue
      }
      #expect(cut.utf8.elementsEqual("\(value.prefix(limit - 1))…".utf8))
    }
  }

  @Test(arguments: [
    "은/는", "이/가", "을/를", "과/와", "으로/로", "아/야", "이랑/랑", "는/은", "로/으로",
  ])
  func `a particle is one of its forms`(pair: String) throws {
    let chain = try FilterChain("josa('\(pair)')")
    let forms = Set(pair.split(separator: "/").map(String.init))
    var both = Set<String>()
    for value in Self.values(seed: 62, count: 3_000) + Self.hostile {
      let particle = try #require(chain.text(value))
      if !forms.contains(particle) { both.insert(particle) }
    }
    #expect(both.count == 1)
    #expect(both.allSatisfy { $0.contains("(") })
  }

  @Test func `a masked text shows two characters, seven digits or a domain`() throws {
    let chain = try FilterChain("mask")
    for value in Self.values(seed: 63, count: 3_000) + Self.hostile {
      let masked = try #require(chain.text(value)).unicodeScalars
      let stars = masked.filter { $0 == "*" }
      #expect(!stars.isEmpty, "\(value.prefix(40))")
      let shown = masked.split(separator: "@").first?.filter { ("0"..."9").contains($0) } ?? []
      #expect(shown.count <= 7, "\(value.prefix(40))")
    }
  }
}
