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
    try file.add(reader.header(wanted))
    var count = 0
    while let row = try list.next(&reader) {
      guard !list.exclusion.contains(row), !done.contains(where: { $0.contains(row.number) }) else {
        continue
      }
      count += 1
      try file.add(row, of: reader, wanted)
    }
    try file.finish()
    return count
  }
}
