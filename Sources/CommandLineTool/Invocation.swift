import Diagnostics
import Mailing

/// What was typed, taken apart along the table of options.
struct Invocation {
  /// The command.
  let command: Command
  /// What stands between the options.
  private(set) var operands: [String] = []
  /// The surroundings of the run.
  let environment: Environment
  private var values: [String: [String]] = [:]

  /// Takes arguments apart.
  init(
    _ command: Command, _ arguments: ArraySlice<String>, _ environment: Environment
  ) throws(Failure) {
    self.command = command
    self.environment = environment
    var rest = arguments
    var isLiteral = false
    while let argument = rest.popFirst() {
      if isLiteral || argument == "-" || !argument.hasPrefix("-") {
        operands.append(argument)
      } else if argument == "--" {
        isLiteral = true
      } else {
        try take(argument, &rest)
      }
    }
    guard values(.list).count < 2 else {
      throw Failure(
        Message(
          "'-r' is given twice; a run takes one list", ko: "'-r'이 두 번 있습니다. 목록은 하나만 쓸 수 있습니다"))
    }
    guard operands.count <= command.operandLimit else {
      throw Failure(
        Message(
          "'\(command.call)' does not take \(quoted: operands[command.operandLimit]); see '\(command.call) --help'",
          ko:
            "'\(command.call)'에는 \(quoted: operands[command.operandLimit])을(를) 쓸 수 없습니다. '\(command.call) --help'를 보세요"
        ))
    }
  }

  private mutating func take(
    _ argument: String, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.allOptions.first(where: { $0.name == name || $0.short == name })
    else { throw unknown(name) }
    guard option.value != nil else {
      guard parts.count == 1 else {
        throw Failure(
          Message("\(quoted: name) takes no value", ko: "\(quoted: name)에는 값을 쓰지 않습니다"))
      }
      values[option.name, default: []].append("")
      return
    }
    guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
      throw Failure(
        Message(
          "\(quoted: name) needs a value: \(option.spelling)",
          ko: "\(quoted: name)에는 값이 필요합니다: \(option.spelling)"))
    }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      let choices = option.choices.joined(separator: ", ")
      throw Failure(
        Message(
          "\(quoted: name) takes one of \(choices), not \(quoted: value)",
          ko: "\(quoted: name) 값은 \(choices) 중 하나입니다(\(quoted: value))"))
    }
    values[option.name, default: []].append(value)
  }

  private func unknown(_ name: String) -> Failure {
    let near = Suggestion.nearest(to: name, among: command.allOptions.map(\.name))
    guard let near else {
      return Failure(
        Message(
          "unknown option \(quoted: name); see '\(command.call) --help'",
          ko: "알 수 없는 옵션 \(quoted: name). '\(command.call) --help'를 보세요"))
    }
    return Failure(
      Message(
        "unknown option \(quoted: name); did you mean \(quoted: near)?",
        ko: "알 수 없는 옵션 \(quoted: name). \(quoted: near)을(를) 쓰려던 것인가요?"))
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value given last.
  func value(_ option: Option) -> String? { values[option.name]?.last }

  /// All values given.
  func values(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option by its name, for those that every command has.
  func value(named name: String) -> String? { values[name]?.last }

  /// A whole number given with an option.
  func number(
    _ option: Option, orElse fallback: Int, from least: Int = 0
  ) throws(Failure) -> Int {
    guard let text = value(option) else { return fallback }
    guard let number = Int(text), number >= least else {
      throw Failure(
        Message(
          "\(quoted: option.name) takes a whole number from \(least), not \(quoted: text)",
          ko: "\(quoted: option.name) 값은 \(least) 이상의 정수입니다(\(quoted: text))"))
    }
    return number
  }

  /// The language of messages, settings included.
  func language(_ project: Project) -> Language {
    if let asked = value(named: "--lang").flatMap(Language.init(rawValue:)) { return asked }
    return Tool.language([], environment, settings: project.settings.language)
  }

  /// Whether to colour what goes to standard output.
  var isColored: Bool {
    switch value(named: "--color") {
    case "always": return true
    case "never": return false
    default: break
    }
    let variables = environment.variables
    if let forced = variables["CLICOLOR_FORCE"], forced != "0", !forced.isEmpty { return true }
    if let off = variables["NO_COLOR"], !off.isEmpty { return false }
    return environment.isOutputTerminal && variables["TERM"] != "dumb"
  }
}
