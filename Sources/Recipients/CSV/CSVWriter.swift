/// Writes rows as spreadsheets read them: UTF-8 with a byte order mark, commas, CRLF.
public struct CSVWriter: Sendable {
  /// What was written and not taken yet.
  public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Begins a file.
  public init() {}

  /// Adds a row of cells.
  ///
  /// - Parameters:
  ///   - cells: the values.
  ///   - defuses: whether a spreadsheet must not take values for formulas: it would run them.
  public mutating func add(_ cells: some Sequence<[UInt8]>, defuses: Bool = false) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      add(cell, isDefused: defuses && Self.isFormula(cell))
    }
    bytes += "\r\n".utf8
  }

  /// Adds a record that is written with commas already.
  public mutating func add(record: ArraySlice<UInt8>) {
    bytes += record
    bytes += "\r\n".utf8
  }

  /// Takes what was written.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func add(_ cell: [UInt8], isDefused: Bool) {
    let mustQuote =
      isDefused || cell.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || cell.first == 0x20
      || cell.last == 0x20
    guard mustQuote else {
      bytes += cell
      return
    }
    bytes.append(UInt8(ascii: "\""))
    // An apostrophe tells spreadsheets that text follows.
    if isDefused { bytes.append(UInt8(ascii: "'")) }
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isFormula(_ cell: [UInt8]) -> Bool {
    guard let first = cell.first else { return false }
    return "=+-@\t\r\n".utf8.contains(first) || cell.starts(with: "＝".utf8)
      || cell.starts(with: "＋".utf8) || cell.starts(with: "－".utf8) || cell.starts(with: "＠".utf8)
  }
}
