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
  static let all: [Command] = [.lint, .preview, .params, .render, .payload, .rules]

  /// All options it takes.
  var allOptions: [Option] { options + Option.everywhere }
}
