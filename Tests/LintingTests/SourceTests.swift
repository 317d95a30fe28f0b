import Diagnostics
import Foundation
import Linting
import Testing

/// What rules rest on: each says so, and every address can be followed as it is written.
@Suite struct SourceTests {
  @Test(arguments: Rule.all.map(\.name))
  func `a rule names its sources`(name: String) throws {
    let rule = try #require(Rule.named(name))
    #expect(!rule.sources.isEmpty)
    #expect(Set(rule.sources).count == rule.sources.count)
    for source in rule.sources {
      #expect(!source.title.text(.english).isEmpty && !source.title.text(.korean).isEmpty)
      guard let address = source.address else { continue }
      #expect(objection(to: address) == nil, "\(address)")
    }
  }

  @Test(arguments: [
    ("http://example.com/", "scheme"), ("https://example.com/a b", "characters"),
    ("https://example.com/법", "characters"), ("https://example.com/%4", "escape"),
    ("https://localhost/", "host"), ("https://me@example.com/", "host"),
  ])
  func `an address that nobody can follow is seen`(address: String, objection: String) {
    #expect(self.objection(to: address) == objection)
  }

  /// What is wrong with an address; nil for a whole one in the characters of RFC 3986.
  private func objection(to address: String) -> String? {
    guard address.hasPrefix("https://") else { return "scheme" }
    let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    let isPlain = address.utf8.allSatisfy { byte in
      marks.contains(byte) || byte < 0x80 && Character(UnicodeScalar(byte)).isLetter
        || (0x30...0x39).contains(byte)
    }
    guard isPlain else { return "characters" }
    guard let decoded = address.removingPercentEncoding, !decoded.isEmpty else { return "escape" }
    let host = address.dropFirst("https://".utf8.count).prefix { !"/?#".contains($0) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1 && labels.allSatisfy { !$0.isEmpty && !$0.contains { "@:".contains($0) } }
    return isHost ? nil : "host"
  }
}
