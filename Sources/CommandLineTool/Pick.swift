import Composing
import Diagnostics
import Recipients

/// Which people of a list a command is about: all, some addresses, some rows.
struct Pick {
  private let addresses: Set<[UInt8]>
  /// The rows that were asked for by number.
  let rows: [ClosedRange<Int>]
  private let conditions: [(name: String, value: [UInt8])]

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
    conditions = try invocation.values(.condition).map { text throws(Failure) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Failure(
          Message(
            "'--where' takes NAME=VALUE, not \(quoted: text)",
            ko: "'--where' 값은 NAME=VALUE 형식입니다(\(quoted: text))"))
      }
      return (String(parts[0]), Array(parts[1].utf8))
    }
  }

  /// Columns to ask a list for so that conditions can be checked.
  var names: [String] { conditions.map(\.name).filter { Row.OwnCell($0) == nil } }

  /// Whether everybody is meant.
  var isEverybody: Bool { addresses.isEmpty && rows.isEmpty && conditions.isEmpty }

  /// Whether a person is meant; `names` are the parameters that the list was asked for.
  func accepts(_ row: Row, _ names: [String]) -> Bool {
    isNamed(row) && conditions.allSatisfy { matches($0, row, names) }
  }

  private func matches(
    _ condition: (name: String, value: [UInt8]), _ row: Row, _ names: [String]
  ) -> Bool {
    let own: ArraySlice<UInt8>? =
      switch Row.OwnCell(condition.name) {
      case .address: row.address
      case .name: row.name
      case nil: nil
      }
    let value = names.firstIndex(of: condition.name).flatMap { row.parameter($0) } ?? own ?? []
    return condition.value.isEmpty ? Blank.isBlank(value) : value.elementsEqual(condition.value)
  }

  private func isNamed(_ row: Row) -> Bool {
    if addresses.isEmpty && rows.isEmpty || rows.contains(where: { $0.contains(row.number) }) {
      return true
    }
    guard !addresses.isEmpty, let address = row.address else { return false }
    return addresses.contains(Array(String(decoding: address, as: UTF8.self).lowercased().utf8))
  }

  /// Makes sure that every name of a condition is one of the list or the template: a misspelled one
  /// would be a column that is empty for everybody.
  func checkNames(among known: some Collection<String>) throws(Failure) {
    for name in names where !known.contains(name) {
      let near = Suggestion.nearest(to: name, among: known)
      throw Failure(
        near.map {
          Message(
            "'--where': nothing in the list is called \(quoted: name); did you mean \(quoted: $0)?",
            ko: "'--where': 목록에 \(quoted: name)이(가) 없습니다. \(quoted: $0)을(를) 쓰려던 것인가요?")
        }
          ?? Message(
            "'--where': nothing in the list is called \(quoted: name); take a name from its header or from the template",
            ko: "'--where': 목록에 \(quoted: name)이(가) 없습니다. 머리글이나 템플릿에 있는 이름을 쓰세요"))
    }
  }

  /// What is to be said of rows that were asked for and that no list has; nil where there are none.
  ///
  /// - Throws: that this is all that was asked for.
  func message(missing: [ClosedRange<Int>]) throws(Failure) -> Message? {
    guard !missing.isEmpty else { return nil }
    let names = missing.map {
      $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ", ")
    let message = Message(
      "'--row': the list has nobody in row \(names)",
      ko: "'--row': 목록의 \(names)행에는 아무도 없습니다")
    if addresses.isEmpty, missing.count == rows.count { throw Failure(message) }
    return message
  }

  /// The failure of a choice that meets nobody.
  func foundNobody() throws(Failure) -> ExitStatus {
    throw Failure(
      Message(
        "nobody in the list matches --only, --row or --where; check addresses, numbers and values",
        ko: "--only, --row, --where에 맞는 사람이 목록에 없습니다. 주소, 행 번호, 값을 확인하세요"))
  }
}
