import Composing
import Diagnostics
import Templating

extension Rule {
  /// Columns that change places within a list.
  static let swappedColumns = Rule(
    "swapped-columns", .warning, .value,
    summary: Message(
      "a column whose values are of another kind from some row on, or those of another column",
      ko: "어느 행부터 값의 종류가 바뀌거나 다른 열의 값이 들어 있는 열"),
    rationale: Message(
      "lists pasted together often have their columns in another order: people get each other's kind of data",
      ko: "여러 목록을 이어 붙이면 열 순서가 달라 엉뚱한 값이 들어가기 쉽습니다"),
    instead: Message(
      "compare the rows before and after, and put the columns in order", ko: "앞뒤 행을 비교하여 열 순서를 맞추세요"
    ),
    sources: [.ownJudgment],
    examples: [
      .flagged(
        "<p>‹$<GRADE>› $<POINTS></p>",
        people: "address,GRADE,POINTS\n"
          + (1...20).map { "a\($0)@shop.kr,Gold,\($0)\n" }.joined()
          + (1...20).map { "b\($0)@shop.kr,\($0),Gold\n" }.joined(), rows: [22]),
      .flagged(
        "<p>$<CODE> ‹$<DUE>›</p>",
        people: "address,CODE,DUE\n"
          + (1...20).map { "a\($0)@shop.kr,C\($0),2026-03-01\n" }.joined()
          + (1...20).map { "b\($0)@shop.kr,C\($0),soon\n" }.joined(), rows: [22]),
      .flagged(
        "<p>$<FIRST> ‹$<GRADE>›</p>",
        people: "address,FIRST,GRADE\n"
          + (1...40).map { "a\($0)@shop.kr,\(name($0)),\($0 % 2 == 0 ? "골드" : "실버")\n" }.joined()
          + (1...20).map { "b\($0)@shop.kr,\($0 % 2 == 0 ? "골드" : "실버"),\(name($0))\n" }.joined(),
        rows: [42]),
      .quiet(
        "<p>$<GRADE></p>",
        people: "address,GRADE\n" + (1...20).map { "a\($0)@shop.kr,Gold\n" }.joined()
          + (1...19).map { "b\($0)@shop.kr,\($0)\n" }.joined()),
      .quiet(
        "<p>$<ITEM></p>",
        people: "address,ITEM\n" + (1...30).map { "a\($0)@shop.kr,Lamp\n" }.joined()
          + (1...30).map { "b\($0)@shop.kr,X\($0)\n" }.joined()),
      .quiet(
        "<p>$<FIRST></p>",
        people: "address,FIRST\n" + (1...30).map { "a\($0)@shop.kr,김민수\n" }.joined()
          + (1...30).map { "b\($0)@shop.kr,Zoe\n" }.joined()),
    ],
    check: .list { context, report in
      guard let people = context.people else { return }
      let changes = people.survey.changes
      guard let first = changes.min(by: { $0.row < $1.row }) else { return }
      let name = context.draft.plan.parameters[first.column].name
      let other = first.other.map { context.draft.plan.parameters[$0].name }
      report(
        Problem(
          other.map {
            Message(
              "from row \(first.row) on \(quoted: name) holds what \(quoted: $0) held before",
              ko: "\(first.row)행부터 \(quoted: name)에 그 앞까지 \(quoted: $0)에 있던 값이 들어 있습니다")
          } ?? first.kinds.map(context.message(name, first.row))
            ?? Message("values of \(quoted: name) change", ko: "\(quoted: name) 값이 바뀝니다"),
          at: context.draft.location(ofParameter: first.column), parameter: name,
          rows: [first.row]))
    })

  /// Two syllables, other ones for each number.
  private static func name(_ number: Int) -> String {
    ["민", "서", "하", "지", "도", "은", "준"][number % 7] + ["수", "연", "늘", "우", "윤"][number % 5]
  }
}

extension ListContext {
  fileprivate func message(_ name: String, _ row: Int) -> (KindChange.Found) -> Message {
    { kinds in
      let to = ParticlePair.direction.attached(to: kinds.to.title.text(.korean))
      return Message(
        "from row \(row) on \(quoted: name) holds \(kinds.to.title.english), before that \(kinds.from.title.english)",
        ko:
          "\(quoted: name) 값이 \(row)행부터 \(kinds.from.title.korean)에서 \(to) 바뀝니다"
      )
    }
  }
}
