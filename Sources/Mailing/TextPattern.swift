/// A regular expression in the part of ECMA-262 that can be matched in time that grows with the text.
///
/// Literals, `.`, classes, groups, `|`, `*`, `+`, `?`, `{n,m}`, `^`, `$` and the escapes `\d \w \s`
/// with their opposites; no back references and no look-around. It is found anywhere in a text.
public struct TextPattern: Sendable, Hashable {
  /// The expression as written.
  public let expression: String
  private let program: [Step]

  /// One instruction of the machine that matches.
  enum Step: Sendable, Hashable {
    case set(ScalarSet)
    case fork(Int, Int)
    case begin
    case end
    case match
  }

  /// The most instructions, which bounds the time for a value.
  static let limit = 1000

  /// Reads an expression; nil for what is none, or is none of these.
  public init?(_ expression: String) {
    var parser = TextPatternParser(expression)
    guard let program = parser.program(), program.count <= Self.limit else { return nil }
    self.expression = expression
    self.program = program
  }

  /// Whether the expression is found in a text.
  public func matches(_ text: String) -> Bool {
    var machine = Machine(program)
    var isFirst = true
    for scalar in text.unicodeScalars {
      if machine.enter(isFirst: isFirst, isLast: false) { return true }
      machine.step(over: scalar)
      isFirst = false
    }
    return machine.enter(isFirst: isFirst, isLast: true)
  }

  /// All places of the program that the text so far can have led to.
  private struct Machine {
    private let program: [Step]
    private var waiting: [Int] = []
    private var live: [Int] = []
    private var seen: [Int]
    private var round = 0

    init(_ program: [Step]) {
      self.program = program
      seen = Array(repeating: -1, count: program.count)
    }

    /// Follows forks and assertions from where characters have led, and from the beginning.
    mutating func enter(isFirst: Bool, isLast: Bool) -> Bool {
      round += 1
      live.removeAll(keepingCapacity: true)
      var pending = waiting.reversed() + [0]
      while let place = pending.popLast() {
        guard seen[place] != round else { continue }
        seen[place] = round
        switch program[place] {
        case .set: live.append(place)
        case .fork(let left, let right):
          pending.append(right)
          pending.append(left)
        case .begin: if isFirst { pending.append(place + 1) }
        case .end: if isLast { pending.append(place + 1) }
        case .match: return true
        }
      }
      return false
    }

    mutating func step(over scalar: Unicode.Scalar) {
      waiting.removeAll(keepingCapacity: true)
      for place in live {
        if case .set(let set) = program[place], set.contains(scalar) { waiting.append(place + 1) }
      }
    }
  }
}

/// Characters by their ranges.
struct ScalarSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>] = []
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isInverted
  }

  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let wordCharacters = ScalarSet(ranges: [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
  ])
  static let blanks = ScalarSet(ranges: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  static let anything = ScalarSet(
    ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

  /// All characters that are not in it, as ranges.
  var inverse: [ClosedRange<UInt32>] {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return gaps
  }
}
