import Diagnostics

/// Lines that changed in a mail, for people.
struct ChangeText {
  let language: Language
  let isColored: Bool

  /// The title's change, then the body's with their lines.
  func text(title: [LineChange], body: [LineChange]) -> String {
    let heading = Message("title", ko: "제목").text(language)
    return title.map { "  \(heading)\n\(lines($0))" }.joined()
      + body.map { "  \(place($0))\n\(lines($0))" }.joined()
  }

  private func place(_ change: LineChange) -> String {
    Message("line \(change.number)", ko: "\(change.number)행").text(language)
  }

  private func lines(_ change: LineChange) -> String {
    change.excerpt.map { "    \(colored($0))\n" }.joined()
  }

  private func colored(_ line: String) -> String {
    guard isColored else { return line }
    return "\u{1B}[\(line.hasPrefix("-") ? 31 : 32)m\(line)\u{1B}[0m"
  }
}
