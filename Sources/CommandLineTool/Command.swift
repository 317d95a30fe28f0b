import Diagnostics

/// One command of the tool.
struct Command: Sendable {
  /// What one types.
  let name: String
  /// What stands behind the name.
  let operands: String
  /// The most operands it takes.
  let operandLimit: Int
  /// What it does, in a few words.
  let summary: Message
  /// What `--help` teaches beside that.
  let details: Message
  /// The options of its own.
  let options: [Option]
  /// Lines to type and try.
  let examples: [String]
  /// The work.
  let run: @Sendable (Invocation, inout Console) throws(Failure) -> ExitStatus

  /// Every command, in the order of a working day; a new one is one new file and one line here.
  static let all: [Command] = [
    .lint, .preview, .params, .render, .payload, .verify, .snapshot, .approve, .diff, .send,
    .status, .sandbox, .sanitize, .rules, .filters,
  ]

  /// `tmpl` alone: says what it is and what a normal day looks like.
  static let overview = Command(
    name: "", operands: "COMMAND [OPTIONS]", operandLimit: 0,
    summary: Message(
      "tmpl checks, previews, approves and sends e-mail templates with per-recipient placeholders",
      ko: "tmpl은 수신자별 치환 변수가 든 메일 템플릿을 검사하고, 미리 보여 주고, 승인받아 발송합니다"),
    details: Message("", ko: ""), options: [], examples: []
  ) { _, console throws(Failure) in
    console.write(Help.overview(console.language))
    return .success
  }

  /// What one types to call it.
  var call: String { name.isEmpty ? "tmpl" : "tmpl \(name)" }

  /// All options it takes.
  var allOptions: [Option] { options + Option.everywhere }
}
