import Diagnostics

/// The texts that `--help` prints, made from the tables of commands and options.
enum Help {
  /// What `tmpl` alone says: what it is, and the commands of a normal day.
  static func overview(_ language: Language) -> String {
    let day: [(String, Message)] = [
      (
        "tmpl lint",
        Message("check all templates against their sample people", ko: "모든 템플릿을 예시 수신자로 검사")
      ),
      (
        "tmpl preview",
        Message("write previews/index.html to look at", ko: "previews/index.html 미리보기 만들기")
      ),
      (
        "tmpl approve NAME -r LIST",
        Message("look at what a list would get, and say yes", ko: "목록에 보낼 내용을 확인하고 승인")
      ),
      ("tmpl send NAME -r LIST", Message("send what was approved, once", ko: "승인한 것을 한 번만 발송")),
    ]
    let more = Message("'tmpl --help' lists everything", ko: "'tmpl --help'에 모든 명령이 있습니다")
    return Command.overview.summary.text(language) + "\n"
      + table(day.map { ($0.0, $0.1.text(language)) }) + more.text(language) + "\n"
  }

  /// What `tmpl --help` says.
  private static func all(_ language: Language) -> String {
    overviewLine(language) + "\n"
      + heading(Message("Commands", ko: "명령"), language)
      + table(Command.all.map { ("\($0.name) \($0.operands)", $0.summary.text(language)) })
      + "\n" + heading(Message("Options of every command", ko: "공통 옵션"), language)
      + options(Option.everywhere, language) + "\n"
      + "TEMPLATE:\n"
      + Message(
        "  a name in templates/, a folder, '.', a single .html file, or a complete request (.json)",
        ko: "  templates/ 안의 이름, 폴더, '.', .html 파일 하나, 또는 완성된 요청(.json)"
      ).text(language) + "\n\n"
      + heading(Message("Exit status", ko: "종료 코드"), language)
      + Message(
        "  0 clean or done · 1 errors found, not approved, or different · 2 wrong use or unreadable input · 3 sending failed or unknown · 130 interrupted",
        ko:
          "  0 문제 없음 · 1 오류가 있거나 승인되지 않았거나 다름 · 2 잘못된 사용이나 읽을 수 없는 입력 · 3 발송 실패 또는 결과 모름 · 130 중단됨"
      ).text(language) + "\n"
  }

  /// What `tmpl COMMAND --help` says.
  static func text(of command: Command, _ language: Language) -> String {
    guard !command.name.isEmpty else { return all(language) }
    var text = command.call + (command.operands.isEmpty ? "" : " " + command.operands) + "\n\n"
    text += command.summary.text(language) + "\n\n"
    text += command.details.lines(language).map { "  \($0)\n" }.joined() + "\n"
    text += heading(Message("Options", ko: "옵션"), language)
    text += options(command.allOptions, language) + "\n"
    text += heading(Message("Examples", ko: "예"), language)
    return text + command.examples.map { "  \($0)\n" }.joined()
  }

  private static func overviewLine(_ language: Language) -> String {
    Message("usage: tmpl COMMAND [OPTIONS]", ko: "사용법: tmpl 명령 [옵션]").text(language) + "\n"
  }

  private static func heading(_ message: Message, _ language: Language) -> String {
    message.text(language) + ":\n"
  }

  private static func options(_ options: [Option], _ language: Language) -> String {
    table(options.filter { !$0.isHidden }.map { ($0.spelling, $0.summary.text(language)) })
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = min(36, rows.map { VisibleText.width($0.0) }.max() ?? 0)
    return rows.map { left, right in
      let gap = width - VisibleText.width(left)
      guard gap >= 0 else {
        return "  \(left)\n  " + String(repeating: " ", count: width) + "  \(right)\n"
      }
      return "  \(left)" + String(repeating: " ", count: gap + 2) + "\(right)\n"
    }.joined()
  }
}

extension Message {
  /// The sentences, which `|` sets apart, one a line.
  fileprivate func lines(_ language: Language) -> [String] {
    text(language).split(separator: "|").map { String($0.drop(while: \.isWhitespace)) }
  }
}
