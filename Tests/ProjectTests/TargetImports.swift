import Foundation
import Testing

@Suite struct TargetImports {
  /// What each target may import; everything else is forbidden, system modules included.
  private static let allowed: [String: Set<String>] = {
    var table: [String: Set<String>] = [
      "JSONSyntax": [], "Hashing": [], "Diagnostics": ["JSONSyntax"],
      "Templating": ["Diagnostics"], "Markup": ["CLibXML2"],
      "Recipients": ["Diagnostics", "JSONSyntax", "Glibc", "Musl", "Darwin"],
      "Mailing": ["Diagnostics", "JSONSyntax"],
    ]
    table["Composing"] = [
      "Diagnostics", "JSONSyntax", "Templating", "Markup", "Recipients", "Mailing",
    ]
    table["Linting"] = (table["Composing"] ?? []).union(["Composing"])
    table["Previews"] = (table["Composing"] ?? []).union([
      "Composing", "Linting", "Hashing", "FoundationEssentials", "Foundation",
    ])
    table["CommandLineTool"] = (table["Composing"] ?? []).union([
      "Composing", "Linting", "Previews", "Glibc", "Musl", "Darwin",
    ])
    table["tmpl"] = [
      "CommandLineTool", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin",
    ]
    return table
  }()

  @Test func `imports run downwards only`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { $0 != "CLibXML2" && !$0.hasPrefix(".") }
    #expect(Set(targets) == Set(Self.allowed.keys))
    for target in targets {
      let folder = root.appending(path: target)
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      for file in files ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for line in text.split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count,
            index == 0 || words[0] == "public"
          else { continue }
          let module = String(words[index + 1])
          #expect(
            Self.allowed[target]?.contains(module) == true, "\(target)/\(file) imports \(module)")
        }
      }
    }
  }
}
