import Diagnostics

/// The tool behind `tmpl`: finds the command, runs it, and turns failures into an exit status.
public enum Tool {
  /// The version, as `--version` prints it.
  public static let version = "0.1.0"

  /// Runs one call of the tool.
  ///
  /// - Parameters:
  ///   - arguments: what was typed behind the tool's name.
  ///   - environment: the surroundings.
  /// - Returns: how it ended.
  public static func run(_ arguments: [String], environment: Environment) -> ExitStatus {
    StopSignals.unblock()
    var console = Console()
    console.language = language(arguments, environment, settings: nil)
    console.disclosure = environment.isCI ? .masked : .open
    do throws(Failure) {
      let status = try run(arguments, environment, &console)
      console.flush()
      guard let loss = console.loss else { return status }
      throw Failure(loss)
    } catch {
      console.fail(error.message)
      return error.status
    }
  }

  private static func run(
    _ arguments: [String], _ environment: Environment, _ console: inout Console
  ) throws(Failure) -> ExitStatus {
    var rest = arguments
    var found = Command.overview
    if let start = Option.endOfLeading(arguments) {
      let name = rest.remove(at: start)
      if name == "help" {
        if start < rest.count, !rest[start].hasPrefix("-") {
          found = try command(rest.remove(at: start))
        }
        rest.append("--help")
      } else {
        found = try command(name)
      }
    }
    let invocation = try Invocation(found, rest[...], environment)
    if invocation.value(named: "--version") != nil {
      console.write("tmpl \(version)\n")
      return .success
    }
    if invocation.value(named: "--help") != nil {
      console.write(Help.text(of: found, console.language))
      return .success
    }
    console.isQuiet = invocation.value(named: "--quiet") != nil
    try OutputCheck.run(invocation)
    return try found.run(invocation, &console)
  }

  private static func command(_ name: String) throws(Failure) -> Command {
    if let command = Command.named(name) { return command }
    if let near = Suggestion.nearest(to: name, among: Command.all.map(\.name)) {
      throw Failure(
        Message(
          "unknown command \(quoted: name); did you mean 'tmpl \(near)'?",
          ko: "알 수 없는 명령 \(quoted: name). 'tmpl \(near)'을(를) 쓰려던 것인가요?"))
    }
    throw Failure(
      Message(
        "unknown command \(quoted: name); 'tmpl --help' lists them",
        ko: "알 수 없는 명령 \(quoted: name). 'tmpl --help'에 목록이 있습니다"))
  }

  /// The language asked for: option, settings, locale; English under CI.
  static func language(
    _ arguments: [String], _ environment: Environment, settings: Language?
  ) -> Language {
    if let index = arguments.lastIndex(of: "--lang"), index + 1 < arguments.count,
      let asked = Language(rawValue: arguments[index + 1])
    {
      return asked
    }
    if let option = arguments.last(where: { $0.hasPrefix("--lang=") }),
      let asked = Language(rawValue: String(option.dropFirst(7)))
    {
      return asked
    }
    if let settings { return settings }
    if environment.isCI { return .english }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment.variables[name], !locale.isEmpty {
        return Language(locale: locale) ?? .english
      }
    }
    return .english
  }
}

extension Command {
  /// The command of a name.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
