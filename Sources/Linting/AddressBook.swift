/// Finds addresses that occur twice: the domain compared without case, the local part exactly.
struct AddressBook {
  private var firstRows: [[UInt8]: Int] = [:]
  private var found: [[UInt8]: Int] = [:]
  private(set) var duplicates: [PeopleFacts.Duplicate] = []

  mutating func note(_ address: [UInt8], row: Int) {
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return }
    var key = address
    for index in at..<key.count where key[index] >= 0x41 && key[index] <= 0x5A {
      key[index] |= 0x20
    }
    guard let first = firstRows.updateValue(row, forKey: key) else { return }
    firstRows[key] = first
    if let known = found[key] {
      duplicates[known].rows.append(row)
    } else {
      found[key] = duplicates.count
      let text = String(decoding: address, as: UTF8.self)
      duplicates.append(PeopleFacts.Duplicate(address: text, rows: [first, row]))
    }
  }
}
