/// Reads a regular expression into the steps of a machine.
struct TextPatternParser {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  /// A piece of the expression.
  private indirect enum Node {
    case set(ScalarSet)
    case begin
    case end
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int?)
  }

  private static let deepest = 50
  private static let mostRepeated = 1000

  init(_ expression: String) { text = Array(expression.unicodeScalars) }

  /// The steps; nil where the expression is not understood.
  mutating func program() -> [TextPattern.Step]? {
    guard let node = choice(), index == text.count else { return nil }
    var steps: [TextPattern.Step] = []
    guard Self.write(node, to: &steps) else { return nil }
    return steps + [.match]
  }

  // MARK: Reading

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() -> Node? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    var branches: [Node] = []
    repeat {
      var parts: [Node] = []
      while let scalar = next, scalar != "|", scalar != ")" {
        guard let part = repetition() else { return nil }
        parts.append(part)
      }
      branches.append(.sequence(parts))
    } while take("|")
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func repetition() -> Node? {
    guard var node = atom() else { return nil }
    while let scalar = next, let bounds = bounds(scalar) {
      guard bounds.most.map({ $0 >= bounds.least }) ?? true else { return nil }
      node = .repeated(node, least: bounds.least, most: bounds.most)
      // Which of several matches is found first does not matter here.
      _ = take("?")
    }
    return node
  }

  private mutating func bounds(_ scalar: Unicode.Scalar) -> (least: Int, most: Int?)? {
    switch scalar {
    case "*", "+", "?":
      index += 1
      return (scalar == "+" ? 1 : 0, scalar == "?" ? 1 : nil)
    case "{":
      let start = index
      index += 1
      if let least = number() {
        if take("}") { return (least, least) }
        if take(",") {
          if take("}") { return (least, nil) }
          if let most = number(), take("}") { return (least, most) }
        }
      }
      index = start
      return nil
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      number = min(Self.mostRepeated + 1, (number ?? 0) * 10 + Int(scalar.value - 0x30))
      index += 1
    }
    return number.flatMap { $0 <= Self.mostRepeated ? $0 : nil }
  }

  private mutating func atom() -> Node? {
    guard let scalar = next else { return nil }
    index += 1
    switch scalar {
    case "^": return .begin
    case "$": return .end
    case ".": return .set(.anything)
    case "(":
      if take("?"), !take(":") { return nil }
      guard let inner = choice(), take(")") else { return nil }
      return inner
    case "[": return set().map(Node.set)
    case "\\": return escape().map(Node.set)
    case "*", "+", "?", "{", "}", "]", ")": return nil
    default: return .set(ScalarSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func escape() -> ScalarSet? {
    guard let scalar = next else { return nil }
    index += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet(ranges: ScalarSet.digits.inverse)
    case "w": return .wordCharacters
    case "W": return ScalarSet(ranges: ScalarSet.wordCharacters.inverse)
    case "s": return .blanks
    case "S": return ScalarSet(ranges: ScalarSet.blanks.inverse)
    case "n": return ScalarSet(ranges: [0x0A...0x0A])
    case "r": return ScalarSet(ranges: [0x0D...0x0D])
    case "t": return ScalarSet(ranges: [0x09...0x09])
    case "u": return hexadecimal(4)
    case "x": return hexadecimal(2)
    default:
      // Letters and digits would be back references, borders of words or classes of Unicode.
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else { return nil }
      return ScalarSet(ranges: [scalar.value...scalar.value])
    }
  }

  private mutating func hexadecimal(_ digits: Int) -> ScalarSet? {
    guard index + digits <= text.count else { return nil }
    let word = text[index..<(index + digits)].map { String(Character($0)) }.joined()
    guard let value = UInt32(word, radix: 16), Unicode.Scalar(value) != nil else { return nil }
    index += digits
    return ScalarSet(ranges: [value...value])
  }

  private mutating func set() -> ScalarSet? {
    var set = ScalarSet()
    let isInverted = take("^")
    while let scalar = next, scalar != "]" {
      guard let first = member() else { return nil }
      if next == "-", index + 1 < text.count, text[index + 1] != "]" {
        index += 1
        guard let low = first.single, let high = member()?.single, low <= high else { return nil }
        set.ranges.append(low...high)
      } else {
        set.ranges += first.ranges
      }
    }
    guard take("]") else { return nil }
    return isInverted ? ScalarSet(ranges: set.inverse) : set
  }

  private mutating func member() -> ScalarSet? {
    guard let scalar = next else { return nil }
    index += 1
    return scalar == "\\" ? escape() : ScalarSet(ranges: [scalar.value...scalar.value])
  }

  // MARK: Writing

  /// Writes the steps of a piece; false when they become too many.
  private static func write(_ node: Node, to steps: inout [TextPattern.Step]) -> Bool {
    guard steps.count <= TextPattern.limit else { return false }
    switch node {
    case .set(let set): steps.append(.set(set))
    case .begin: steps.append(.begin)
    case .end: steps.append(.end)
    case .sequence(let parts): return parts.allSatisfy { write($0, to: &steps) }
    case .choice(let branches): return write(branches[...], to: &steps)
    case .repeated(let part, let least, let most):
      for _ in 0..<least { guard write(part, to: &steps) else { return false } }
      guard let most else { return writeLoop(part, to: &steps) }
      for _ in least..<most {
        let fork = steps.count
        steps.append(.match)
        guard write(part, to: &steps) else { return false }
        steps[fork] = .fork(fork + 1, steps.count)
      }
    }
    return true
  }

  private static func writeLoop(_ part: Node, to steps: inout [TextPattern.Step]) -> Bool {
    let fork = steps.count
    steps.append(.match)
    guard write(part, to: &steps) else { return false }
    steps.append(.fork(fork, fork))
    steps[fork] = .fork(fork + 1, steps.count)
    return true
  }

  private static func write(
    _ branches: ArraySlice<Node>, to steps: inout [TextPattern.Step]
  ) -> Bool {
    guard let first = branches.first else { return true }
    guard branches.count > 1 else { return write(first, to: &steps) }
    let fork = steps.count
    steps.append(.match)
    guard write(first, to: &steps) else { return false }
    let jump = steps.count
    steps.append(.match)
    steps[fork] = .fork(fork + 1, steps.count)
    guard write(branches.dropFirst(), to: &steps) else { return false }
    steps[jump] = .fork(steps.count, steps.count)
    return true
  }
}

extension ScalarSet {
  /// The only character in it.
  fileprivate var single: UInt32? {
    ranges.count == 1 && ranges[0].count == 1 ? ranges[0].lowerBound : nil
  }
}
