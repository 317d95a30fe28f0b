import Foundation
import TestSupport
import Testing

/// The documentation's page of rules is what the rules print; `RECORD=1` writes it anew.
@Suite struct ManualTests {
  @Test func `the page of rules is current`() throws {
    let page = Checkout.url.appending(
      path: "Sources/CommandLineTool/CommandLineTool.docc/Rules.md")
    let result = try Checkout.tool.run(["rules", "--format", "markdown", "--lang", "en"])
    #expect(result.status == 0)
    guard (try? Data(contentsOf: page)) != result.output else { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try result.output.write(to: page)
      Issue.record("recorded Rules.md; look at the change and run again without RECORD")
      return
    }
    Issue.record(
      "Rules.md is not what 'tmpl rules --format markdown' prints; RECORD=1 writes it anew")
  }

  @Test func `every file of rules is in the list`() throws {
    let folder = Checkout.url.appending(path: "Sources/Linting/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let listed = try Checkout.tool.run(["rules", "--format", "json"])
    let names = try JSONDecoder().decode([Rule].self, from: listed.output).map(\.name)
    let expected = names.map { name in
      name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        + ".swift"
    }
    #expect(files.sorted() == expected.sorted())
  }

  private struct Rule: Decodable { var name: String }
}
