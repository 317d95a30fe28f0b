import Diagnostics

/// The record that names a list's columns, and what sets the cells of the list apart.
struct CSVHeader {
  let separator: CSVSeparator
  /// The columns' names, one for each cell.
  let names: [String]
  /// The header's record number; rows above it are a title or blank.
  let row: Int
  /// Where the header's record begins and where the next one does, as offsets of the text looked at.
  let start: Int
  let end: Int

  /// How many rows may stand above a header for it to be found again.
  private static let titleLimit = 20

  /// The header of a list, the first mebibyte of which is in memory.
  ///
  /// - Parameters:
  ///   - head: that text.
  ///   - row: the header's record number where it was told; else it is the first that is not blank.
  ///   - isHeader: whether names are likely a header: one of them names the address.
  /// - Returns: the header with its place.
  /// - Throws: `ListError.titleRows` when the header seems to stand further down.
  static func find(
    in head: ArraySlice<UInt8>, row: Int?, isHeader: ([String]) -> Bool
  ) throws(ListError) -> CSVHeader {
    let candidates = CSVSeparator.allCases.compactMap { read(head, row: row, separator: $0) }
    let likely = candidates.filter { isHeader($0.names) }
    // Of equals the first, which is the comma.
    func widest(_ headers: [CSVHeader]) -> CSVHeader? {
      headers.max { $0.names.count < $1.names.count }
    }
    if let header = widest(likely) { return header }
    guard let header = widest(candidates) else {
      throw row == nil ? .empty : .noHeaderRow(row ?? 1)
    }
    if row == nil {
      for number in header.row + 1...header.row + titleLimit {
        let below = CSVSeparator.allCases.compactMap { read(head, row: number, separator: $0) }
        guard below.contains(where: { isHeader($0.names) }) else { continue }
        throw .titleRows(header: number)
      }
    }
    return header
  }

  /// Reads the header with one separator; nil where the list ends before it.
  private static func read(
    _ head: ArraySlice<UInt8>, row: Int?, separator: CSVSeparator
  ) -> CSVHeader? {
    var number = 0
    var start = head.startIndex
    while start < head.endIndex {
      let (cells, next) = record(of: head, at: start, separator)
      number += 1
      if row.map({ number == $0 }) ?? (cells != [[]]) {
        return CSVHeader(
          separator: separator, names: cells.map { String(decoding: $0, as: UTF8.self) },
          row: number, start: start, end: next)
      }
      start = next
    }
    return nil
  }

  /// The cells of the record that begins at an offset, and where the next one does.
  static func record(
    of head: ArraySlice<UInt8>, at start: Int, _ separator: CSVSeparator
  ) -> (cells: [[UInt8]], next: Int) {
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isAtStart = true
    var index = start
    while index < head.endIndex {
      let byte = head[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index < head.endIndex, head[index] == byte {
          cell.append(byte)
          index += 1
        } else if isQuoted || isAtStart {
          isQuoted.toggle()
        } else {
          cell.append(byte)
        }
        isAtStart = false
      } else if isQuoted {
        cell.append(byte)
      } else if byte == separator.rawValue {
        cells.append(cell)
        cell = []
        isAtStart = true
      } else if byte == UInt8(ascii: "\n") {
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        break
      } else {
        cell.append(byte)
        isAtStart = false
      }
    }
    return (cells + [cell], index)
  }
}
