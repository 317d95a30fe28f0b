import Foundation
import TestSupport
import Testing

@Suite struct TargetImports {
  /// What each target may import; everything else is forbidden, system modules included.
  private static let allowed: [String: Set<String>] = {
    var table: [String: Set<String>] = [
      "Bytes": [], "JSONSyntax": [], "Hashing": [], "Diagnostics": ["JSONSyntax"],
      "Templating": ["Diagnostics"], "Markup": ["CLibXML2"],
      "Recipients": ["Bytes", "Diagnostics", "JSONSyntax", "Glibc", "Musl", "Darwin"],
      "Mailing": ["Bytes", "Diagnostics", "JSONSyntax"],
    ]
    table["Composing"] = [
      "Bytes", "Diagnostics", "JSONSyntax", "Templating", "Markup", "Recipients", "Mailing",
    ]
    table["Linting"] = (table["Composing"] ?? []).union(["Composing", "Synchronization"])
    table["Approving"] = [
      "Diagnostics", "JSONSyntax", "Hashing", "Mailing", "Composing", "Linting",
    ]
    table["Previews"] = (table["Composing"] ?? []).union([
      "Composing", "Linting", "Approving", "Hashing", "FoundationEssentials", "Foundation",
      "Glibc", "Musl", "Darwin",
    ])
    table["Publishing"] = [
      "Diagnostics", "JSONSyntax", "Hashing", "Mailing", "Composing", "Linting",
      "Approving", "FoundationEssentials", "Foundation",
      "Glibc", "Musl", "Darwin",
    ]
    table["HTTPTransport"] = ["Publishing", "Foundation", "FoundationNetworking"]
    table["Sandbox"] = [
      "Diagnostics", "JSONSyntax", "Mailing", "Previews", "Publishing", "FoundationEssentials",
      "Foundation", "Glibc", "Musl", "Darwin",
    ]
    table["CommandLineTool"] = (table["Composing"] ?? []).union([
      "Composing", "Linting", "Approving", "Hashing", "Previews", "Publishing", "Sandbox",
      "Dispatch", "Glibc", "Musl", "Darwin",
    ])
    table["tmpl"] = [
      "HTTPTransport",
      "CommandLineTool", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin",
    ]
    return table
  }()

  /// The module that a line imports, whatever attributes, access or kind of symbol stand with it.
  private static func module(_ words: [Substring]) -> String? {
    let rest = words.drop { $0.hasPrefix("@") || ["public", "internal", "private"].contains($0) }
    guard rest.first == "import", var name = rest.dropFirst().first else { return nil }
    if ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"].contains(name) {
      name = rest.dropFirst(2).first ?? name
    }
    return name.split(separator: ".").first.map(String.init)
  }

  @Test func `imports run downwards only`() throws {
    let root = Checkout.url.appending(path: "Sources")
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
          guard let module = Self.module(words) else { continue }
          #expect(!line.contains("@_exported") && !line.contains("@testable"), "\(file): \(line)")
          #expect(
            Self.allowed[target]?.contains(module) == true, "\(target)/\(file) imports \(module)")
        }
      }
    }
  }
}
