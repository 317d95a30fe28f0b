import Foundation
import TestSupport
import Testing

/// The documentation's pages are what the tool prints of itself; `RECORD=1` writes them anew.
@Suite struct ManualTests {
  @Test(arguments: [("Rules", "rules"), ("Filters", "filters")])
  func `a page is current`(name: String, command: String) throws {
    let page = Checkout.url.appending(
      path: "Sources/CommandLineTool/CommandLineTool.docc/\(name).md")
    let result = try Checkout.tool.run([command, "--format", "markdown", "--lang", "en"])
    #expect(result.status == 0)
    guard (try? Data(contentsOf: page)) != result.output else { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try result.output.write(to: page)
      Issue.record("recorded \(name).md; look at the change and run again without RECORD")
      return
    }
    Issue.record(
      "\(name).md is not what 'tmpl \(command) --format markdown' prints; RECORD=1 writes it anew")
  }

  @Test func `a rule is explained with its sources`() throws {
    let result = try Checkout.tool.run(["rules", "line-break-in-header-value", "--lang", "ko"])
    let text = String(decoding: result.output, as: UTF8.self)
    #expect(
      text.hasSuffix(
        "\n출처\n  RFC 5322 §2.2\n    https://www.rfc-editor.org/rfc/rfc5322#section-2.2\n"))
    let json = try Checkout.tool.run(["rules", "stale-date", "--format", "json"])
    let rules = try JSONDecoder().decode([SourcedEntry].self, from: json.output)
    #expect(
      rules.map(\.sources) == [
        [SourcedEntry.Source(title: ["en": "our own judgment", "ko": "자체 판단"], address: nil)]
      ])
  }

  @Test(arguments: [("Linting/Rules", "rules"), ("Templating/Filters", "filters")])
  func `every file is in the list`(path: String, command: String) throws {
    let folder = Checkout.url.appending(path: "Sources/\(path)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let listed = try Checkout.tool.run([command, "--format", "json"])
    let names = try JSONDecoder().decode([Entry].self, from: listed.output).map(\.name)
    let expected = names.map { name in
      name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        + ".swift"
    }
    // A rule of texts and values has a file for each.
    #expect(files.filter { !$0.contains("+") }.sorted() == expected.sorted())
  }

  private struct Entry: Decodable { var name: String }

  private struct SourcedEntry: Decodable {
    struct Source: Decodable, Equatable {
      var title: [String: String]
      var address: String?
    }

    var sources: [Source]
  }
}
