/// Printed text of which runs belong before a table that has begun already.
///
/// Everything is written behind what is there; runs are noted and put in their places by joining.
struct PieceList {
  /// A place at which text goes on.
  enum Line: Hashable {
    case end
    /// Before the table that begins at an offset of what is written, behind what was put there.
    case before(Int)
  }

  /// Text that belongs before the table at `target`.
  private struct Run {
    let start: UInt32
    var end: UInt32
    let target: UInt32
  }

  var writer: MarkupWriter
  private var line = Line.end
  private var runs: [Run] = []
  /// Where `pre` tags end, behind which a browser swallows a line end.
  private var pres: [UInt32] = []

  init(_ writer: MarkupWriter) { self.writer = writer }

  private var place: UInt32 { UInt32(truncatingIfNeeded: writer.bytes.count) }

  /// Goes on at another place.
  mutating func select(_ line: Line) {
    guard line != self.line else { return }
    endRun()
    self.line = line
    guard case .before(let target) = line else { return }
    runs.append(Run(start: place, end: place, target: UInt32(truncatingIfNeeded: target)))
  }

  private mutating func endRun() {
    if line != .end { runs[runs.count &- 1].end = place }
  }

  /// The place before a table that begins now.
  var beforeTable: Line { .before(writer.bytes.count) }

  /// Notes that a `pre` tag was just printed.
  mutating func endBehindPre() { pres.append(place) }

  /// The whole text, with a second line end where a browser swallows the first.
  mutating func joined() -> MarkupWriter {
    endRun()
    let count = writer.bytes.count
    let isSwallowed = pres.contains { Int($0) < count && writer.bytes[Int($0)] == 0x0A }
    guard !runs.isEmpty || isSwallowed else { return writer }
    var joining = Joining(writer, pres: pres)
    // Runs before one table follow each other as they were written.
    let sorted = runs.sorted { ($0.target, $0.start) < ($1.target, $1.start) }
    var start = 0
    for run in runs {
      joining.append(start..<Int(run.start), sorted)
      start = Int(run.end)
    }
    joining.append(start..<count, sorted)
    return joining.joined
  }

  /// A text in the making, of which the parts are given in order.
  private struct Joining {
    private let bytes: [UInt8]
    private let pres: [UInt32]
    private var isBehindPre = false
    private(set) var joined: MarkupWriter

    init(_ writer: MarkupWriter, pres: [UInt32]) {
      bytes = writer.bytes
      self.pres = pres
      joined = MarkupWriter(bidiControls: writer.bidiControls)
      joined.bytes.reserveCapacity(bytes.count &+ pres.count)
    }

    /// Appends a range with the runs that belong before the tables in it, and those in these.
    mutating func append(_ range: Range<Int>, _ runs: [Run]) {
      var waiting = [(range, Self.first(runs, from: range.lowerBound))]
      while let (range, next) = waiting.popLast() {
        guard next < runs.count, Int(runs[next].target) < range.upperBound else {
          append(range)
          continue
        }
        let run = runs[next]
        append(range.lowerBound..<Int(run.target))
        waiting.append((Int(run.target)..<range.upperBound, next &+ 1))
        waiting.append((Int(run.start)..<Int(run.end), Self.first(runs, from: Int(run.start))))
      }
    }

    /// The first run, of those sorted by where they belong, that belongs there or behind.
    private static func first(_ runs: [Run], from place: Int) -> Int {
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low &+ high) / 2
        if Int(runs[middle].target) < place { low = middle &+ 1 } else { high = middle }
      }
      return low
    }

    private mutating func append(_ range: Range<Int>) {
      var start = range.lowerBound
      for pre in pres[firstPre(behind: start)...] where start < range.upperBound {
        guard Int(pre) <= range.upperBound else { break }
        appendPart(start..<Int(pre))
        isBehindPre = true
        start = Int(pre)
      }
      appendPart(start..<range.upperBound)
    }

    private func firstPre(behind place: Int) -> Int {
      var low = 0
      var high = pres.count
      while low < high {
        let middle = (low &+ high) / 2
        if Int(pres[middle]) <= place { low = middle &+ 1 } else { high = middle }
      }
      return low
    }

    private mutating func appendPart(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      if isBehindPre, bytes[range.lowerBound] == 0x0A { joined.bytes.append(0x0A) }
      joined.bytes += bytes[range]
      isBehindPre = false
    }
  }
}
