import Linting
import Recipients

/// Rows that have the same address: the first is kept where all of them would get the same mail.
struct Twins {
  /// The rows with one address.
  private struct Group {
    let firstRow: Int
    /// What the first row's mail is made of.
    let values: [[UInt8]?]
    /// Whether rows differ, so that nobody can say which is right.
    var isTorn = false
  }

  private let repeated: RepeatedAddresses
  private var groups: [[UInt8]: Group] = [:]

  /// Looks at a list again.
  init(
    _ repeated: RepeatedAddresses, _ list: ListSource, _ wanted: WantedFields
  ) throws(Failure) {
    self.repeated = repeated
    guard !repeated.isEmpty else { return }
    try list.forEachRow(wanted) { row throws(Failure) in
      guard let address = repeated.spelling(of: row) else { return true }
      // The address is the same.
      let values = Array(row.usedValues(wanted).dropFirst())
      if let group = groups[address] {
        if group.values != values { groups[address]?.isTorn = true }
      } else {
        groups[address] = Group(firstRow: row.number, values: values)
      }
      return true
    }
  }

  /// Whether a row is not kept.
  func isSpare(_ row: Row) -> Bool {
    guard !groups.isEmpty, let address = repeated.spelling(of: row), let group = groups[address]
    else { return false }
    return group.isTorn || group.firstRow != row.number
  }
}

extension Row {
  /// The fields and parameters that were asked for, fields first.
  func usedValues(_ wanted: WantedFields) -> [[UInt8]?] {
    ([address, name, type] + wanted.parameters.indices.map(parameter)).map { $0.map(Array.init) }
  }
}
