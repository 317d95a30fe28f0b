import Composing
import Diagnostics
import Linting
import Templating
import TestSupport
import Testing

@Suite struct LintFuzzTests {
  /// Whatever a template is, it is linted, and every finding lies in its file.
  @Test func `any template is linted`() async throws {
    try await Fuzz.run("lint", iterations: 300, on: MutatedTemplate.any) { bytes, _ in
      let draft = try Draft.of(body: String(decoding: bytes, as: UTF8.self))
      let clients = try TargetClients(named: "outlook,gmail,naver")
      let size = draft.body.text.file.bytes.count
      for finding in Linter.findings(of: draft, options: LintOptions(clients: clients)) {
        guard let span = finding.location.span, finding.location.file == "body.html" else {
          continue
        }
        if span.offset < 0 || span.offset + span.length > size { return "\(finding)" }
      }
      return nil
    }
  }
}
