import Diagnostics

extension Command {
  /// `tmpl verify`: holds previews against the request that would be sent.
  static let verify = Command(
    name: "verify", operands: "PREVIEWS PAYLOAD", operandLimit: 2,
    summary: Message(
      "make sure that previews are what a request sends", ko: "미리보기가 발송될 요청과 같은지 확인합니다"),
    details: Message(
      "PREVIEWS is a folder that 'tmpl preview' wrote, such as previews/newsletter; PAYLOAD is what 'tmpl payload' printed, or '-'.|Each person's page is made anew of the request alone and compared, byte by byte; each difference is named with person and place, and the exit status is 1.|People without a preview are counted. index.html and message files are not compared.",
      ko:
        "PREVIEWS는 'tmpl preview'가 만든 폴더(예: previews/newsletter), PAYLOAD는 'tmpl payload'의 출력이거나 '-'입니다.|사람마다 요청만으로 페이지를 다시 만들어 바이트 단위로 비교하고, 다른 점은 사람과 위치를 알리며 종료 코드는 1입니다.|미리보기가 없는 사람은 수만 셉니다. index.html과 메일 파일은 비교하지 않습니다."
    ),
    options: [],
    examples: [
      "tmpl payload newsletter -r customers.csv >request.json; tmpl verify previews/newsletter request.json",
      "tmpl payload receipt | tmpl verify previews/receipt -",
    ],
    run: verifyPreviews)
}

/// How many differences are listed.
private let listed = 20

private func verifyPreviews(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  guard invocation.operands.count == 2 else {
    throw Failure(
      Message(
        "name the previews and the request: tmpl verify PREVIEWS PAYLOAD",
        ko: "미리보기와 요청을 지정하세요: tmpl verify PREVIEWS PAYLOAD"))
  }
  let folder = try VerifiedFolder(invocation.operands[0], in: project)
  let payload = try PayloadReader(invocation.operands[1], in: project)
  var verification = Verification(folder)
  do {
    let progress = Progress(invocation)
    while let request = try payload.next() {
      try verification.take(request, shown: payload.shown)
      progress.note("\(payload.shown) · \(verification.people.grouped)")
    }
  }
  let differences = verification.finish(shown: payload.shown)
  for difference in differences.prefix(listed) {
    console.write("✗ " + difference.text(console.language, console.disclosure) + "\n")
  }
  if differences.count > listed {
    let rest = differences.count - listed
    console.write(
      Message("  and \(rest) more", ko: "  그 밖에 \(rest)건").text(console.language) + "\n")
  }
  let (pages, people) = (verification.pages, verification.people)
  let counts = Message(
    "\(pages) of \(people, "person", "people") have previews",
    ko: "수신자 \(people)명 중 \(pages)명의 미리보기가 있습니다")
  console.write(
    (differences.isEmpty
      ? Message(
        "✓ the previews are what \(quoted: payload.shown) sends; \(counts.english)",
        ko: "✓ 미리보기가 \(quoted: payload.shown)의 내용과 같습니다. \(counts.korean)")
      : Message(
        "✗ \(differences.count, "difference") from \(quoted: payload.shown); \(counts.english)",
        ko: "✗ \(quoted: payload.shown)과(와) \(differences.count)건이 다릅니다. \(counts.korean)"))
      .text(console.language) + "\n")
  return differences.isEmpty ? .success : .findings
}
