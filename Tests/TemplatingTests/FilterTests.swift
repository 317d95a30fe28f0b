import Diagnostics
import Templating
import Testing

@Suite struct FilterTests {
  @Test(arguments: Filter.all.map(\.name))
  func `every example comes out as it says`(name: String) throws {
    let filter = try #require(Filter.named(name))
    #expect(filter.examples.count >= 3)
    for example in filter.examples {
      let chain = try FilterChain(example.call)
      #expect(chain.problems.isEmpty, "\(example.call)")
      #expect(try calls(example.call).map(\.name) == [name])
      #expect(chain.text(example.value) == example.result, "\(example)")
    }
  }

  @Test(arguments: Filter.all.map(\.name))
  func `a signature is a call that works`(name: String) throws {
    let filter = try #require(Filter.named(name))
    let signature = filter.signature.replacing("(n)", with: "(7)")
    #expect(try FilterChain(signature).problems.isEmpty)
  }

  @Test func `filters work from left to right`() throws {
    #expect(try FilterChain("trim | lower | truncate(3) | upper").text("  GOLDEN ") == "GO…")
    #expect(try FilterChain("truncate(3) | trim | lower").text("  GOLDEN ") == "…")
  }

  @Test func `no filter changes nothing`() {
    let chain = FilterChain([])
    #expect(chain.isEmpty)
    #expect(chain.text(" as it is ") == " as it is ")
  }

  @Test func `the first filter that cannot take a value is named`() throws {
    let chain = try FilterChain("upper | number | date('M. d.')")
    guard case .failure(let refusal) = chain.apply(Array("gold".utf8)[...]) else {
      Issue.record("'gold' is no number")
      return
    }
    #expect(refusal.filter == "number")
    #expect(refusal.accepts == Filter.named("number")?.accepts)
  }

  @Test func `a slice is read from its own start`() throws {
    let bytes = Array("xx1234567,2026-11-25yy".utf8)
    #expect(try FilterChain("number").apply(bytes[2..<9]) == .success(Array("1,234,567".utf8)))
    #expect(
      try FilterChain("date('M/d')").apply(bytes[10..<20]) == .success(Array("11/25".utf8)))
    #expect(try FilterChain("josa('은/는')").apply(bytes[2..<9]) == .success(Array("은".utf8)))
  }
}
