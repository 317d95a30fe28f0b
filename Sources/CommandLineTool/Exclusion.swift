import Diagnostics
import Recipients

/// Addresses that get no mail, whatever a list says.
///
/// Capitals make no difference: whoever asked to be left out is left out.
struct Exclusion: Sendable {
  private var addresses: Set<[UInt8]> = []

  /// Leaves nobody out.
  init() {}

  /// Reads the lists that `--exclude` names.
  init(_ invocation: Invocation, _ project: Project) throws(Failure) {
    for operand in invocation.values(.exclude) {
      let list = try ListSource(operand, in: project)
      try list.forEachRow(WantedFields(parameters: [])) { row throws(Failure) in
        if let key = Self.key(row) { addresses.insert(key) }
        return true
      }
    }
  }

  /// Whether a person is left out.
  func contains(_ row: Row) -> Bool {
    guard !addresses.isEmpty, let key = Self.key(row) else { return false }
    return addresses.contains(key)
  }

  private static func key(_ row: Row) -> [UInt8]? {
    guard let address = row.address else { return nil }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let trimmed = address.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return trimmed.isEmpty
      ? nil : trimmed.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
