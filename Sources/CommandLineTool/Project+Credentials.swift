import Diagnostics
import Publishing

extension Project {
  /// The variables that credentials are made of: those of the environment, then those of `.env` at
  /// the project's root.
  func credentialVariables(_ environment: Environment) throws(Failure) -> [String: String] {
    let names = Credentials.variableNames
    let set = environment.variables.filter { names.contains($0.key) && !$0.value.isEmpty }
    let path = Paths.join(root, ".env")
    guard Files.kind(path) == .file else { return set }
    try checkUntracked(path)
    let bytes = try Files.read(path, shownAs: shown(path))
    do throws(PublishingError) {
      return try DotEnv.values(bytes, names: names).merging(set) { $1 }
    } catch {
      throw Failure(error.message)
    }
  }

  /// Refuses a `.env` that git tracks: secrets in a history stay there.
  private func checkUntracked(_ path: String) throws(Failure) {
    guard let checkout = GitCheckout(around: root) else { return }
    guard let isTracked = try checkout.tracks(path) else {
      throw Failure(
        Message(
          "cannot tell whether git tracks \(quoted: shown(path)): its index has a form that is not known; put the keys into the environment",
          ko:
            "git이 \(quoted: shown(path))을(를) 추적하는지 알 수 없습니다. 인덱스 형식을 읽을 수 없으니 키를 환경 변수에 넣으세요"))
    }
    guard isTracked else { return }
    throw Failure(
      Message(
        "git tracks \(quoted: shown(path)), which holds secrets; take it out with 'git rm --cached .env', list it in .gitignore, and replace the keys if they were ever pushed",
        ko:
          "비밀 키가 든 \(quoted: shown(path))을(를) git이 추적하고 있습니다. 'git rm --cached .env'로 빼고 .gitignore에 적으세요. 이미 올렸다면 키를 새로 발급받으세요"
      ))
  }
}
