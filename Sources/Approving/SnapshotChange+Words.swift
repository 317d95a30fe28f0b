public import Diagnostics

extension SnapshotChange.Kind {
  /// What is true of the snapshots, in a few words.
  public var words: Message {
    switch self {
    case .new: Message("new", ko: "새로 생김")
    case .changed: Message("changed", ko: "바뀜")
    case .orphaned: Message("no such person any more", ko: "더 이상 없는 사람")
    case .damaged:
      Message("the approved file is gone or was changed by hand", ko: "승인된 파일이 없거나 손으로 바뀜")
    }
  }
}
