import Diagnostics
import Hashing
import Mailing
import Publishing

/// What keeps a send from going out a second time, as far as the ledger can tell.
extension CampaignRun {
  /// The same is not sent to the same list again.
  func refuseRepetition(
    _ content: String, _ list: String, _ history: LedgerHistory
  ) throws(Failure) {
    guard options.reason == nil else { return }
    for send in history.sends
    where send.purpose == .list && send.content == content && send.list == list {
      let progress = SendProgress(send, in: history)
      guard progress.sentPeople + progress.openPeople > 0 else { continue }
      let time = Reservation(milliseconds: send.time).words
      throw Failure(
        progress.remainingPeople + progress.openPeople > 0
          ? Message(
            "a send of this to this list was begun on \(time.english) and is not complete; go on with --resume",
            ko: "같은 내용을 같은 목록에 \(time.korean)에 보내기 시작했고 아직 끝나지 않았습니다. --resume으로 이어 가세요")
          : Message(
            "this was sent to this list on \(time.english), to \(progress.sentPeople, "person", "people"); --again REASON sends it once more",
            ko:
              "같은 내용을 같은 목록 \(progress.sentPeople)명에게 \(time.korean)에 보냈습니다. 다시 보내려면 --again 이유를 쓰세요"
          ),
        .findings)
    }
  }

  /// Another list may hold the same people, and a ledger has no addresses to tell.
  func refuseOtherList(
    _ content: String, _ list: String, _ history: LedgerHistory
  ) throws(Failure) {
    guard options.reason == nil, !isRehearsal else { return }
    for send in history.sends
    where send.purpose == .list && send.content == content && send.list != list {
      let progress = SendProgress(send, in: history)
      let people = progress.sentPeople + progress.openPeople
      guard people > 0 else { continue }
      let time = Reservation(milliseconds: send.time).words
      throw Failure(
        Message(
          "this was sent to \(people, "person", "people") of another list on \(time.english); if none of them is in this one, as after --write-remaining, --again REASON sends it; or approve it with --any-list",
          ko:
            "같은 내용을 다른 목록의 \(people)명에게 \(time.korean)에 보냈습니다. --write-remaining으로 만든 목록처럼 겹치는 사람이 없으면 --again 이유를 써서 보내거나 --any-list로 승인하세요"
        ), .findings)
    }
  }

  /// The same people, in a list that differs elsewhere, are not sent the same again.
  func refuseKnown(
    _ entries: [SendPlan.Entry], _ subject: Subject, _ history: LedgerHistory
  ) throws(Failure) {
    let content = subject.dispatch.content.hex
    let sends = Set(
      history.sends.filter { $0.purpose == .list && $0.content == content }.map(\.number))
    let digests = Set(entries.map(\.digest))
    let hit = history.submissions.first { submission in
      sends.contains(submission.intent.send) && digests.contains(submission.intent.digest)
        && submission.mayBeSent
    }
    guard let hit, !options.resumes else { return }
    let rows = hit.intent.rows
    throw Failure(
      Message(
        "the people of rows \(String(rows.lowerBound)) to \(String(rows.upperBound)) were sent this before, with another list; leave them out with --exclude, or --again REASON",
        ko:
          "\(String(rows.lowerBound))~\(String(rows.upperBound))행의 사람들에게는 다른 목록으로 이미 같은 내용을 보냈습니다. --exclude로 빼거나 --again 이유를 쓰세요"
      ), .findings)
  }
}
