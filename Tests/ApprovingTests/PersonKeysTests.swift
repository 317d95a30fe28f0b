import Approving
import Testing

/// Names of people's files.
@Suite struct PersonKeysTests {
  @Test(arguments: [
    ("kim@example.com", "kim@example.com"), ("Kim.Min+tag@Example.COM", "kim.min+tag@example.com"),
    ("a b@example.com", "a%20b@example.com"), ("../x@example.com", "%2E.%2Fx@example.com"),
    ("", "unknown"), (".", "%2E"), ("..", "%2E%2E"), ("a:b*c?@x.yy", "a%3Ab%2Ac%3F@x.yy"),
    ("con", "%63on"), ("con.x@y.zz", "%63on.x@y.zz"), ("com1", "%63om1"),
    ("coma@x.yy", "coma@x.yy"),
    ("a@x.", "a@x%2E"), ("김@x.yy", "%EA%B9%80@x.yy"), ("a\u{0}b", "a%00b"), ("a\\b", "a%5Cb"),
    ("a%2Fb", "a%252fb"),
  ])
  func `unsafe bytes are percent-encoded`(address: String, key: String) {
    var keys = PersonKeys()
    #expect(keys.key(address: Array(address.utf8), row: 2) == key)
  }

  @Test func `taken and long names get a digest`() {
    var keys = PersonKeys()
    let first = keys.key(address: Array("A@x.yy".utf8), row: 2)
    let second = keys.key(address: Array("a@x.yy".utf8), row: 3)
    #expect(first == "a@x.yy")
    #expect(second.hasPrefix("a@x.yy~"))
    #expect(second.count == "a@x.yy~".count + 8)
    let long = keys.key(
      address: Array((String(repeating: "l", count: 150) + "@x.yy").utf8), row: 4)
    #expect(long.utf8.count == 109)
    #expect(long.hasPrefix(String(repeating: "l", count: 100) + "~"))
  }

  @Test func `no two people share a name`() {
    var keys = PersonKeys()
    let addresses = ["a@x.yy", "A@x.yy", "a@x.yy", "", "", "unknown", "a@x.yy~12345678"]
    let names = addresses.enumerated().map { keys.key(address: Array($1.utf8), row: $0) }
    #expect(Set(names).count == names.count, "\(names)")
  }
}
