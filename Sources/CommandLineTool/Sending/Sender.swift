import Composing
import Diagnostics
import Mailing
import Publishing

/// Sends the mails of a dispatch: plans the batches, looks for what was sent before, and lets them
/// leave one after the other.
struct Sender {
  private(set) var dispatch: Dispatch
  let gateway: Gateway
  let surroundings: Surroundings
  let limits: Batching.Limits
  let mails: MailSource
  let invocation: Invocation

  /// How a run of batches ended.
  enum Ending {
    /// All that was to leave has left.
    case finished
    /// A request was refused, or nobody knows what became of it.
    case stopped
    /// Somebody asked to stop.
    case interrupted
  }

  /// What came of one batch.
  private enum Step {
    /// All is well.
    case done
    /// It failed, but the next one need not.
    case failed
    /// It failed, and so would the others.
    case broken
  }

  /// Which batches there are.
  func plan() throws(Failure) -> SendPlan { try SendPlan(dispatch, limits, mails) }

  /// Asks the service, without whose answer nothing is sent.
  private func lookingUp<Value>(
    _ work: () throws(LookupError) -> Value
  ) throws(Failure) -> Value {
    do throws(LookupError) {
      return try work()
    } catch {
      let words = error.words(at: surroundings.now())
      throw Failure(
        Message(
          "what the service was sent before cannot be looked up, so nothing is sent: \(words.english)",
          ko: "서비스에 앞서 보낸 것을 조회할 수 없어 보내지 않습니다. \(words.korean)"), .delivery)
    }
  }

  /// Writes down what the service's list shows of requests of which nobody knows what became.
  func reconcile(
    _ send: LedgerEntry.Send, _ plan: SendPlan, _ ledger: inout Ledger<LedgerFile>
  ) throws(Failure) {
    let history = ledger.history
    let found = try lookingUp { () throws(LookupError) in
      try Reconciliation.found(
        of: send, in: history, plan, dispatch, through: gateway, surroundings)
    }
    for (number, id) in found {
      try Failure.passing { () throws(PublishingError) in
        try ledger.settle(
          number, .resolved(isSent: true, requestID: id), time: surroundings.now())
      }
    }
  }

  /// Brings attachments to the service, of which requests name the ids.
  mutating func upload() throws(Failure) {
    let attachments = dispatch.head.attachments
    guard !attachments.isEmpty else { return }
    do throws(LookupError) {
      dispatch = dispatch.attaching(
        try Upload.ids(of: attachments, through: gateway, surroundings))
    } catch {
      let words = error.words(at: surroundings.now())
      throw Failure(
        Message(
          "the attachments could not be brought to the service, so nothing is sent: \(words.english)",
          ko: "첨부 파일을 서비스에 올리지 못해 보내지 않습니다. \(words.korean)"), .delivery)
    }
  }

  /// Refuses what the service was sent within two days, whatever this ledger knows.
  func refuseDuplicates(
    of entries: [SendPlan.Entry], _ plan: SendPlan, _ send: LedgerEntry.Send?,
    _ history: LedgerHistory
  ) throws(Failure) {
    let now = surroundings.now()
    let list = try lookingUp { () throws(LookupError) in
      try RequestList(
        gateway, now - Duplicates.window...now + Duplicates.tolerance,
        sender: dispatch.senderAddress, surroundings)
    }
    let known = Set(history.submissions.compactMap(\.requestID))
    let duplicates = Duplicates(of: dispatch, in: list, except: known)
    let own = send.map { duplicates.ids(of: history.submissions(of: $0), plan) } ?? []
    let hits = duplicates.hits(entries).filter { !own.contains($0.id) }
    guard !hits.isEmpty else { return }
    let ids = hits.prefix(5).map(\.id).joined(separator: ", ")
    throw Failure(
      Message(
        "the service has taken the like within two days, which this ledger does not know: the same title and sender: \(ids); look at it in the console; --again REASON sends nevertheless",
        ko:
          "이 장부에 없는 비슷한 요청을 서비스가 이틀 안에 받았습니다. 제목과 발신 주소가 같습니다: \(ids). 콘솔에서 확인하세요. 그래도 보내려면 --again 이유를 쓰세요"
      ), .findings)
  }

  /// Sends all batches that were not sent before.
  ///
  /// - Parameters:
  ///   - publisher: what sends and writes down.
  ///   - plan: the batches.
  ///   - first: after how many people to stop; nil for nobody.
  ///   - keepsGoing: whether to go on behind a request that failed alone.
  ///   - console: where failures are said.
  /// - Returns: how it ended.
  /// - Throws: a failure of the list.
  func run(
    _ publisher: inout Publisher<LedgerFile>, _ plan: SendPlan, until first: Int?,
    keepsGoing: Bool, _ console: inout Console
  ) throws(Failure) -> Ending {
    var batcher = Batcher(dispatch, limits: limits)
    var ending = Ending.finished
    var passed = 0
    let progress = Progress(invocation, isSteady: false)
    func goOn(behind batch: NumberedBatch) -> Bool {
      guard !Interruption.isPending else {
        ending = .interrupted
        return false
      }
      progress.note(
        "\(batch.number.grouped) / \(plan.entries.count.grouped) · \(passed.grouped)")
      let step = deliver(batch, &publisher, &console)
      if step != .done { ending = .stopped }
      passed += batch.batch.recipients
      let goesOn = step == .done || step == .failed && keepsGoing
      return goesOn && passed != first
    }
    var isOver = false
    try mails.forEach { mail throws(Failure) in
      if let batch = batcher.add(mail) { isOver = !goOn(behind: batch) }
      return !isOver
    }
    if !isOver, let batch = batcher.finish() { _ = goOn(behind: batch) }
    return Interruption.isPending ? .interrupted : ending
  }

  /// Sends one batch and says what went wrong.
  private func deliver(
    _ batch: NumberedBatch, _ publisher: inout Publisher<LedgerFile>, _ console: inout Console
  ) -> Step {
    let delivery: Publisher<LedgerFile>.Delivery
    do throws(PublishingError) {
      delivery = try publisher.deliver(batch)
    } catch {
      console.fail(error.message)
      return .broken
    }
    guard case .outcome(let outcome) = delivery else { return .done }
    let rows = batch.batch.rows
    let (reason, isLocal): (Message, Bool)
    switch outcome {
    case .accepted: return .done
    case .refused(let refusal):
      reason = refusal.words(at: surroundings.now())
      isLocal = refusal.concernsRequestAlone
    case .unknown(let doubt): (reason, isLocal) = (doubt.words, true)
    }
    console.fail(
      Message(
        "rows \(rows.lowerBound) to \(rows.upperBound): \(reason.english)",
        ko: "\(rows.lowerBound)~\(rows.upperBound)행: \(reason.korean)"))
    return isLocal ? .failed : .broken
  }
}

extension Outcome.Refusal {
  /// Whether another request may fare better: neither keys nor network nor limits are to blame.
  fileprivate var concernsRequestAlone: Bool {
    guard remedy == .change, let status else { return false }
    return [400, 411, 413, 414, 422, 431].contains(status)
  }
}

extension LookupError {
  /// Why something cannot be looked up.
  func words(at now: Int) -> Message {
    switch outcome {
    case .refused(let refusal): return refusal.words(at: now)
    case .unknown(let doubt):
      guard let status = doubt.status else {
        return Message(
          "there was no answer (\(quoted: doubt.error.message ?? "")); try again later",
          ko: "응답이 없습니다(\(quoted: doubt.error.message ?? "")). 나중에 다시 시도하세요")
      }
      return Message(
        "the service's answer \(status) makes no sense", ko: "서비스 응답(\(status))을 이해할 수 없습니다")
    case .accepted: return Message("an answer to another question", ko: "다른 질문의 답")
    }
  }
}
