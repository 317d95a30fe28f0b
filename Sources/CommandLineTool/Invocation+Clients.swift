import Diagnostics
import Linting
import Mailing

extension Invocation {
  /// The mail programs that `--clients` names, else those of the settings, else those that most
  /// recipients read with.
  func clients(_ settings: Settings) throws(Failure) -> TargetClients {
    do throws(TargetClients.UnknownName) {
      if let names = value(.clients) { return try TargetClients(named: names) }
      return settings.clients.isEmpty
        ? .standard : try TargetClients(project: settings.clients.map(\.name))
    } catch {
      throw Failure(error.message(of: "--clients"))
    }
  }
}

extension Settings {
  /// The first mail program that nobody knows.
  var clientProblem: (range: Range<Int>, message: Message)? {
    for client in clients {
      do throws(TargetClients.UnknownName) {
        _ = try TargetClients(project: [client.name])
      } catch {
        return (client.range, error.message(of: "clients"))
      }
    }
    return nil
  }
}

extension TargetClients.UnknownName {
  /// What is wrong with the value of an option or a key.
  fileprivate func message(of key: String) -> Message {
    guard let near = Suggestion.nearest(to: name, among: TargetClients.names) else {
      let known = TargetClients.names.joined(separator: ", ")
      return Message(
        "'\(key)' knows \(known), not \(quoted: name)",
        ko: "'\(key)' 값은 \(known)입니다(\(quoted: name))")
    }
    return Message(
      "'\(key)' does not know \(quoted: name); did you mean \(quoted: near)?",
      ko: "'\(key)'에 \(quoted: name)이(가) 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?")
  }
}
