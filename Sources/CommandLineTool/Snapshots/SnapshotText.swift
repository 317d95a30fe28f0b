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
    let head = "\(who)\(others): \(say(change.kind.words))\n"
    guard case .changed(let title, let body) = change.kind else { return head }
    return head
      + ChangeText(language: language, isColored: isColored).text(title: title, body: body)
  }

  private func say(_ message: Message) -> String { message.text(language) }
}
