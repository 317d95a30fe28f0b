import Diagnostics

/// Rows that were read at once and share their memory: a stretch of the list and all its cells.
///
/// It never changes, so that any thread may read it.
public final class RowBlock: Sendable {
  /// How much from the beginning of each value can be read, however short the value is.
  static let tailroom = 32

  /// Where one record and its decoded values lie; blocks are far smaller than `UInt32.max`.
  @usableFromInline
  struct Record: Sendable {
    /// The record's text.
    var start: UInt32
    var end: UInt32
    /// Records between the block's first and this one.
    var number: UInt32
  }

  /// The text, tailroom, then values that are not written in the text as they are, and tailroom.
  @usableFromInline let memory: [UInt8]
  /// Where the text ends in `memory`.
  let textEnd: Int
  /// The cells of all rows, one row behind the other.
  @usableFromInline let cells: [Row.Cell]
  @usableFromInline let records: [Record]
  let problems: [Int: RowProblem]
  let place: BlockPlace
  let parameterCount: Int
  /// How many cells each row has: its own fields', then the parameters'.
  @usableFromInline let cellCount: Int
  /// Headers or keys in the order they were met in this block, where each row has its own.
  let columns: [String]

  init(_ builder: borrowing RowBlockBuilder) {
    memory = builder.memory
    textEnd = builder.textEnd
    cells = builder.allCells
    records = builder.allRecords
    problems = builder.problems
    place = builder.place
    parameterCount = builder.parameterCount
    cellCount = Role.count + builder.parameterCount
    columns = builder.columns
  }

  /// How many rows there are.
  public var count: Int { records.count }

  /// One of the rows.
  @inlinable public subscript(index: Int) -> Row { Row(block: self, index: index) }

  /// The number of one of the rows (see `Row.number`).
  public func number(of index: Int) -> Int { place.number + Int(records[index].number) }

  /// Hands over the cells of one of the rows; they are gone when `body` returns.
  @inlinable
  public func withCells<Result>(of index: Int, _ body: (Row.Cells) -> Result) -> Result {
    memory.withUnsafeBufferPointer { memory in
      cells.withUnsafeBufferPointer { cells in
        let table = cells[index * cellCount..<(index + 1) * cellCount]
        return body(
          Row.Cells(memory: memory.baseAddress, table: UnsafeBufferPointer(rebasing: table)))
      }
    }
  }
}

/// Where a block's text stands in the list.
struct BlockPlace: Sendable {
  /// The number of the block's first record.
  var number: Int
  /// Bytes of the list before the text.
  var offset: Int
  /// Where the text begins.
  var position: Position
  /// What ended the list, where that was no text.
  var violation: EncodingViolation?
  /// A list that is in memory as a whole, with its lines; the records lie in it then.
  var whole: (bytes: [UInt8], lines: LineIndex)?

  /// Where an offset lies in a list.
  ///
  /// Walks from the start of the block: few places are ever asked for.
  func position(of offset: Int, in memory: [UInt8]) -> Position {
    if let whole { return whole.lines.position(at: offset, in: whole.bytes) }
    return position.walked(over: memory[..<offset])
  }

  /// Makes sure that a text is UTF-8 and holds no zero byte.
  ///
  /// - Parameters:
  ///   - memory: what holds the text.
  ///   - range: where it lies.
  ///   - record: the record that holds a byte, counted from the block's first.
  /// - Throws: `ListError.notText` or `.zeroByte`.
  func checkText(
    _ memory: [UInt8], _ range: Range<Int>, record: (Int) -> Int
  ) throws(ListError) {
    if let broken = memory.firstInvalidUTF8(in: range) {
      let here = EncodingViolation(
        encoding: .utf8, byte: memory[broken], offset: offset + broken)
      throw ListError.notText(
        violation ?? here, row: number + record(broken), position: position(of: broken, in: memory))
    }
    if let zero = memory.firstZero(in: range) {
      throw ListError.zeroByte(
        row: number + record(zero), position: position(of: zero, in: memory))
    }
  }
}

extension Position {
  /// The place behind a text that begins here.
  func walked(over bytes: ArraySlice<UInt8>) -> Position {
    bytes.withUnsafeBufferPointer { bytes in
      let lines = bytes.countOfLineFeeds
      let lastLine = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let points = bytes[lastLine...].count { $0 & 0xC0 != 0x80 }
      return Position(line: line + lines, column: (lines == 0 ? column : 1) + points)
    }
  }
}

/// Puts a block together, one row behind the other.
struct RowBlockBuilder: ~Copyable {
  private(set) var memory: [UInt8]
  let textEnd: Int
  private let valuesStart: Int
  // Held by hand: each cell is written once, and nobody else can have it.
  private var cells: UnsafeMutableBufferPointer<Row.Cell>
  private var records: UnsafeMutableBufferPointer<RowBlock.Record>
  private var count = 0
  /// Where the row's cells begin.
  private var row = 0
  private(set) var problems: [Int: RowProblem] = [:]
  let place: BlockPlace
  let parameterCount: Int
  private let cellCount: Int
  var columns: [String] = []
  /// Values that go behind the text.
  private var values: [UInt8] = []
  /// Where the last of all values ends.
  private var lastEnd = 0

  /// Begins a block.
  ///
  /// - Parameters:
  ///   - memory: the text and tailroom.
  ///   - textEnd: where the text ends in it.
  ///   - place: where the text stands in the list.
  ///   - parameters: how many are asked for.
  ///   - rows: about how many rows there will be.
  init(
    _ memory: [UInt8], textEnd: Int, at place: BlockPlace, parameters: Int, rows: Int = 1
  ) {
    self.memory = memory
    self.textEnd = textEnd
    valuesStart = memory.count
    self.place = place
    parameterCount = parameters
    cellCount = Role.count + parameters
    cells = .allocate(capacity: rows * cellCount)
    records = .allocate(capacity: rows)
  }

  deinit {
    cells.deallocate()
    records.deallocate()
  }

  /// Begins the next row, whose record has a range of the text and comes so many behind the first.
  @inline(__always)
  mutating func beginRow(_ range: Range<Int>, number: Int) {
    if count == records.count { grow() }
    records.initializeElement(
      at: count,
      to: RowBlock.Record(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), number: UInt32(number)))
    row = count &* cellCount
    for cell in row..<row + cellCount { cells.initializeElement(at: cell, to: .missing) }
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    func larger<Element>(
      _ buffer: UnsafeMutableBufferPointer<Element>, by factor: Int, used: Int
    ) -> UnsafeMutableBufferPointer<Element> {
      let new = UnsafeMutableBufferPointer<Element>.allocate(capacity: factor)
      _ = new.moveInitialize(fromContentsOf: buffer[..<used])
      buffer.deallocate()
      return new
    }
    let rows = max(16, count * 2)
    cells = larger(cells, by: rows * cellCount, used: count * cellCount)
    records = larger(records, by: rows, used: count)
  }

  /// Sets where the row's record ends.
  @inline(__always)
  mutating func endRow(at end: Int) { records[count - 1].end = UInt32(end) }

  /// Says why the row cannot be trusted.
  mutating func note(_ problem: RowProblem) { problems[count - 1] = problem }

  /// Puts a value into a cell of the row as it stands in the text; the first of several stays.
  @inline(__always)
  mutating func set(_ cell: Int, _ range: Range<Int>) {
    precondition(cell < cellCount && count > 0)
    let index = row &+ cell
    guard cells[index].isMissing else { return }
    if range.count > RecordLimits.field { note(.valueTooLong(bytes: range.count)) }
    lastEnd = max(lastEnd, range.upperBound)
    cells[index] = Row.Cell(
      start: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// Adds a value that does not stand in the text as it is.
  ///
  /// - Returns: its range, for `set`.
  mutating func add(_ value: some Collection<UInt8>) -> Range<Int> {
    let start = valuesStart + values.count
    values.append(contentsOf: value)
    precondition(valuesStart + values.count < UInt32.max)
    return start..<valuesStart + values.count
  }

  /// The finished block.
  consuming func finish() -> RowBlock {
    if !values.isEmpty {
      memory += values
      memory.append(contentsOf: repeatElement(0, count: RowBlock.tailroom))
    }
    // Whoever reads a value trusts its place.
    precondition(lastEnd <= memory.count)
    return RowBlock(self)
  }

  /// All cells, one row behind the other.
  var allCells: [Row.Cell] { Array(cells[..<(count * cellCount)]) }

  /// All records.
  var allRecords: [RowBlock.Record] { Array(records[..<count]) }
}

/// A stretch of a list whose rows any thread may read.
public struct PendingRows: Sendable {
  private let work: @Sendable () throws(ListError) -> RowBlock

  init(_ work: @escaping @Sendable () throws(ListError) -> RowBlock) { self.work = work }

  /// Reads the rows.
  ///
  /// - Throws: `ListError` where the list is not readable there.
  public func read() throws(ListError) -> RowBlock { try work() }
}
