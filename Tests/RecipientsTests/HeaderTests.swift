import Diagnostics
import Recipients
import Testing

/// Separators, and headers that do not stand in the first row.
@Suite struct HeaderTests {
  private static let rows = [
    "2: a@b.cc|Kim|-|NAME=Kim|GRADE=Go,ld", "3: c@d.ee|Lee|-|NAME=Lee|GRADE=;\t",
  ]

  @Test(arguments: [
    ("address,NAME,GRADE\na@b.cc,Kim,\"Go,ld\"\nc@d.ee,Lee,;\t\n", CSVSeparator.comma),
    ("address;NAME;GRADE\na@b.cc;Kim;Go,ld\nc@d.ee;Lee;\";\t\"\n", .semicolon),
    ("address\tNAME\tGRADE\na@b.cc\tKim\tGo,ld\nc@d.ee\tLee\t\";\t\"\n", .tab),
    ("\"address\"\t\"NAME\"\tGRADE\r\na@b.cc\t\"Kim\"\tGo,ld\r\nc@d.ee\tLee\t\";\t\"\r\n", .tab),
  ])
  func `the separator is found`(text: String, separator: CSVSeparator) throws {
    let list = try ListText(text)
    #expect(list.rows == Self.rows)
    #expect(list.separator == separator)
  }

  @Test(arguments: [
    ("address;note, or, what\na@b.cc;x\n", CSVSeparator.semicolon, ["address", "note, or, what"]),
    ("address\na@b.cc\n", .comma, ["address"]),
    ("address;a,b\na@b.cc;x\n", .semicolon, ["address", "a,b"]),
    (";address\n;a@b.cc\n;\n", .semicolon, ["", "address"]),
  ])
  func `the separator that sets the address apart wins`(
    text: String, separator: CSVSeparator, columns: [String]
  ) throws {
    let list = try ListText(text)
    #expect(list.separator == separator)
    #expect(list.columns == columns)
    #expect(list.rows.count == 1)
  }

  @Test(arguments: [
    ("VIP 고객 명단\n\naddress,NAME\na@b.cc,Kim\n", 3),
    ("2026년 3월,,\n작성자: 김,,\n이메일;이름\na@b.cc;Kim\n", 3),
    ("\"고객\n명단\",\naddress,NAME\na@b.cc,Kim\n", 2),
  ])
  func `a title above the header is explained`(text: String, header: Int) throws {
    #expect(throws: ListError.titleRows(header: header)) { try ListText(text) }
    let list = try ListText(text, headerRow: header)
    #expect(
      list.rows == [
        "\(header + 1): a@b.cc|Kim|-|NAME=\(list.columns[1] == "NAME" ? "Kim" : "-")|GRADE=-"
      ])
  }

  @Test func `a header row that is not there`() {
    #expect(throws: ListError.noHeaderRow(9)) { try ListText("address\na@b.cc\n", headerRow: 9) }
    #expect(throws: ListError.noAddressColumn(columns: ["x"])) {
      try ListText("address\nx\na@b.cc\n", headerRow: 2)
    }
  }
}
