import Diagnostics
import Mailing
import Publishing

extension Command {
  /// `tmpl status`: how far the service is.
  static let status = Command(
    name: "status", operands: "[TEMPLATE|REQUEST-ID…]", operandLimit: 1000,
    summary: Message(
      "ask the service how far the last send is", ko: "마지막 발송이 어디까지 되었는지 서비스에 묻습니다"),
    details: Message(
      "A template stands for all requests of its last send, as the ledger has them; anything else is the id of a request.|Accepted is not delivered: each state stands beside the service's own code for it.|Exit status: 0 when nothing more will happen or all is under way, 3 when mails failed or nobody knows what became of a request.",
      ko:
        "템플릿을 주면 장부에 적힌 마지막 발송의 모든 요청을, 그 밖의 값은 요청 ID로 봅니다.|접수는 도착이 아닙니다. 상태마다 서비스의 코드를 함께 적습니다.|종료 코드: 0 끝났거나 진행 중, 3 실패한 메일이 있거나 결과를 모르는 요청이 있음."
    ),
    options: [.ledger, .profile, .askSandbox, .port, .format(["text", "json"])],
    examples: [
      "tmpl status newsletter", "tmpl status 20181203000000000201 --profile com",
      "tmpl status newsletter --sandbox",
    ],
    run: showStatus)
}

private func showStatus(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  try invocation.refuse(.ledger, beside: .askSandbox)
  try invocation.refuse(.port, without: .askSandbox)
  let asked = try StatusSubject(invocation, project)
  let surroundings = Surroundings(invocation.environment)
  let sandbox = invocation.has(.askSandbox) ? try SandboxAddress(invocation) : nil
  let known = try project.credentialVariables(invocation.environment)
  let gateway = try Gateway(
    asked.profile, sandbox?.variables(known) ?? known, invocation, console.language)
  try sandbox?.checkReachable(gateway, surroundings)
  var sum = StatusSum(unknown: asked.unknownRequests)
  for id in asked.ids {
    do throws(LookupError) {
      sum.add(id, try RequestStatus(id, gateway, surroundings))
    } catch {
      let words = error.words(at: surroundings.now())
      throw Failure(
        Message(
          "request \(quoted: id): \(words.english)", ko: "요청 \(quoted: id): \(words.korean)"),
        .delivery)
    }
  }
  console.write(
    invocation.value(named: "--format") == "json"
      ? sum.json : Array(sum.text(console.language).utf8))
  return sum.hasFailed ? .delivery : .success
}
