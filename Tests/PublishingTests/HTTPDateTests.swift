import Testing

@testable import Publishing

@Suite struct HTTPDateTests {
  @Test func `the example of RFC 9110 is read`() {
    #expect(HTTPDate("Sun, 06 Nov 1994 08:49:37 GMT")?.milliseconds == 784_111_777_000)
  }

  @Test(arguments: [
    "", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Foo 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 25:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "Sun, 31 Feb 1994 08:49:37 GMT",
  ])
  func `anything else is no time`(text: String) {
    #expect(HTTPDate(text) == nil)
  }
}
