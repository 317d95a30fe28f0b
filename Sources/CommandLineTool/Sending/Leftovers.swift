import Diagnostics
import Recipients

/// Writes the rows that no request has taken, cell by cell as the list has them.
struct Leftovers {
  private let list: ListSource
  private let wanted: WantedFields

  init(of list: ListSource, _ wanted: WantedFields) {
    self.list = list
    self.wanted = wanted
  }

  /// Writes them.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - done: the rows that are not left over.
  ///   - project: the project.
  /// - Returns: how many rows there are.
  /// - Throws: why it cannot be done.
  func write(
    to path: String, except done: [ClosedRange<Int>], _ project: Project
  ) throws(Failure) -> Int {
    var reader = try list.reader(wanted)
    var file = try RowFile(path, project)
    let header = reader.header ?? WantedFields.fields + wanted.parameters
    try file.add(header.map { Array($0.utf8) })
    var count = 0
    while let row = try list.next(&reader) {
      guard !list.exclusion.contains(row), !done.contains(where: { $0.contains(row.number) }) else {
        continue
      }
      count += 1
      if reader.separator == .comma {
        try file.add(record: row.text)
      } else if let separator = reader.separator {
        try file.add(row.cells(separator))
      } else {
        try file.add(row.usedValues(wanted).map { $0 ?? [] })
      }
    }
    try file.finish()
    return count
  }
}
