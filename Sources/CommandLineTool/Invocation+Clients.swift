import Diagnostics
import Linting

extension Invocation {
  /// The mail programs that `--clients` names; without it, those that most recipients read with.
  func clients() throws(Failure) -> TargetClients {
    guard let names = value(.clients) else { return .standard }
    do throws(TargetClients.UnknownName) {
      return try TargetClients(named: names)
    } catch {
      let known = TargetClients.names.joined(separator: ", ")
      guard let near = Suggestion.nearest(to: error.name, among: TargetClients.names) else {
        throw Failure(
          Message(
            "'--clients' knows \(known), not \(quoted: error.name)",
            ko: "'--clients' 값은 \(known)입니다(\(quoted: error.name))"))
      }
      throw Failure(
        Message(
          "'--clients' does not know \(quoted: error.name); did you mean \(quoted: near)?",
          ko: "'--clients'에 \(quoted: error.name)이(가) 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?"))
    }
  }
}
