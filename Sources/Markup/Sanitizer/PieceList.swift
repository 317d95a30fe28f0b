/// Printed text in pieces, so that something can still be put before a table that has begun.
///
/// A line is a place at which text goes on. Every operation takes the same time, joining aside.
struct PieceList {
  private struct Piece {
    let start: Int
    var end: Int
    /// The piece that is printed next.
    var next: Int?
    /// Whether the piece ends in a `pre` tag, behind which a browser swallows a line end.
    var endsBehindPre = false
  }

  private struct Line {
    /// The piece behind which it goes on.
    var tail: Int
    /// The line that a table stands in.
    let parent: Int
  }

  var writer = MarkupWriter()
  private var pieces = [Piece(start: 0, end: 0, next: nil)]
  private var lines = [Line(tail: 0, parent: 0)]
  private var line = 0
  private var piece = 0

  /// Goes on at the end of a line.
  mutating func select(_ line: Int) {
    guard line != self.line else { return }
    endPiece()
    beginPiece(in: line)
  }

  /// Begins a table in a line: gives a line for it and one for what goes before it.
  mutating func split(_ line: Int) -> (table: Int, before: Int) {
    select(line)
    endPiece()
    let before = Line(tail: lines[line].tail, parent: line)
    beginPiece(in: line)
    lines.append(Line(tail: piece, parent: line))
    lines.append(before)
    self.line = lines.count &- 2
    return (self.line, lines.count &- 1)
  }

  /// Ends a table's line: the line that it stands in goes on behind it.
  mutating func join(_ table: Int) {
    select(table)
    line = lines[table].parent
    lines[line].tail = piece
  }

  /// Notes that a `pre` tag was just printed.
  mutating func endBehindPre() {
    endPiece()
    pieces[piece].endsBehindPre = true
    beginPiece(in: line)
  }

  private mutating func endPiece() { pieces[piece].end = writer.bytes.count }

  private mutating func beginPiece(in line: Int) {
    let count = writer.bytes.count
    let tail = lines[line].tail
    pieces.append(Piece(start: count, end: count, next: pieces[tail].next))
    piece = pieces.count &- 1
    pieces[tail].next = piece
    lines[line].tail = piece
    self.line = line
  }

  /// The whole text, with a second line end where a browser swallows the first.
  mutating func joined() -> MarkupWriter {
    endPiece()
    guard pieces.count > 1 else { return writer }
    var joined = MarkupWriter(bidiControls: writer.bidiControls)
    joined.bytes.reserveCapacity(writer.bytes.count)
    var next: Int? = 0
    var isBehindPre = false
    while let place = next {
      let piece = pieces[place]
      if piece.start < piece.end {
        if isBehindPre, writer.bytes[piece.start] == 0x0A { joined.bytes.append(0x0A) }
        joined.bytes += writer.bytes[piece.start..<piece.end]
        isBehindPre = false
      }
      if piece.endsBehindPre { isBehindPre = true }
      next = piece.next
    }
    return joined
  }
}
