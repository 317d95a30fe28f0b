import Testing

/// Cases of our own for each state of the HTML Standard's tokenizer.
struct TokenizerCaseTests {
  @Test(arguments: TokenizerCase.files)
  func `agrees with the tokens of others`(file: String) throws {
    for testCase in try TokenizerCase.cases(in: file) {
      let testCase = try #require(testCase)
      let found = testCase.run.tokens.map(\.line)
      let isEqual = found.elementsEqual(testCase.expected) { $0.utf8.elementsEqual($1.utf8) }
      guard !isEqual else { continue }
      Issue.record("\(testCase.state), \(testCase.run): \(found), not \(testCase.expected)")
    }
  }

  @Test func `has cases for every state`() throws {
    let cases = try TokenizerCase.files.flatMap(TokenizerCase.cases)
    let counts = Dictionary(grouping: cases) { $0?.state ?? "" }.mapValues(\.count)
    #expect(Set(counts.keys) == Set(TokenizerStates.names))
    #expect(TokenizerStates.names.count == 80)
    #expect(counts.filter { $0.value < 6 }.isEmpty)
    #expect(cases.count == 774)
  }
}
