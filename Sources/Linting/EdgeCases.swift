public import Composing
public import Diagnostics
public import Recipients

/// Finds the people of a list whose values lie at an edge, in one pass that keeps a row an edge,
/// and as many of the longest mails as people are wanted.
public struct EdgeCases: Sendable {
  /// Someone who was found, with all that they were found for.
  public struct Found: Sendable {
    /// Their row.
    public let row: Row
    /// What makes their mail worth a look.
    public internal(set) var reasons: [Message]
  }

  private let parameters: [(name: String, uses: Int, own: Row.OwnCell?)]
  private let count: Int
  private var best: [Edge: (score: Int, row: Row)] = [:]
  /// The longest mails, the longest first; of equals those before.
  private var longest: [(length: Int, row: Row)] = []

  /// Prepares to look at people of a template, and to find so many.
  public init(_ draft: Draft, atMost count: Int) {
    self.count = count
    parameters = draft.plan.parameters.map { parameter in
      let uses = parameter.slots.reduce(0) { $0 + draft.plan.slots[$1].uses.count }
      return (parameter.name, uses, Row.OwnCell(parameter.name))
    }
  }

  /// Looks at one more person; of equals the first stays.
  public mutating func visit(_ row: Row) {
    guard row.problem == nil else { return }
    var total = ValueShape()
    var length = 0
    for (index, parameter) in parameters.enumerated() {
      let shape = row.withCells { cells in
        ValueShape(cells[index] ?? parameter.own.flatMap { cells[$0] })
      }
      note(.widest(index), shape.width, row)
      total.add(shape)
      length += shape.width * parameter.uses
    }
    note(.longestMail, length, row)
    noteLong(length, row)
    note(.longestWord, total.longestWord, row)
    note(.mostEmpty, total.empty, row)
    note(.rightToLeft, total.rightToLeft, row)
    note(.emoji, total.emoji, row)
    note(.combining, total.combining, row)
    note(.mostDigits, total.digits, row)
    // Nobody has so much that this is not positive.
    note(.shortestMail, Int.max - length, row)
  }

  private mutating func note(_ edge: Edge, _ score: Int, _ row: Row) {
    guard score > 0, score > best[edge]?.score ?? 0 else { return }
    best[edge] = (score, row)
  }

  private mutating func noteLong(_ length: Int, _ row: Row) {
    if longest.count >= count {
      guard let last = longest.last, length > last.length else { return }
      longest.removeLast()
    }
    var low = 0
    var high = longest.count
    while low < high {
      let middle = (low + high) / 2
      if longest[middle].length >= length { low = middle + 1 } else { high = middle }
    }
    longest.insert((length, row), at: low)
  }

  /// The people found, each once, those at the more telling edges first; further edges of somebody
  /// who is there already are added to the reasons.
  ///
  /// Where one person is at several edges, the next longest mails make up the number: there are
  /// fewer only where the list has no more.
  public func found() -> [Found] {
    var found: [Found] = []
    var places: [Int: Int] = [:]
    for edge in Edge.all(parameters: parameters.count) {
      guard let row = best[edge]?.row else { continue }
      let reason = edge.reason { parameters[$0].name }
      if let place = places[row.number] {
        found[place].reasons.append(reason)
      } else if found.count < count {
        places[row.number] = found.count
        found.append(Found(row: row, reasons: [reason]))
      }
    }
    for (_, row) in longest where found.count < count && places[row.number] == nil {
      found.append(
        Found(row: row, reasons: [Message("one of the longest mails", ko: "긴 메일 중 하나")]))
    }
    return found
  }
}

/// A way in which somebody's values can be extreme.
private enum Edge: Hashable {
  case longestMail, longestWord, mostEmpty, rightToLeft, emoji, combining, mostDigits, shortestMail
  case widest(Int)

  static func all(parameters: Int) -> [Edge] {
    [.longestMail, .longestWord] + (0..<parameters).map(Edge.widest)
      + [.mostEmpty, .rightToLeft, .emoji, .combining, .mostDigits, .shortestMail]
  }

  func reason(_ name: (Int) -> String) -> Message {
    switch self {
    case .longestMail: Message("longest mail", ko: "가장 긴 메일")
    case .longestWord: Message("longest unbroken word", ko: "가장 긴 한 단어")
    case .mostEmpty: Message("most empty values", ko: "빈 값이 가장 많음")
    case .rightToLeft: Message("right-to-left text", ko: "오른쪽에서 왼쪽으로 쓰는 글")
    case .emoji: Message("emoji sequences", ko: "이모지 조합")
    case .combining: Message("combining marks", ko: "결합 문자")
    case .mostDigits: Message("most digits", ko: "숫자가 가장 많음")
    case .shortestMail: Message("shortest mail", ko: "가장 짧은 메일")
    case .widest(let parameter):
      Message("widest \(name(parameter))", ko: "가장 넓은 \(name(parameter))")
    }
  }
}
