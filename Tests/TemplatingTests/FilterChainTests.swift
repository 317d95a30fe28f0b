import Diagnostics
import Templating
import Testing

@Suite struct FilterChainTests {
  private static let prefix = "$<X | ".utf8.count

  @Test(arguments: [
    ("shout", "shout"), ("upper('x')", "'x'"), ("upper | trim(1, 2)", "1"),
    ("truncate", "truncate"),
    ("truncate('3')", "'3'"), ("truncate(0)", "0"), ("truncate(1001)", "1001"),
    ("truncate(1.5)", "1.5"), ("truncate(-1)", "-1"),
    ("truncate(99999999999999999999)", "99999999999999999999"),
    ("truncate( 3 , \"x\" )", "\"x\""), ("date", "date"), ("date(1)", "1"), ("date('')", "''"),
    ("date('년')", "'년'"), ("date('yy')", "'yy'"), ("date('YYYY-MM-DD')", "'YYYY-MM-DD'"),
    ("date(\"MMM d\")", "\"MMM d\""), ("date(\"d 'of\")", "\"d 'of\""), ("date('M','d')", "'d'"),
    ("josa", "josa"), ("josa('은')", "'은'"), ("josa( 'is/are' )", "'is/are'"),
  ])
  func `a problem lies where it is written`(text: String, place: String) throws {
    let problems = FilterChain(try calls(text)).problems
    #expect(problems.count == 1)
    let range = try #require(problems.first).range
    let bytes = Array("$<X | \(text)>".utf8)[range]
    #expect(String(decoding: bytes, as: UTF8.self) == place)
  }

  @Test(arguments: [
    ("uper", "upper"), ("Upper", "upper"), ("numbr", "number"), ("shout", nil), ("html", nil),
  ])
  func `an unknown filter comes with the nearest name`(name: String, nearest: String?) throws {
    #expect(
      try FilterChain(name).problems.map(\.kind) == [.unknownFilter(nearest: nearest)])
  }

  @Test func `what is wrong with an argument lists what is right`() throws {
    func message(_ call: String, _ language: Language) throws -> String {
      guard case .invalidArgument(let message) = try FilterChain(call).problems.first?.kind
      else { return "" }
      return message.text(language)
    }
    for language in Language.allCases {
      #expect(try message("date('DD')", language).contains("yyyy MM M dd d HH mm E"))
      #expect(try message("date('-')", language).contains("yyyy MM M dd d HH mm E"))
      #expect(try message("josa('x/y')", language).contains("은/는 이/가 을/를 과/와 으로/로 아/야 이랑/랑"))
      #expect(try message("truncate(0)", language).contains("1,000"))
      #expect(try message("date(\"d 'of\")", language).contains("''"))
    }
  }

  @Test(arguments: [("truncate", "truncate(n)"), ("upper(1)", "upper"), ("trim | shout", nil)])
  func `a filter that exists is shown as it is called`(call: String, signature: String?) throws {
    let help = try #require(try FilterChain(call).problems.first).help
    for language in Language.allCases {
      #expect(help?.text(language).hasSuffix(": \(signature ?? "")") == signature.map { _ in true })
    }
  }

  @Test func `what is understood is applied`() throws {
    let chain = try FilterChain("shout | upper | truncate(0) | josa('x')")
    #expect(chain.problems.count == 3)
    #expect(chain.problems.map(\.filter) == ["shout", "truncate", "josa"])
    #expect(chain.text("gold") == "GOLD")
    #expect(try FilterChain("shout").text("gold") == "gold")
    #expect(try !FilterChain("shout").isEmpty)
  }

  @Test func `chains are equal when they say the same`() throws {
    let chain = try FilterChain("truncate(3)|upper")
    #expect(try chain == FilterChain("  truncate( 3 ) | upper "))
    #expect(try Set([chain, FilterChain("truncate(3) |upper")]).count == 1)
    for other in ["truncate(4)|upper", "upper|truncate(3)", "truncate('3')|upper", "truncate(3)"] {
      #expect(try chain != FilterChain(other))
    }
    #expect(try FilterChain("date('M')") == FilterChain("date(\"M\")"))
  }

  /// A call printed from its parts, blanks aside, is what was written.
  @Test(arguments: [
    "upper", "truncate(20)", "a(1,2,3)", "date(\"yyyy. M. d. (E)\")", "f('a, b)', \"c'd\", -1.5)",
    "josa( '은/는' )", "한글(\"🎁\",7)", "a|b(1)|c('|')",
  ])
  func `calls print as they were parsed`(text: String) throws {
    let bytes = Array("$<X | \(text)>".utf8)
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let calls = try calls(text)
    let printed = calls.map { call in
      let arguments = call.arguments.map { argument in
        switch argument.value {
        case .text(let text): #expect(written(argument.range).dropFirst().dropLast() == text)
        case .number(let literal): #expect(written(argument.range) == literal)
        }
        #expect(call.range.contains(argument.range.lowerBound))
        return written(argument.range)
      }
      #expect(written(call.nameRange) == call.name)
      #expect(call.range.lowerBound == call.nameRange.lowerBound)
      return call.name + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ",")))")
    }
    let isBlank: (Character) -> Bool = { $0 == " " }
    #expect(
      calls.map { written($0.range).filter { !isBlank($0) } }
        == printed.map { $0.filter { !isBlank($0) } })
    #expect(calls.map { written($0.range) }.joined(separator: "|") == text)
  }
}
