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
  /// - Returns: how many rows there are.
  func write(
    to path: String, _ progress: SendProgress, _ project: Project
  ) throws(Failure) -> Int {
    var reader = try list.reader(wanted)
    var file = try RowFile(path, project)
    let header = reader.header ?? WantedFields.fields + wanted.parameters
    try file.add(header.map { Array($0.utf8) })
    var count = 0
    while let row = try list.next(&reader) {
      guard !list.exclusion.contains(row), !progress.holds(row: row.number) else { continue }
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
