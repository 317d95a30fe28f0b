import Composing
import Diagnostics
import Publishing

extension SendPlan {
  /// Reads the list once and cuts it into batches, of which only digests are kept.
  init(_ dispatch: Dispatch, _ limits: Batching.Limits, _ mails: MailSource) throws(Failure) {
    self.init()
    var batcher = Batcher(dispatch, limits: limits)
    try mails.forEach { mail throws(Failure) in
      if let batch = batcher.add(mail) { add(batch) }
      guard !Interruption.isPending else { throw Failure.interrupted }
      return true
    }
    if let batch = batcher.finish() { add(batch) }
    if case .test = dispatch.kind { return }
    guard batcher.listDigest() == dispatch.list else {
      throw Failure(
        Message(
          "the list changed while it was read; nothing was sent, run again",
          ko: "읽는 동안 목록이 바뀌었습니다. 아무것도 보내지 않았으니 다시 실행하세요"), .findings)
    }
  }
}
