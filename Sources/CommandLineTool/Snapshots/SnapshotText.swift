import Approving
import Diagnostics

/// What has to be decided about snapshots, in lines for people.
struct SnapshotText {
  let language: Language
  let isColored: Bool

  /// One change: whom it concerns, and which lines differ.
  func text(_ change: SnapshotChange, of template: String) -> String {
    let count = change.keys.count
    let who = VisibleText.escaping("\(template)/\(change.keys.first ?? "")")
    let others =
      count == 1
      ? "" : say(Message(" and \(count - 1) more", ko: " 외 \(count - 1)명"))
    let head = "\(who)\(others): \(say(word(change.kind)))\n"
    guard case .changed(let title, let body) = change.kind else { return head }
    return head
      + ChangeText(language: language, isColored: isColored).text(title: title, body: body)
  }

  private func word(_ kind: SnapshotChange.Kind) -> Message {
    switch kind {
    case .new: Message("new", ko: "새로 생김")
    case .changed: Message("changed", ko: "바뀜")
    case .orphaned: Message("no such person any more", ko: "더 이상 없는 사람")
    case .damaged:
      Message("the approved file is gone or was changed by hand", ko: "승인된 파일이 없거나 손으로 바뀜")
    }
  }

  private func say(_ message: Message) -> String { message.text(language) }
}
