import Diagnostics
import Recipients

/// Which people of a list a command is about: all, some addresses, some rows.
struct Pick {
  private let addresses: Set<[UInt8]>
  private let rows: [ClosedRange<Int>]

  init(_ invocation: Invocation) throws(Failure) {
    addresses = Set(invocation.values(.only).map { Array($0.lowercased().utf8) })
    var rows: [ClosedRange<Int>] = []
    for text in invocation.values(.row) {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
          first >= 1, first <= last
        else {
          throw Failure(
            Message(
              "'--row' takes numbers and ranges such as 2,10-20, not \(quoted: text)",
              ko: "'--row' 값은 2,10-20 같은 번호와 범위입니다(\(quoted: text))"))
        }
        rows.append(first...last)
      }
    }
    self.rows = rows
  }

  /// Whether everybody is meant.
  var isEverybody: Bool { addresses.isEmpty && rows.isEmpty }

  /// Whether a person is meant.
  func accepts(_ row: Row) -> Bool {
    if isEverybody || rows.contains(where: { $0.contains(row.number) }) { return true }
    guard !addresses.isEmpty, let address = row.address else { return false }
    return addresses.contains(Array(String(decoding: address, as: UTF8.self).lowercased().utf8))
  }

  /// The failure of a choice that meets nobody.
  func foundNobody() throws(Failure) -> ExitStatus {
    throw Failure(
      Message(
        "nobody in the list matches --only or --row; check address and row numbers",
        ko: "--only나 --row에 맞는 사람이 목록에 없습니다. 주소와 행 번호를 확인하세요"))
  }
}
