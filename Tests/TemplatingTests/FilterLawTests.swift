import Diagnostics
import Templating
import TestSupport
import Testing

/// What holds for every value, sensible or hostile.
@Suite struct FilterLawTests {
  /// What the examples call.
  private static let calls = Set(Filter.all.flatMap { $0.examples.map(\.call) }).sorted()

  /// The calls of filters that say what they take.
  private static let limitedCalls = Set(
    Filter.all.filter { $0.pattern != nil }.flatMap { $0.examples.map(\.call) }
  ).sorted()

  /// Pieces that filters look at, and scalars that join, turn or break text.
  private static let pieces = [
    " ", "\t", "\r\n", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}",
    "\u{600}",
    "\u{FE0F}", "\0", "김", "수", "각", "ㄱ", "ㅏ", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{11AF}", "A",
    "L", "z", "ß", "İ", "Σ", "ŉ", "ﬀ", "ǆ", "0", "1", "00", "2026", "-", "/", ".", ",", ":", "+",
    "@",
    "T", "Z", "오전", "오후", "PM", "[", "]", "(", ")", "'", "\"", "…", "%", "👩‍👩‍👧‍👦", "🇰🇷", "🇰", "क्षि", "$",
    "{",
    "2026-11-25", "example.com", "010-1234-5678", "050101-3234567", "\u{85}", "\u{3164}",
    "\u{10FFFF}",
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

  @Test(arguments: limitedCalls)
  func `a filter's pattern matches whatever it takes`(call: String) throws {
    let chain = try FilterChain(call)
    let pattern = try #require(chain.pattern)
    // Dialects do not agree on what is white space.
    #expect(!pattern.contains(#"\s"#))
    let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
    let written = [
      "2026-11-25", "2026. 1. 2. 09:00", "20260102T0900", "2026/1/2 09:00", "1,234.50",
    ]
    let padded = written.flatMap { ["\u{85}\($0)", "\u{3164}\($0)\u{2800} "] }
    var taken = 0
    for value in written + padded + Self.values(seed: 7, count: 3_000) {
      guard case .success = chain.apply(Array(value.utf8)[...]) else { continue }
      taken += 1
      #expect(value.firstMatch(of: expression) != nil, "\(value)")
    }
    #expect(taken >= 3)
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

  @Test func `a masked text shows two characters, and a domain or the ends of a telephone number`()
    throws
  {
    let chain = try FilterChain("mask")
    for value in Self.values(seed: 63, count: 3_000) + Self.hostile {
      let masked = try #require(chain.text(value))
      #expect(masked.unicodeScalars.contains("*"), "\(value.prefix(40))")
      let domain = masked.firstRange(of: "***@")
      let shown = String(
        masked[..<(domain?.lowerBound ?? masked.endIndex)].unicodeScalars.filter { $0 != "*" })
      if shown.count > 2 { #expect(Self.isTelephone(masked), "\(value.prefix(40))") }
    }
  }

  /// Whether a masked text is a telephone number of which four digits and an area are left.
  private static func isTelephone(_ masked: String) -> Bool {
    let digits = masked.unicodeScalars.filter { ("0"..."9").contains($0) }
    let stars = masked.unicodeScalars.count { $0 == "*" }
    guard masked.unicodeScalars.allSatisfy({ "0123456789* -.()+".unicodeScalars.contains($0) })
    else { return false }
    if masked.hasPrefix("+") { return digits.count <= 4 && stars >= 3 }
    return masked.contains("0") && digits.count <= 7 && (3...12 - digits.count).contains(stars)
  }
}
