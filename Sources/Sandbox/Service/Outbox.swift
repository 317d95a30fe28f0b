/// Every submission that was accepted, in the order of its time.
struct Outbox {
  /// A mail of a submission.
  struct Position {
    let submission: Submission
    let index: Int
  }

  private(set) var submissions: [Submission] = []
  private var nextNumber = 201

  /// Takes a submission.
  mutating func add(_ content: Submission.Content, isSENS: Bool, time: Int) -> Submission {
    let submission = Submission(number: nextNumber, isSENS: isSENS, time: time, content: content)
    submissions.append(submission)
    nextNumber += submission.mailCount + 1
    return submission
  }

  /// The submission of an id.
  func submission(_ id: String, isSENS: Bool) -> Submission? {
    holder(of: id).flatMap { $0.id == id && $0.isSENS == isSENS ? $0 : nil }
  }

  /// The mail of an id.
  func mail(_ id: String) -> Position? {
    guard let submission = holder(of: id) else { return nil }
    let index = Self.number(id) - submission.number - 1
    guard index >= 0, index < submission.mailCount, submission.mailID(index) == id else {
      return nil
    }
    return Position(submission: submission, index: index)
  }

  /// The submission in whose run of numbers an id lies, found by halving.
  private func holder(of id: String) -> Submission? {
    let number = Self.number(id)
    var low = 0
    var high = submissions.count
    while low < high {
      let middle = (low + high) / 2
      if submissions[middle].number <= number { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? submissions[low - 1] : nil
  }

  private static func number(_ id: String) -> Int { Int(id.suffix(12)) ?? -1 }
}
