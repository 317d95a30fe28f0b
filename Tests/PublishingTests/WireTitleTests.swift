import Testing

@testable import Publishing

@Suite struct WireTitleTests {
  @Test(arguments: [
    ("Hello", "Hello"), ("Hello", "(광고) Hello"), ("${NAME}님, 소식", "${NAME}님, 소식"),
    ("${NAME}님, 소식", "김하나님, 소식"), ("Hi ${A}, ${B}!", "(광고)Hi 가, 나!"), ("${A}", ""),
    ("a ${A} b", "a a  b b"), ("${A} a ${B}", " a "), ("open ${A", "open ${A"),
  ])
  func `a title is known again, filled or not`(title: String, listed: String) {
    #expect(WireTitle(Array(title.utf8)).matches(listed))
  }

  @Test(arguments: [
    ("Hello", "Hello!"), ("Hello", "Hell"), ("${NAME}님, 소식", "김하나님, 소식 둘"),
    ("Hi ${A}, ${B}!", "Hi 가 나!"), ("a ${A} b", "b a"), ("Hello", ""),
  ])
  func `another title is another one`(title: String, listed: String) {
    #expect(!WireTitle(Array(title.utf8)).matches(listed))
  }
}
