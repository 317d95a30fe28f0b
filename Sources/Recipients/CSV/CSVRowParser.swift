import Bytes
import Diagnostics

/// Reads the rows of a stretch of whole records.
struct CSVRowParser: Sendable {
  let columns: CSVColumns
  let separator: CSVSeparator
  let parameters: Int

  /// Reads all rows of a text, every record of which ends in a line feed.
  ///
  /// - Parameters:
  ///   - memory: the text and tailroom.
  ///   - end: where the text ends.
  ///   - records: how many there are.
  ///   - place: where the text stands in the list.
  /// - Returns: the rows.
  /// - Throws: `ListError` where a record is too long or no text.
  func rows(
    _ memory: [UInt8], end: Int, records: Int, at place: BlockPlace
  ) throws(ListError) -> RowBlock {
    var builder = RowBlockBuilder(
      memory, textEnd: end, at: place, parameters: parameters, rows: records)
    let longest = memory.withUnsafeBufferPointer { memory in
      columns.withCells { bounds, cells in
        var pass = CSVPass(memory, end: end, separator.rawValue, bounds: bounds, cells: cells)
        return pass.run(&builder)
      }
    }
    if let longest { throw ListError.recordTooLong(row: place.number + longest) }
    let block = builder.finish()
    try place.checkText(memory, 0..<end) { index in
      Int((block.records.first { Int($0.end) > index } ?? block.records.last)?.number ?? 0)
    }
    return block
  }
}

/// One walk over a block of records.
private struct CSVPass {
  private let memory: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let separator: UInt8
  private let bounds: UnsafeBufferPointer<Int>
  private let cells: UnsafeBufferPointer<Int>
  /// Separators and line feeds.
  private var marks: MarkSearch

  private var columnCount: Int { bounds.count - 1 }

  init(
    _ memory: UnsafeBufferPointer<UInt8>, end: Int, _ separator: UInt8,
    bounds: UnsafeBufferPointer<Int>, cells: UnsafeBufferPointer<Int>
  ) {
    self.memory = memory
    self.end = end
    self.separator = separator
    self.bounds = bounds
    self.cells = cells
    marks = MarkSearch(for: separator, 0x0A, in: memory)
  }

  /// - Returns: the number of a record that is too long, if one is.
  mutating func run(_ builder: inout RowBlockBuilder) -> Int? {
    var index = 0
    var number = 0
    while index < end {
      let start = index
      if let blank = endOfBlank(from: start) {
        index = blank
      } else {
        builder.beginRow(start..<start, number: number)
        let stop = readRow(from: start, &builder)
        builder.endRow(at: stop.record)
        index = stop.next
      }
      if index - start > RecordLimits.record { return number }
      number += 1
    }
    return nil
  }

  /// The end of a record that holds separators and spaces alone, as in the rows that spreadsheets
  /// leave behind a list.
  @inline(__always)
  private func endOfBlank(from start: Int) -> Int? {
    var index = start
    while memory[index] == separator || memory[index] == 0x20 { index += 1 }
    if memory[index] == 0x0D { index += 1 }
    return memory[index] == 0x0A ? index + 1 : nil
  }

  @inline(__always)
  private mutating func readRow(
    from start: Int, _ builder: inout RowBlockBuilder
  ) -> (record: Int, next: Int) {
    var index = start
    var column = 0
    while true {
      let isQuoted = memory[index] == UInt8(ascii: "\"")
      let cell =
        isQuoted ? quoted(from: index, column, &builder) : plain(from: index, column, &builder)
      column += 1
      guard memory[cell.stop] == separator else {
        if column > columnCount {
          builder.note(.tooManyCells(found: column, expected: columnCount))
        }
        return (cell.end, cell.stop + 1)
      }
      index = cell.stop + 1
    }
  }

  /// Reads a cell without quotes.
  ///
  /// - Returns: where the record ends if it ends with the cell, and the mark behind the cell.
  @inline(__always)
  private mutating func plain(
    from start: Int, _ column: Int, _ builder: inout RowBlockBuilder
  ) -> (end: Int, stop: Int) {
    let stop = marks.next(from: start)
    let end = stop - (hasReturn(before: stop, from: start) ? 1 : 0)
    put(start..<end, column, &builder)
    return (end, stop)
  }

  /// A carriage return before a line feed belongs to the line's end.
  @inline(__always)
  private func hasReturn(before stop: Int, from start: Int) -> Bool {
    memory[stop] == 0x0A && stop > start && memory[stop - 1] == 0x0D
  }

  @inline(__always)
  private func put(_ range: Range<Int>, _ column: Int, _ builder: inout RowBlockBuilder) {
    guard column < columnCount else { return }
    for number in bounds[column]..<bounds[column + 1] { builder.set(cells[number], range) }
  }

  @inline(never)
  private mutating func quoted(
    from start: Int, _ column: Int, _ builder: inout RowBlockBuilder
  ) -> (end: Int, stop: Int) {
    var closing = start + 1
    var doubled = 0
    // The last byte is a line feed, at which a cell ends that nothing closes.
    while closing < end - 1 {
      if memory[closing] != UInt8(ascii: "\"") {
        closing += 1
      } else if memory[closing + 1] == UInt8(ascii: "\"") {
        doubled += 1
        closing += 2
      } else {
        break
      }
    }
    guard closing < end - 1 else { return (end - 1, end - 1) }
    let stop = marks.next(from: closing + 1)
    let end = stop - (hasReturn(before: stop, from: closing + 1) ? 1 : 0)
    let isUsed = column < columnCount && bounds[column] < bounds[column + 1]
    if isUsed {
      let isPlain = doubled == 0 && end == closing + 1
      put(
        isPlain
          ? start + 1..<closing : builder.add(unquoted(start + 1..<closing, closing + 1..<end)),
        column, &builder)
    }
    if end > closing + 1 { builder.note(.textAfterQuote(column: column + 1)) }
    return (end, stop)
  }

  /// The text of a cell in which quotes are doubled, and what stands behind its closing quote.
  private func unquoted(_ text: Range<Int>, _ rest: Range<Int>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(text.count + rest.count)
    var index = text.lowerBound
    while index < text.upperBound {
      value.append(memory[index])
      index += memory[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    value.append(contentsOf: memory[rest])
    return value
  }
}
