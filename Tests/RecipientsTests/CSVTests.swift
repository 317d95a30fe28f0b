import Diagnostics
import Recipients
import TestSupport
import Testing

/// CSV after RFC 4180 §2, and what spreadsheets make of it.
@Suite struct CSVTests {
  @Test(arguments: [
    // RFC 4180 §2: 1 records end with CRLF, 2 the last may not, 3 header, 4 blanks are data,
    // 5 quotes are optional, 6 CRLF and commas in quotes, 7 doubled quotes.
    ("address,NAME\r\na@b.cc,Kim\r\n", ["2: a@b.cc|Kim|-|NAME=Kim|GRADE=-"]),
    ("address,NAME\r\na@b.cc,Kim", ["2: a@b.cc|Kim|-|NAME=Kim|GRADE=-"]),
    ("address,GRADE\na@b.cc, Gold ", ["2: a@b.cc|-|-|NAME=-|GRADE= Gold "]),
    ("\"address\",\"GRADE\"\n\"a@b.cc\",Gold\n", ["2: a@b.cc|-|-|NAME=-|GRADE=Gold"]),
    ("address,GRADE\na@b.cc,\"Go,ld\r\nor\"\n", ["2: a@b.cc|-|-|NAME=-|GRADE=Go,ld\r\nor"]),
    ("address,GRADE\na@b.cc,\"Go\"\"ld\"\n", ["2: a@b.cc|-|-|NAME=-|GRADE=Go\"ld"]),
    ("address,GRADE\na@b.cc,Go\"ld\n", ["2: a@b.cc|-|-|NAME=-|GRADE=Go\"ld"]),
    ("address,GRADE\na@b.cc,\"\"\n", ["2: a@b.cc|-|-|NAME=-|GRADE="]),
    ("address,GRADE\na@b.cc,\n", ["2: a@b.cc|-|-|NAME=-|GRADE="]),
    ("address,GRADE\na@b.cc\n", ["2: a@b.cc|-|-|NAME=-|GRADE=-"]),
    (
      "address\na@b.cc\n\nc@d.ee\n",
      ["2: a@b.cc|-|-|NAME=-|GRADE=-", "4: c@d.ee|-|-|NAME=-|GRADE=-"]
    ),
    ("\n\naddress\na@b.cc", ["4: a@b.cc|-|-|NAME=-|GRADE=-"]),
    ("address\na@b.cc\r\n\r\n", ["2: a@b.cc|-|-|NAME=-|GRADE=-"]),
    ("GRADE,,,email\nGold,,,a@b.cc\n", ["2: a@b.cc|-|-|NAME=-|GRADE=Gold"]),
    (",,email\n,,a@b.cc\n", ["2: a@b.cc|-|-|NAME=-|GRADE=-"]),
    ("address,GRADE\n,Gold\n", ["2: |-|-|NAME=-|GRADE=Gold"]),
    ("address\n", []),
  ])
  func `records and cells`(text: String, rows: [String]) throws {
    #expect(try ListText(text).rows == rows)
    #expect(try ListText(text).format == "CSV")
  }

  @Test func `a byte order mark is no part of the first header`() throws {
    #expect(try ListText("\u{FEFF}address\na@b.cc").rows.count == 1)
  }

  @Test(arguments: [
    "address", "ADDRESS", "email", "E-mail", " e mail ", "이메일", "이메일 주소", "메일주소", "전자우편", "수신자",
    "\u{1112}\u{1166}",
  ])
  func `headers that name the address`(header: String) throws {
    if header == "\u{1112}\u{1166}" {
      #expect(throws: ListError.self) { try ListText("\(header)\na@b.cc\n") }
    } else {
      #expect(try ListText("\(header)\na@b.cc\n").rows == ["2: a@b.cc|-|-|NAME=-|GRADE=-"])
    }
  }

  @Test func `a decomposed header is the same header`() throws {
    let decomposed = "\u{110B}\u{1175}\u{1106}\u{1166}\u{110B}\u{1175}\u{11AF}"
    #expect(try ListText("\(decomposed)\na@b.cc\n").rows == ["2: a@b.cc|-|-|NAME=-|GRADE=-"])
  }

  @Test func `a plain name column wins over a parameter called NAME`() throws {
    let list = try ListText("NAME,name,address\nKim (VIP),Kim,a@b.cc\n")
    #expect(list.rows == ["2: a@b.cc|Kim|-|NAME=Kim (VIP)|GRADE=-"])
  }

  @Test func `headers chosen by hand`() throws {
    let list = try ListText(
      "수신,고객 등급(현재),성\na@b.cc,Gold,Kim\n",
      headers: ["address": "수신", "GRADE": "고객 등급(현재)", "NAME": "성"])
    #expect(list.rows == ["2: a@b.cc|-|-|NAME=Kim|GRADE=Gold"])
    #expect(list.unused == [])
  }

  @Test func `columns and unused columns are named`() throws {
    let list = try ListText("address,NAME,PHONE, NOTE ,\na@b.cc,Kim,010,x,\n")
    #expect(list.columns == ["address", "NAME", "PHONE", "NOTE", ""])
    #expect(list.unused == ["PHONE", "NOTE"])
  }

  @Test func `rows that cannot be trusted say why`() throws {
    let list = try ListText("address,GRADE\na@b.cc,Gold,x\nc@d.ee,\"Gold\"x\ne@f.gg,Gold\n")
    #expect(
      list.rows == [
        "2: a@b.cc|-|-|NAME=-|GRADE=Gold !tooManyCells(found: 3, expected: 2)",
        "3: c@d.ee|-|-|NAME=-|GRADE=Goldx !textAfterQuote(column: 2)",
        "4: e@f.gg|-|-|NAME=-|GRADE=Gold",
      ])
  }

  @Test(arguments: [
    ("address,GRADE, GRADE\n", .duplicateColumn(name: "GRADE")),
    (",,email,address,NAME\n", .ambiguousColumns(role: "address", columns: ["email", "address"])),
    ("", ListError.empty), ("\n \n", .noAddressColumn(columns: [])),
    ("NAME\nKim\n", .noAddressColumn(columns: ["NAME"])),
    ("email,address\na,b\n", .ambiguousColumns(role: "address", columns: ["email", "address"])),
    ("address,A,A\n", .duplicateColumn(name: "A")),
    (
      "address,NAME\na@b.cc,\"Kim\nc@d.ee,Lee\n",
      .unterminatedQuote(position: Position(line: 2, column: 8))
    ),
  ])
  func `lists that are none`(text: String, error: ListError) {
    #expect(throws: error) { try ListText(text) }
  }

  @Test func `a header chosen by hand must exist`() {
    #expect(throws: ListError.unknownColumn(name: "메일함", columns: ["address", "NAME"])) {
      try ListText("address,NAME\na@b.cc,Kim\n", headers: ["address": "메일함"])
    }
  }

  @Test func `records and headers have limits`() throws {
    let long = [UInt8](repeating: 0x78, count: RecordLimits.record + 1)
    #expect(throws: ListError.recordTooLong(row: 2)) {
      try ListText(Array("address,NAME\na@b.cc,".utf8) + long + [0x0A])
    }
    #expect(throws: ListError.recordTooLong(row: 2)) {
      try ListText(Array("address,NAME\na@b.cc,\"".utf8) + long)
    }
    let header = (1...4096).map { "c\($0)" }.joined(separator: ",")
    #expect(throws: ListError.tooManyColumns(found: 4097)) {
      try ListText("address," + header + "\n")
    }
  }

  @Test func `borders between chunks change nothing`() throws {
    let text = "address,NAME,GRADE\r\na@b.cc,\"김\"\"철\"\"수\",골드\r\n\r\nc@d.ee,\"줄\r\n바꿈\",😀\r\n"
    let whole = try ListText(text)
    for chunk in 1...40 {
      #expect(try ListText(Array(text.utf8), chunk: chunk) == whole)
    }
  }

  @Test func `what is written as CSV is read back`() async throws {
    let alphabet = ["a", "\"", ",", "\n", "\r\n", " ", "한", "😀", "", "'", ";", "\t"]
    try await Fuzz.run("CSV", iterations: 300) { random in
      let values = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? ""
        }.joined()
      }
      var text = "address,NAME\n"
      for value in values {
        let mustQuote = value.utf8.contains { ",\"\r\n".utf8.contains($0) }
        let cell =
          mustQuote || Bool.random(using: &random)
          ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
        text += "a@b.cc,\(cell)\n"
      }
      let list = try ListText(text, parameters: ["NAME"])
      let isSame =
        list.rows.count == values.count
        && zip(list.rows, values).allSatisfy { $0.hasSuffix("|NAME=\($1)") }
      return isSame ? nil : text
    }
  }

  @Test func `no bytes crash the reader`() async throws {
    let pieces = [
      "address", "NAME", ",", "\"", "\n", "\r", "{", "}", "[", "]", ":", "\\", "\u{FEFF}",
      "a@b.cc", "\"recipients\"", "PK\u{3}\u{4}", "<", "null", "1",
    ]
    func list(_ random: inout SeededGenerator) -> [UInt8] {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      return bytes
    }
    try await Fuzz.run("lists", iterations: 2000, on: list) { bytes, random in
      let chunk = Int.random(in: 1...20, using: &random)
      let dripped = try? ListText(bytes, chunk: chunk)
      return (try? ListText(bytes)) == dripped ? nil : "differs in chunks of \(chunk)"
    }
  }
}
