import Composing
import Templating
import Testing

@Suite struct BlankTests {
  /// Values are looked at byte by byte first, so every invisible character must begin with a byte
  /// that does not count as seen there.
  @Test func `a value is blank where its characters are invisible`() {
    for scalar in (0...UInt32(0x10FFFF)).compactMap(Unicode.Scalar.init) {
      let isInvisible = InvisibleText.contains(scalar)
      if Blank.isBlank(String(scalar).utf8) != isInvisible {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("", true), (" \u{3164}\t", true), ("\u{200B}x", false), ("\u{200D}", false), ("\u{7F}", false),
  ])
  func `blank values`(value: String, isBlank: Bool) {
    #expect(Blank.isBlank(value.utf8) == isBlank)
  }
}
