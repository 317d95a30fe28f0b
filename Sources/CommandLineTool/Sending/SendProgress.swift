import Diagnostics
import Publishing

/// What a send has come to, by the ledger.
struct SendProgress {
  /// Requests that the service has.
  let sent: [LedgerHistory.Submission]
  /// Requests of which nobody knows.
  let open: [LedgerHistory.Submission]
  /// Requests that were refused at last, and not sent since.
  let refused: [LedgerHistory.Submission]
  /// The batches that must not be sent again.
  let done: Set<Int>
  /// How many people the send is for.
  let people: Int

  init(_ send: LedgerEntry.Send, in history: LedgerHistory) {
    let submissions = history.submissions(of: send)
    sent = submissions.filter(\.isSent)
    open = submissions.filter(\.isOpen)
    people = send.people
    let done = Set(submissions.filter(\.mayBeSent).map(\.intent.batch))
    self.done = done
    var last: [Int: LedgerHistory.Submission] = [:]
    for submission in submissions where !done.contains(submission.intent.batch) {
      last[submission.intent.batch] = submission
    }
    refused = last.values.sorted { $0.intent.number < $1.intent.number }
  }

  /// How many people the service has taken mails for.
  var sentPeople: Int { sent.reduce(0) { $0 + $1.intent.recipients } }
  /// How many people nobody knows of.
  var openPeople: Int { open.reduce(0) { $0 + $1.intent.recipients } }
  /// How many people are left.
  var remainingPeople: Int { max(0, people - sentPeople - openPeople) }
  /// How many people the service has left out of requests it took.
  var shortfall: Int { sent.reduce(0) { $0 + $1.shortfall } }
}
