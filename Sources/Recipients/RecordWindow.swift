import Diagnostics

/// The part of a list that is in memory as UTF-8: grows by chunks, gives up what was read.
struct RecordWindow {
  private static let chunk = 256 * 1024

  let source: DecodedSource
  private(set) var bytes: [UInt8] = []
  /// Where the unread part begins in `bytes`.
  private(set) var start = 0
  /// Bytes of the list before `start`.
  private(set) var offset = 0
  /// Where the unread part begins in the list.
  private(set) var position = Position(line: 1, column: 1)
  private(set) var isAtEnd = false

  init(_ source: DecodedSource) { self.source = source }

  /// Reads one more chunk behind the unread part; false at the end of the list.
  mutating func fill() throws(ListError) -> Bool {
    guard !isAtEnd else { return false }
    if start > Self.chunk {
      bytes.removeSubrange(..<start)
      start = 0
    }
    let more = try source.read(Self.chunk)
    isAtEnd = more.isEmpty
    bytes.append(contentsOf: more)
    return !more.isEmpty
  }

  /// Makes sure that so many unread bytes are there, if the list has them.
  mutating func prepare(_ count: Int) throws(ListError) {
    while bytes.count - start < count, try fill() {}
  }

  /// What is in memory and unread.
  var unread: ArraySlice<UInt8> { bytes[start...] }

  /// The first unread byte that is no white space, as far as is in memory.
  var firstMark: UInt8? { unread.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  /// Passes over the byte order mark, which is no part of the text.
  mutating func skipMark() throws(ListError) {
    try prepare(3)
    guard unread.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    start += 3
    offset += 3
  }

  /// Gives up bytes and counts their lines.
  mutating func advance(to end: Int) {
    position = position(at: end)
    offset += end - start
    start = end
  }

  /// Gives up bytes up to the end of a line; so many lines end in them.
  mutating func advance(to end: Int, lines: Int) {
    position = Position(line: position.line + lines, column: 1)
    offset += end - start
    start = end
  }

  /// Where an offset of `bytes` behind `start` lies.
  func position(at end: Int) -> Position {
    position.walked(over: bytes[start..<min(end, bytes.count)])
  }

  /// Makes sure that a stretch of the list is UTF-8 and holds no zero byte.
  func checkText(in range: Range<Int>, row: Int) throws(ListError) {
    if let broken = bytes.firstInvalidUTF8(in: range) {
      let here = EncodingViolation(
        encoding: .utf8, byte: bytes[broken], offset: offset + broken - start)
      throw ListError.notText(
        source.violation ?? here, row: row, position: position(at: broken))
    }
    if let zero = bytes.firstZero(in: range) {
      throw ListError.zeroByte(row: row, position: position(at: zero))
    }
  }
}
