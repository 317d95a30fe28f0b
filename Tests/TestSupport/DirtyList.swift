/// What spoils one cell of a list, and the rule that says so.
public struct Spoiling: Sendable {
  let rule: String
  let column: Int
  let text: String

  private init(_ rule: String, _ column: Int, _ text: String) {
    self.rule = rule
    self.column = column
    self.text = text
  }

  static let all: [Spoiling] = [
    Spoiling("empty-value", 1, ""), Spoiling("empty-value", 4, " \u{3164}\u{200B}"),
    Spoiling("missing-value-text", 1, "NULL"), Spoiling("missing-value-text", 2, "#REF!"),
    Spoiling("missing-value-text", 5, "NaN"), Spoiling("missing-value-text", 3, "######"),
    Spoiling("damaged-text", 1, "ê¹€ë¯¼ìˆ˜"), Spoiling("damaged-text", 2, "김\u{FFFD}수"),
    Spoiling("damaged-text", 1, "±è¹Î¼ö"), Spoiling("control-character", 2, "a\u{1}b"),
    Spoiling("control-character", 1, "김\u{85}수\u{84}"),
    Spoiling("bidi-control", 2, "x\u{202E}fdp.exe"),
    Spoiling("line-break-in-header-value", 3, "A\nBcc: x"),
    Spoiling("unusable-value", 3, "${X}"), Spoiling("unusable-value", 3, "#{X}"),
    Spoiling("placeholder-in-value", 2, "${X}"), Spoiling("placeholder-in-value", 1, "{{name}}"),
    Spoiling("markup-in-value", 2, "<b>x</b>"), Spoiling("markup-in-value", 1, "<!-- x"),
    Spoiling("invisible-character", 4, "m\u{200B}1"),
    Spoiling("invisible-character", 2, "a\u{2060}b"),
    Spoiling("already-escaped-value", 1, "O&#39;Brien"),
    Spoiling("already-escaped-value", 2, "%EA%B9%80"), Spoiling("not-nfc", 1, "Rene\u{301}"),
    Spoiling("not-nfc", 2, "\u{1100}\u{1161}"), Spoiling("mixed-script-word", 2, "p\u{430}ypal"),
    Spoiling("lost-character", 1, "김?수"), Spoiling("outer-whitespace", 1, "김하늘 "),
    Spoiling("outer-whitespace", 2, "\u{3000}골드"), Spoiling("outer-whitespace", 3, "A  B"),
    Spoiling("scientific-notation", 5, "8.80123E+12"), Spoiling("bad-date", 6, "2026-02-30"),
    Spoiling("invalid-address", 0, "a@@shop.kr"), Spoiling("invalid-address", 0, "a.b.c"),
    Spoiling("address-too-long", 0, String(repeating: "x", count: 65) + "@shop.kr"),
    Spoiling("address-whitespace", 0, " spaced@shop.kr"),
    Spoiling("not-a-bare-address", 0, "Kim <bare@shop.kr>"),
    Spoiling("internationalised-address", 0, "김@shop.kr"),
    Spoiling("undeliverable-domain", 0, "x@host.test"),
    Spoiling("likely-typo-domain", 0, "x@gmial.com"),
    Spoiling("role-address", 0, "noreply@shop.kr"),
    Spoiling("duplicate-address", 0, "user1@NAVER.com"),
    Spoiling("duplicate-mailbox", 0, "u.ser2+x@gmail.com"),
  ]
}

/// A list in which some rows are spoiled, and what is to be found in it.
public struct DirtyList {
  /// The list as CSV.
  public let text: String
  /// The rows that each rule is to find.
  public let rows: [String: Set<Int>]
  /// How many kinds of trouble there are.
  public static let kinds = Spoiling.all.count

  /// Spoils a few rows of so many people.
  public init(people: Int, seed: UInt64) {
    var list = GeneratedList(people: people, seed: seed)
    var random = SeededGenerator(seed: seed + 1)
    var taken: Set<Int> = []
    var rows: [String: Set<Int>] = [:]
    for spoiling in Spoiling.all {
      // Addresses that occur often would be found to do so as well.
      for _ in 0..<(spoiling.column == 0 ? 1 : Int.random(in: 1...5, using: &random)) {
        var row = Int.random(in: 10...people, using: &random)
        while !taken.insert(row).inserted { row = Int.random(in: 10...people, using: &random) }
        list.spoil(row: row, column: spoiling.column, spoiling.text)
        rows[spoiling.rule, default: []].insert(row)
      }
    }
    // The rows whose addresses others repeat.
    rows["duplicate-address"]?.insert(3)
    rows["duplicate-mailbox"]?.insert(4)
    text = list.text
    self.rows = rows
  }
}
