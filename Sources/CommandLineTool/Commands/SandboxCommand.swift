import Diagnostics
import Mailing
import Publishing
import Sandbox

extension Command {
  /// `tmpl sandbox`: a mail service that sends nothing.
  static let sandbox = Command(
    name: "sandbox", operands: "", operandLimit: 0,
    summary: Message(
      "run a local stand-in of the mail services, which sends nothing",
      ko: "아무것도 보내지 않는 로컬 메일 서비스를 실행합니다"),
    details: Message(
      "Takes requests as both services document it, checks every signature, field and limit, and shows the mails at its address.|Keys are 'sandbox' with 'sandbox' for the secret, and those of the environment or .env.|Mails move through their states within seconds. Those to mailbox-error@… and to the other result codes fail, those to unsubscribed@… are unsubscribed.|--fail takes throttle, timeout, drop-after-accept, error500 and error504; the same requests go wrong in every run with the same --seed.|--store keeps the first 1,000 mails of each request as .eml files. Ctrl-C ends it.",
      ko:
        "두 서비스의 문서대로 요청을 받아 서명, 항목, 제한을 모두 확인하고, 받은 메일을 화면으로 보여 줍니다.|키는 'sandbox'와 비밀 키 'sandbox', 그리고 환경 변수나 .env의 값입니다.|메일 상태는 몇 초 안에 바뀝니다. mailbox-error@…처럼 결과 코드로 된 주소는 실패하고, unsubscribed@…는 수신 거부가 됩니다.|--fail에는 throttle, timeout, drop-after-accept, error500, error504를 쓸 수 있고, --seed가 같으면 같은 요청이 실패합니다.|--store는 요청마다 처음 1,000통을 .eml 파일로 남깁니다. Ctrl-C로 끝냅니다."
    ),
    options: [.port, .store, .fail, .seed],
    examples: [
      "tmpl sandbox", "tmpl sandbox --port 9000 --store outbox",
      "tmpl sandbox --fail throttle=0.1,timeout=0.05 --seed 7",
    ],
    run: runSandbox)
}

private func runSandbox(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  var options = Sandbox.Options()
  options.language = console.language
  options.faults = try faults(invocation)
  guard let port = UInt16(exactly: try invocation.number(.port, orElse: SandboxAddress.defaultPort))
  else {
    throw Failure(Message("'--port' takes at most 65535", ko: "'--port' 값은 65535까지입니다"))
  }
  options.port = port
  let variables = try project.credentialVariables(invocation.environment)
  options.serviceID = variables["NCLOUD_SENS_MAIL_SERVICE_ID"]
  options.keys = Profile.all.compactMap { Credentials.keys($0, variables: variables) }
  let hasOwnKeys = options.keys.isEmpty
  options.keys.append(
    AccessKeys(accessKey: SandboxAddress.key, secretKey: Secret(SandboxAddress.key)))
  let store = try invocation.value(.store).map { name throws(Failure) in
    let folder = Paths.join(project.current, name)
    try Files.makeFolder(folder, shownAs: name)
    return folder
  }
  let sandbox = try open(options, store: store, project, console)
  announce(sandbox.port, hasOwnKeys: hasOwnKeys, &console)
  sandbox.run()
  return .success
}

private func faults(_ invocation: Invocation) throws(Failure) -> FaultPlan? {
  let seed = try invocation.number(.seed, orElse: 1)
  guard let text = invocation.value(.fail) else { return nil }
  guard let plan = FaultPlan(text, seed: UInt64(seed)) else {
    let kinds = FaultPlan.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      Message(
        "'--fail' takes KIND=RATE,…: kinds are \(kinds), rates from 0 to 1 with a sum of at most 1; not \(quoted: text)",
        ko:
          "'--fail' 값은 종류=비율,… 형식입니다. 종류는 \(kinds)이고 비율은 0에서 1, 합계는 1까지입니다(\(quoted: text))"
      ))
  }
  return plan
}

private func open(
  _ options: Sandbox.Options, store: String?, _ project: Project, _ console: Console
) throws(Failure) -> Sandbox {
  do throws(SandboxError) {
    guard let store else { return try Sandbox(options) }
    return try Sandbox(options) { name, bytes in
      let path = Paths.join(store, name)
      do throws(Failure) {
        try Files.write(bytes, to: path, shownAs: project.shown(path))
      } catch {
        var console = console
        console.fail(error.message)
      }
    }
  } catch {
    throw Failure(error.message)
  }
}

private func announce(_ port: UInt16, hasOwnKeys: Bool, _ console: inout Console) {
  let address = "http://127.0.0.1:\(port)"
  console.note(
    Message(
      "mails are shown at \(address)/ and go nowhere; Ctrl-C ends the sandbox",
      ko: "메일은 \(address)/ 에서 볼 수 있고 밖으로 나가지 않습니다. Ctrl-C로 끝냅니다"))
  console.note(Message("for .env:", ko: ".env에 넣을 내용:"))
  if hasOwnKeys {
    for name in ["NAVER_ACCESS_KEY", "NAVER_SECRET_KEY", "NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY"] {
      console.write("\(name)=\(SandboxAddress.key)\n")
    }
    console.write("NCLOUD_SENS_MAIL_SERVICE_ID=\(SandboxAddress.serviceID)\n")
  }
  console.write("NAVER_OUTBOUND_MAILER_API_ENDPOINT=\(address)/api/v1\n")
  console.write("NCLOUD_SENS_API_ENDPOINT=\(address)\n")
  console.flush()
}
