import Diagnostics

/// Who says yes.
enum Approver {
  /// The name that `--by` gives, or the address that git signs commits with.
  static func name(_ invocation: Invocation, _ project: Project) throws(Failure) -> String {
    if let name = invocation.value(.by)?.trimmingWhiteSpace, !name.isEmpty { return name }
    let output = Git.output(["config", "user.email"], in: project.root) ?? []
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    if let name = lines.first { return String(name) }
    throw Failure(
      Message(
        "who approves? give --by, or set user.email of git",
        ko: "누가 승인하나요? --by를 쓰거나 git의 user.email을 설정하세요"))
  }
}

extension String {
  /// The text without white space around it, which would make two people of one.
  fileprivate var trimmingWhiteSpace: String {
    let start = drop { $0.isWhitespace }
    return String(
      start[
        ..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)
      ])
  }
}
