import Diagnostics

/// The part of a list that is in memory: grows by chunks, gives up what was read.
struct RecordWindow {
  private static let chunk = 256 * 1024

  private var source: any ByteSource
  private(set) var bytes: [UInt8] = []
  /// Where the unread part begins in `bytes`.
  private(set) var start = 0
  /// Bytes of the list before `start`.
  private(set) var offset = 0
  private var line = 1
  private var column = 1
  private(set) var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  var position: Position { Position(line: line, column: column) }

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

  /// Gives up bytes and counts their lines.
  mutating func advance(to end: Int) {
    (line, column) = Self.walk(bytes[start..<end], from: (line, column))
    offset += end - start
    start = end
  }

  /// Where an offset of `bytes` behind `start` lies.
  func position(at end: Int) -> Position {
    let place = Self.walk(bytes[start..<min(end, bytes.count)], from: (line, column))
    return Position(line: place.line, column: place.column)
  }

  private static func walk(
    _ bytes: ArraySlice<UInt8>, from place: (line: Int, column: Int)
  ) -> (line: Int, column: Int) {
    var (line, column) = place
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer {
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
    return (line, column)
  }
}
