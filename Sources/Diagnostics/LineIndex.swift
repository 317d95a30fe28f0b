/// Where lines begin, so that a byte offset becomes a line and a column.
///
/// Lines end with LF, CRLF or a lone CR. Offsets are bytes of UTF-8; lines and columns count
/// from 1; a column counts code points.
public struct LineIndex: Sendable {
  private static let blockSize = 1024

  private let starts: [Int]
  /// Code points before each block of bytes, so that long lines are not counted again and again.
  private let counts: [Int]

  /// Finds the line starts of a text in one pass.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: Self.blockSize) { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if byte == UInt8(ascii: "\r"),
        index + 1 == bytes.count
          || bytes[index + 1] != UInt8(ascii: "\n")
      {
        starts.append(index + 1)
      }
    }
    self.starts = starts
    self.counts = counts
  }

  /// How many lines there are; an empty text has one.
  public var count: Int { starts.count }

  /// The line, counted from 1, that holds a byte offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a line begins; lines past the end begin where the last one does.
  public func start(ofLine line: Int) -> Int { starts[max(0, min(line, starts.count) - 1)] }

  /// The line and column of a byte offset of the indexed text.
  public func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: offset)
    let start = start(ofLine: line)
    let end = max(start, min(offset, bytes.count))
    let column = codePoints(before: end, in: bytes) - codePoints(before: start, in: bytes) + 1
    return Position(line: line, column: column)
  }

  private func codePoints(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = min(offset / Self.blockSize, counts.count - 1)
    guard block >= 0 else { return 0 }
    let rest = bytes[block * Self.blockSize..<offset]
    return rest.reduce(counts[block]) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}

/// A place as people count: line and column from 1, columns in code points.
public struct Position: Sendable, Hashable, Comparable {
  /// Line number, the first is 1.
  public let line: Int
  /// Code points from the start of the line, the first is 1.
  public let column: Int

  /// Names a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders from the top of a file to its end.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
