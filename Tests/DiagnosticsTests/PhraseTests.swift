import Diagnostics
import Testing

@Suite struct PhraseTests {
  @Test func `recipients' data is masked where a report asks for it`() {
    let message = Message(
      "\(address: "kim@example.com") has \(value: "비밀번호 1234") for \(quoted: "NAME") in \(12345) rows",
      ko: "\(value: "김철수")")
    #expect(
      message.text(.english) == "kim@example.com has '비밀번호 1234' for 'NAME' in 12,345 rows")
    #expect(
      message.text(.english, .masked) == "k***@example.com has '비…' (9) for 'NAME' in 12,345 rows")
    #expect(message.text(.korean, .masked) == "'김…' (3)")
  }

  @Test func `headers are masked only where they are a person's data`() {
    let names = Phrase("\(headers: ["NAME", "grade 2026"])")
    let people = Phrase("\(headers: ["NAME", "kim@example.com"])")
    #expect(names.rendered(.masked) == "'NAME', 'grade 2026'")
    #expect(people.rendered(.masked) == "'N…' (4), 'k…' (15)")
    #expect(people.rendered(.open) == "'NAME', 'kim@example.com'")
    let many = Phrase("\(headers: (1...14).map { "c\($0)" })")
    #expect(many.rendered(.open).hasSuffix("'c12' … (14)"))
  }

  @Test(arguments: ["", "x", "@example.com", "a b@c", "no-at-sign", "\"a@b\"@example.com"])
  func `no more than the first letter before the sign survives masking`(address: String) {
    let masked = Disclosure.masked.address(address)
    #expect(masked.contains("***"))
    let local = address.split(separator: "@", omittingEmptySubsequences: false).first ?? ""
    if local.count > 1 { #expect(!masked.contains(local)) }
  }

  @Test func `what could act on a terminal or a log becomes visible`() {
    for scalar in (0..<0x3000).compactMap(Unicode.Scalar.init) {
      // Control and format characters of Unicode, but for the joiners that names and emoji need.
      let isActing =
        (0..<0x20).contains(scalar.value) || (0x7F..<0xA0).contains(scalar.value)
        || [
          0xAD, 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x61C, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2,
          0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
        ].contains(scalar.value) || (0x2060...0x2064).contains(scalar.value)
        || (0x2066...0x206F).contains(scalar.value)
      let shown = VisibleText.escaping(String(Character(scalar)))
      #expect(shown.unicodeScalars.contains(scalar) != isActing, "U+\(scalar.value)")
    }
    #expect(VisibleText.escaping("a\u{1B}[31mb\r\n::error::") == "a\\u{1b}[31mb\\r\\n::error::")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func `numbers are grouped`(number: Int, text: String) { #expect(number.grouped == text) }

  @Test(arguments: [
    ("FRIST_NAME", ["FIRST_NAME", "LAST_NAME"], "FIRST_NAME"), ("name", ["NAME"], "NAME"),
    ("NMAE", ["NAME"], "NAME"), ("X", ["Y", "Z"], nil), ("GRADE", ["NAME", "ADDRESS"], nil),
    ("GRADE1", ["GRADE2", "GRADE3"], nil), ("NAME", ["NAME"], nil), ("", ["A"], nil),
  ])
  func `did you mean`(word: String, known: [String], expected: String?) {
    #expect(Suggestion.nearest(to: word, among: known) == expected)
  }

  @Test(arguments: [
    ("ko_KR.UTF-8", Language.korean), ("en_US", .english), ("KO", .korean), ("de_DE", nil),
    ("C", nil), ("", nil),
  ])
  func `locales name languages`(locale: String, language: Language?) {
    #expect(Language(locale: locale) == language)
  }
}
