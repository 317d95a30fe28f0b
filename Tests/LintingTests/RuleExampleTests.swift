import Composing
import Diagnostics
import Linting
import Recipients
import TestSupport
import Testing

@Suite struct RuleExampleTests {
  @Test(arguments: Rule.all.map(\.name))
  func `every example is found at exactly its marks`(name: String) throws {
    let rule = try #require(Rule.named(name))
    #expect(rule.examples.count { $0.isFlagged } >= 2)
    #expect(rule.examples.count { !$0.isFlagged } >= 2)
    var others: [Bool: Set<String>] = [:]
    for example in rule.examples {
      let opened = try OpenedExample(example)
      let all = try lint(opened)
      let own = all.filter { $0.rule == name }
      #expect(own.isEmpty == !example.isFlagged, "\(example)")
      for finding in all where finding.rule != name && finding.severity == .error {
        others[example.isFlagged, default: []].insert(finding.rule)
      }
      let found = own.filter { $0.location.file != "list" }.compactMap { finding in
        finding.location.span.map { "\(finding.location.file):\($0.offset)+\($0.length)" }
      }
      let expected = opened.marks.flatMap { file, ranges in
        ranges.map { "\(file):\($0.lowerBound)+\($0.count)" }
      }
      #expect(found.sorted() == expected.sorted(), "\(example)")
      if !example.rows.isEmpty { #expect(own.flatMap(\.rows) == example.rows, "\(name)") }
      if let severity = example.severity {
        #expect(own.allSatisfy { $0.severity == severity }, "\(example)")
      }
    }
    #expect(others[true, default: []] == SecondErrors.flagged[name, default: []])
    #expect(others[false, default: []] == SecondErrors.quiet[name, default: []])
  }

  /// Every fix of every example, made in its file: the file still parses, and the rule is content.
  @Test(arguments: Rule.all.map(\.name))
  func `fixes mend what the rule found`(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.examples {
      let opened = try OpenedExample(example)
      for finding in try lint(opened).filter({ $0.rule == name }) {
        guard let fix = finding.fix else { continue }
        let fixed = try opened.applying(fix, to: finding.location.file)
        let rest = try lint(fixed).filter { $0.rule == name }
        #expect(rest.count < (try lint(opened).count { $0.rule == name }), "\(fix) \(example)")
      }
    }
  }

  @Test(arguments: Rule.all.map(\.name))
  func `every finding says what to do, in whole sentences`(name: String) throws {
    let rule = try #require(Rule.named(name))
    for example in rule.examples {
      for finding in try lint(try OpenedExample(example))
      where finding.rule == name {
        #expect(finding.help != nil || finding.fix != nil, "\(example)")
        #expect(openParticles(in: finding).isEmpty)
        // Of so many places, each has its own way out.
        if name == "placeholder-position" { #expect(finding.help != rule.instead, "\(example)") }
      }
    }
  }

  @Test(arguments: Rule.all.map(\.name))
  func `every text is there in both languages`(name: String) throws {
    let rule = try #require(Rule.named(name))
    for message in [rule.summary, rule.rationale, rule.instead] {
      #expect(!message.text(.english).isEmpty)
      let isKorean = message.text(.korean).unicodeScalars.contains {
        (0xAC00...0xD7A3).contains($0.value)
      }
      #expect(isKorean, "\(name): \(message.text(.korean))")
    }
  }

  /// Sentences that leave both forms of a particle behind a word of their own; only names and values
  /// may end in any sound.
  private func openParticles(in finding: Finding) -> [String] {
    let texts = [finding.message, finding.help, finding.fix?.title].compactMap { $0?.text(.korean) }
    return texts.filter { text in
      ["이(가)", "은(는)", "을(를)", "와(과)", "(으)로"].contains { pair in
        text.split(separator: pair).dropLast().contains { piece in
          piece.unicodeScalars.last.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
        }
      }
    }
  }

  private func lint(_ example: OpenedExample) throws -> [Finding] { try example.findings() }
}
