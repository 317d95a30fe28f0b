import Diagnostics
import Linting
import Recipients

/// Splits a list into rows that can be sent and rows that cannot: `--clean-rows` and `--bad-rows`.
struct RowSplit {
  private let list: ListSource
  private let wanted: WantedFields
  private let judge: RowJudge
  private let twins: Twins
  /// How many rows there are for each reason.
  private var reasons: [String: Int] = [:]
  private var cleanCount = 0
  private var badCount = 0

  /// Writes the files that an invocation asks for, and says what is in them.
  static func write(
    _ lists: [(job: Job, checked: Job.Checked)], _ invocation: Invocation, _ project: Project,
    _ console: inout Console
  ) throws(Failure) {
    guard invocation.has(.badRows) || invocation.has(.cleanRows) else { return }
    guard lists.count == 1, let (job, checked) = lists.first, let list = job.list else {
      throw Failure(
        Message(
          "'--bad-rows' and '--clean-rows' split one list for one template; name the template, and the list with -r",
          ko: "'--bad-rows'와 '--clean-rows'는 템플릿 하나의 목록 하나를 나눕니다. 템플릿과 목록(-r)을 지정하세요"))
    }
    let paths = [invocation.value(.badRows), invocation.value(.cleanRows)].compactMap {
      $0.map { Files.resolved(Paths.join(project.current, $0)) }
    }
    guard Set(paths).count == paths.count else {
      throw Failure(
        Message(
          "'--bad-rows' and '--clean-rows' name one file; name two",
          ko: "'--bad-rows'와 '--clean-rows'가 같은 파일입니다. 서로 다른 파일을 지정하세요"))
    }
    var split = RowSplit(
      list: list, wanted: job.wanted, judge: checked.judge,
      twins: try Twins(checked.repeatedAddresses, list, job.wanted))
    try split.write(invocation, in: project)
    console.note(split.summary(leftOut: checked.leftOut))
  }

  private init(list: ListSource, wanted: WantedFields, judge: RowJudge, twins: Twins) {
    self.list = list
    self.wanted = wanted
    self.judge = judge
    self.twins = twins
  }

  private mutating func write(
    _ invocation: Invocation, in project: Project
  ) throws(Failure) {
    let progress = Progress(invocation)
    var reader = try list.reader(wanted)
    let names = reader.header(wanted)
    var badRows = try invocation.value(.badRows).map { path throws(Failure) in
      try RowFile(path, project)
    }
    var cleanRows = try invocation.value(.cleanRows).map { path throws(Failure) in
      try RowFile(path, project)
    }
    try badRows?.add([Array("row".utf8), Array("problem".utf8)] + names, defuses: true)
    try cleanRows?.add(names)
    while let row = try list.next(&reader) {
      guard !list.exclusion.contains(row) else { continue }
      progress.note("\(list.shown) · \((cleanCount + badCount).grouped)")
      let objections = objections(to: row)
      if objections.isEmpty {
        cleanCount += 1
        try cleanRows?.add(row, of: reader, wanted)
      } else {
        badCount += 1
        for name in objections { reasons[name, default: 0] += 1 }
        let reason = Array(objections.joined(separator: ", ").utf8)
        try badRows?.add(
          [Array(String(row.number).utf8), reason] + reader.cells(of: row, wanted), defuses: true)
      }
    }
    try badRows?.finish()
    try cleanRows?.finish()
  }

  private func objections(to row: Row) -> [String] {
    let objections = judge.objections(to: row)
    return twins.isSpare(row) ? objections + ["duplicate-address"] : objections
  }

  private func summary(leftOut: Int) -> Message {
    let reasons = reasons.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var parts = reasons.map { "\($0.value.grouped) \($0.key)" }
    if leftOut > 0 { parts.append("\(leftOut.grouped) --exclude") }
    let why = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return Message(
      "\(cleanCount, "row is", "rows are") clean, \(badCount + leftOut) left out\(why)",
      ko: "문제없는 행 \(cleanCount)개, 제외된 행 \(badCount + leftOut)개\(why)")
  }
}
