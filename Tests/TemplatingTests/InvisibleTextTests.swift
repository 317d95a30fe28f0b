import Templating
import Testing

@Suite struct InvisibleTextTests {
  private static let scalars = (0...UInt32(0xFFFF)).compactMap(Unicode.Scalar.init)

  @Test func `white space of any kind is invisible`() {
    for scalar in Self.scalars where scalar.properties.isWhitespace {
      #expect(InvisibleText.contains(scalar), "\(scalar.value)")
    }
  }

  @Test func `the pattern matches the same characters`() throws {
    #expect(!InvisibleText.pattern.contains(#"\s"#))
    let expression = try Regex("^\(InvisibleText.pattern)$").matchingSemantics(.unicodeScalar)
    let near = Self.scalars.filter(InvisibleText.contains).flatMap { scalar in
      [scalar.value &- 1, scalar.value, scalar.value + 1].compactMap(Unicode.Scalar.init)
    }
    for scalar in near {
      let matches = String(scalar).firstMatch(of: expression) != nil
      #expect(matches == InvisibleText.contains(scalar), "\(scalar.value)")
    }
  }

  @Test func `trimming leaves nothing of them`() throws {
    let chain = try FilterChain("trim")
    for scalar in Self.scalars where InvisibleText.contains(scalar) {
      #expect(chain.text("\(scalar)") == "")
      #expect(chain.text("\(scalar)가\(scalar)") == "가", "\(scalar.value)")
    }
  }
}
