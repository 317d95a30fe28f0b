import Diagnostics
import JSONSyntax

/// A manual of things with names, as `tmpl rules` and `tmpl filters` print it.
struct Manual<Entry: Sendable>: Sendable {
  /// Everything that it explains.
  let entries: [Entry]
  /// What an entry is called.
  let name: @Sendable (Entry) -> String
  /// The word for an entry, in Korean with its particle.
  let noun: (english: String, korean: String)
  /// The command that prints it.
  let command: String
  /// All entries in a format.
  let all: @Sendable (Language, String?) -> String
  /// One entry in a format.
  let one: @Sendable (Entry, Language, String?) -> String

  /// Prints the entry that the operand names, or all.
  func print(_ invocation: Invocation, _ console: inout Console) throws(Failure) -> ExitStatus {
    if let project = try? Project(invocation.environment) {
      console.language = invocation.language(project)
    }
    let format = invocation.value(named: "--format")
    guard let wanted = invocation.operands.first else {
      console.write(all(console.language, format))
      return .success
    }
    guard let entry = entries.first(where: { name($0) == wanted }) else { throw absent(wanted) }
    console.write(one(entry, console.language, format))
    return .success
  }

  private func absent(_ wanted: String) -> Failure {
    if let near = Suggestion.nearest(to: wanted, among: entries.map(name)) {
      return Failure(
        Message(
          "there is no \(noun.english) \(quoted: wanted); did you mean \(quoted: near)?",
          ko: "\(quoted: wanted) \(noun.korean) 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?"))
    }
    return Failure(
      Message(
        "there is no \(noun.english) \(quoted: wanted); 'tmpl \(command)' lists them",
        ko: "\(quoted: wanted) \(noun.korean) 없습니다. 'tmpl \(command)'에 목록이 있습니다"))
  }
}

extension JSONWriter {
  /// Writes a member that holds a sentence in both languages.
  mutating func pair(_ name: String, _ message: Message) {
    key(name)
    beginObject()
    key("en")
    string(message.text(.english))
    key("ko")
    string(message.text(.korean))
    endObject()
  }
}
