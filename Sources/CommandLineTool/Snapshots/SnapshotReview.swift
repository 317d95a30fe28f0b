import Approving
import Diagnostics

/// Shows changes one by one and asks what to do with each.
struct SnapshotReview {
  let text: SnapshotText
  let environment: Environment

  private enum Answer: Character {
    case accept = "a"
    case reject = "r"
    case skip = "s"
    case quit = "q"
    case help = "?"
  }

  /// Goes through all changes.
  ///
  /// - Returns: whether any is still open.
  func run(_ jobs: [SnapshotJob], _ console: inout Console) throws(Failure) -> Bool {
    let changes = jobs.flatMap { job in job.changes.map { (job, $0) } }
    guard !changes.isEmpty else {
      console.write(
        Message("nothing to review", ko: "확인할 것이 없습니다").text(console.language) + "\n")
      return false
    }
    guard environment.isInputTerminal, environment.isOutputTerminal else {
      for (job, change) in changes {
        console.write(text.text(change, of: job.template))
        let names = change.keys.map { ShellWord.quoted("\(job.template)/\($0)") }
          .joined(separator: " ")
        console.write("tmpl snapshot accept \(names)\ntmpl snapshot reject \(names)\n\n")
      }
      return true
    }
    var rest: Answer?
    var isOpen = false
    for (number, (job, change)) in changes.enumerated() {
      if rest == nil {
        console.write("[\(number + 1)/\(changes.count)] \(text.text(change, of: job.template))")
      }
      let answer: Answer
      if let rest { answer = rest } else { answer = try ask(&rest, &console) }
      switch answer {
      case .accept:
        let keys = Set(change.keys)
        try job.store.accept(job.comparison.open.filter { keys.contains($0.key) })
      case .reject: try job.store.dropPending(change.keys)
      case .skip: isOpen = true
      case .quit, .help: return true
      }
    }
    return isOpen
  }

  private static let help = Message(
    "  a accept: today's mails are the approved ones from now on| r reject: the pending files are taken away, the change stays to be looked at| s skip: decide later| q quit: leave this one and all that follow as they are| A, R, S: the same for all that follow",
    ko:
      "  a 승인: 지금의 메일을 승인된 것으로 삼습니다| r 거절: 대기 파일을 지웁니다. 바뀐 것은 다시 확인해야 합니다| s 건너뛰기: 나중에 정합니다| q 그만두기: 이것과 나머지를 그대로 둡니다| A, R, S: 나머지 전부에 같은 답"
  )

  /// Asks until there is an answer; a capital letter answers for all that follow.
  private func ask(_ rest: inout Answer?, _ console: inout Console) throws(Failure) -> Answer {
    let question = Message(
      "a accept · r reject · s skip · q quit · ? help: ",
      ko: "a 승인 · r 거절 · s 건너뛰기 · q 그만두기 · ? 도움말: ")
    while true {
      guard let line = console.ask(question) else { throw Failure.interrupted }
      guard let letter = line.first, line.count == 1,
        let answer = letter.lowercased().first.flatMap(Answer.init)
      else { continue }
      guard answer != .help else {
        let lines = Self.help.text(console.language).split(separator: "|")
        console.write(lines.joined(separator: "\n ") + "\n")
        continue
      }
      if letter.isUppercase { rest = answer }
      return answer
    }
  }
}
