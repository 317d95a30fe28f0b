/// Leads an offset of a decoded string back to the text in which it is written.
public struct JSONOffsetMap: Sendable {
  // Sorted by decoded offset: from there on the source is `shift` bytes ahead.
  private var points: [(decoded: Int, shift: Int)]

  /// Leads every offset to itself.
  public static let identity = JSONOffsetMap.constant(0)

  /// Leads every offset to one so many bytes ahead.
  public static func constant(_ shift: Int) -> JSONOffsetMap {
    JSONOffsetMap(points: [(0, shift)])
  }

  private init(points: [(decoded: Int, shift: Int)]) { self.points = points }

  /// Walks a valid string literal, quotes included.
  public init(decoding literal: Range<Int>, in source: [UInt8]) {
    points = [(0, literal.lowerBound + 1)]
    var index = literal.lowerBound + 1
    var decoded = 0
    let end = min(literal.upperBound - 1, source.count)
    while index < end {
      guard source[index] == UInt8(ascii: "\\") else {
        index += 1
        decoded += 1
        continue
      }
      let (length, width) = Self.escape(in: source, at: index, before: end)
      // Bytes inside one escape lead to its start; the next byte leads behind it.
      for inner in 1..<max(2, width) where width > 1 {
        points.append((decoded + inner, index - decoded - inner))
      }
      index += length
      decoded += width
      points.append((decoded, index - decoded))
    }
  }

  /// Where a decoded offset stands in the source.
  public func sourceOffset(_ decoded: Int) -> Int {
    var low = 0
    var high = points.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle].decoded <= decoded { low = middle } else { high = middle }
    }
    return decoded + points[low].shift
  }

  /// Where a decoded range stands in the source; an end inside an escape leads to the escape's start.
  public func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(range.lowerBound)
    return lower..<max(lower, sourceOffset(range.upperBound))
  }

  /// The bytes of an escape in the source, and of what it decodes to.
  private static func escape(
    in source: [UInt8], at index: Int, before end: Int
  ) -> (length: Int, width: Int) {
    guard index + 1 < end, source[index + 1] == UInt8(ascii: "u"),
      let unit = JSONParser.hexadecimal(source, at: index + 2, before: end)
    else { return (2, 1) }
    switch unit {
    case 0..<0x80: return (6, 1)
    case 0x80..<0x800: return (6, 2)
    case 0xD800..<0xDC00: return (12, 4)
    default: return (6, 3)
    }
  }
}
