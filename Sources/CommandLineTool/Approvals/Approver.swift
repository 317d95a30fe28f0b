import Diagnostics
import Templating

/// Who says yes.
enum Approver {
  /// The name that `--by` gives, or the address that git signs commits with.
  static func name(_ invocation: Invocation, _ project: Project) throws(Failure) -> String {
    // What cannot be seen around a name would make two people of one.
    let given = InvisibleText.trimmed(Array((invocation.value(.by) ?? "").utf8)[...])
    if !given.isEmpty { return String(decoding: given, as: UTF8.self) }
    let output = Git.output(["config", "user.email"], in: project.root) ?? []
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    if let name = lines.first { return String(name) }
    throw Failure(
      Message(
        "who approves? give --by, or set user.email of git",
        ko: "누가 승인하나요? --by를 쓰거나 git의 user.email을 설정하세요"))
  }
}
