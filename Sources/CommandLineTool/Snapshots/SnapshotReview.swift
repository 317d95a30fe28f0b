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
      }
    }
    return isOpen
  }

  /// Asks until there is an answer; a capital letter answers for all that follow.
  private func ask(_ rest: inout Answer?, _ console: inout Console) throws(Failure) -> Answer {
    let question = Message(
      "a accept · r reject · s skip · capitals for all that follow: ",
      ko: "a 승인 · r 거절 · s 건너뛰기 · 대문자는 나머지 전부: ")
    while true {
      guard let line = console.ask(question) else { throw Failure.interrupted }
      guard let letter = line.first, line.count == 1,
        let answer = letter.lowercased().first.flatMap(Answer.init)
      else { continue }
      if letter.isUppercase { rest = answer }
      return answer
    }
  }
}
