import Recipients

/// A list read whole, one text a row: `2: address|name|type|NAME=…|GRADE=…`, `-` where nothing is.
struct ListText: Equatable {
  var rows: [String]
  var columns: [String]
  var unused: [String]
  var format: String
  var encoding: TextEncoding
  var separator: CSVSeparator?

  init(
    _ bytes: [UInt8], parameters: [String] = ["NAME", "GRADE"], headers: [String: String] = [:],
    chunk: Int = 1 << 20, encoding: TextEncoding? = nil, headerRow: Int? = nil
  ) throws {
    var reader = try RecipientReader(
      DrippingSource(bytes, chunk: chunk),
      wanted: WantedFields(parameters: parameters, headers: headers, headerRow: headerRow),
      encoding: encoding)
    var rows: [String] = []
    while let row = try reader.next() {
      var parts = [row.address, row.name, row.type].map(Self.text)
      for (index, name) in parameters.enumerated() {
        parts.append("\(name)=\(Self.text(row.parameter(index)))")
      }
      rows.append("\(row.number): " + parts.joined(separator: "|") + Self.text(row.problem))
    }
    self.rows = rows
    columns = reader.columns
    unused = reader.unusedColumns
    format = reader.format.name
    self.encoding = reader.encoding
    separator = reader.separator
  }

  init(
    _ text: String, parameters: [String] = ["NAME", "GRADE"], headers: [String: String] = [:],
    headerRow: Int? = nil
  ) throws {
    try self.init(
      Array(text.utf8), parameters: parameters, headers: headers, headerRow: headerRow)
  }

  private static func text(_ value: ArraySlice<UInt8>?) -> String {
    value.map { String(decoding: $0, as: UTF8.self) } ?? "-"
  }

  private static func text(_ problem: RowProblem?) -> String {
    problem.map { " !\($0)" } ?? ""
  }
}

/// Gives a list out in small chunks, so that every border between chunks is met.
struct DrippingSource: ByteSource {
  private var memory: MemorySource
  private let chunk: Int

  init(_ bytes: [UInt8], chunk: Int) {
    memory = MemorySource(bytes)
    self.chunk = chunk
  }

  mutating func read(_ count: Int) -> [UInt8] { memory.read(min(count, chunk)) }
}
