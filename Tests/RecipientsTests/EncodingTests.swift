import Diagnostics
import Recipients
import Testing

/// Lists in the encodings that people have.
@Suite struct EncodingTests {
  private static let text = "address,NAME\r\na@b.cc,김철수\r\nc@d.ee,똠방각하 A\r\n"
  private static let rows = [
    "2: a@b.cc|김철수|-|NAME=김철수|GRADE=-", "3: c@d.ee|똠방각하 A|-|NAME=똠방각하 A|GRADE=-",
  ]
  /// `text` in CP949; 똠 (8C 63) is in no other code that goes by the name of EUC-KR.
  private static let cp949 =
    Array("address,NAME\r\na@b.cc,".utf8) + [0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6]
    + Array("\r\nc@d.ee,".utf8) + [0x8C, 0x63, 0xB9, 0xE6, 0xB0, 0xA2, 0xC7, 0xCF]
    + Array(" A\r\n".utf8)

  private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }
  }

  private static let lists: [([UInt8], TextEncoding?, TextEncoding)] = [
    (Array(text.utf8), nil, .utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), nil, .utf8),
    // A byte order mark knows better than people do.
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .cp949, .utf8),
    (cp949, nil, .cp949), (cp949, .cp949, .cp949),
    (utf16("\u{FEFF}" + text, isLittle: true), nil, .utf16LittleEndian),
    (utf16("\u{FEFF}" + text, isLittle: false), nil, .utf16BigEndian),
    (utf16(text, isLittle: true), .utf16LittleEndian, .utf16LittleEndian),
    (utf16(text, isLittle: false), .utf16BigEndian, .utf16BigEndian),
  ]

  @Test(arguments: lists)
  func `every encoding brings the same rows, however it drips in`(
    bytes: [UInt8], chosen: TextEncoding?, encoding: TextEncoding
  ) throws {
    for chunk in [1, 2, 3, 5, 7, 1 << 20] {
      let list = try ListText(bytes, chunk: chunk, encoding: chosen)
      #expect(list.rows == Self.rows)
      #expect(list.encoding == encoding)
    }
  }

  @Test func `beyond the first plane`() throws {
    let list = try ListText(Self.utf16("\u{FEFF}address,NAME\na@b.cc,😀", isLittle: true), chunk: 1)
    #expect(list.rows == ["2: a@b.cc|😀|-|NAME=😀|GRADE=-"])
  }

  @Test func `what is valid in both is UTF-8`() throws {
    // C2 B0 is a degree sign in UTF-8 and a syllable in CP949.
    let list = try ListText(Array("address,NAME\na@b.cc,".utf8) + [0xC2, 0xB0])
    #expect(list.encoding == .utf8)
    #expect(list.rows == ["2: a@b.cc|°|-|NAME=°|GRADE=-"])
  }

  @Test func `ASCII for megabytes leaves the choice open`() throws {
    let name = String(repeating: "Kim ", count: 25)
    let ascii = String(repeating: "a@b.cc,\(name)\n", count: 30_000)
    var list = Array("address,NAME\n\(ascii)c@d.ee,".utf8) + [0xB1, 0xE8]
    #expect(try ListText(list).encoding == .cp949)
    #expect(try ListText(list).rows.last == "30002: c@d.ee|김|-|NAME=김|GRADE=-")
    list += [0x0A, 0xB1]
    #expect(throws: ListError.self) { try ListText(list) }
  }

  private static func broken(
    _ encoding: TextEncoding, _ byte: UInt8, _ offset: Int, row: Int, _ line: Int, _ column: Int
  ) -> ListError {
    .notText(
      EncodingViolation(encoding: encoding, byte: byte, offset: offset), row: row,
      position: Position(line: line, column: column))
  }

  @Test func `a later byte that is no text is named with row, place, byte and offset`() {
    let head = Array("address,NAME\na@b.cc,김\nc@d.ee,".utf8)
    // UTF-8 for a mebibyte, then CP949.
    let filler = Array(String(repeating: "x@y.zz,이\n", count: 110_000).utf8)
    let late = Array("address,NAME\n".utf8) + filler + Array("c@d.ee,".utf8) + [0xB1, 0xE8, 0x0A]
    #expect(
      throws: Self.broken(.utf8, 0xB1, late.count - 3, row: 110_002, 110_002, 8)
    ) { try ListText(late) }
    // In neither: the one that fails later is meant.
    #expect(throws: Self.broken(.utf8, 0xFF, head.count, row: 3, 3, 8)) {
      try ListText(head + [0xFF, 0x0A])
    }
    let korean = Array("address,NAME\na@b.cc,".utf8) + [0xB1, 0xE8, 0x0A]
    for end: [UInt8] in [[0xFF, 0x41], [0xB1, 0x0A], [0xB1], [0x80, 0x80]] {
      let list = korean + Array("c@d.ee,\"x,".utf8) + end
      for chunk in [1, 1 << 20] {
        #expect(throws: Self.broken(.cp949, end[0], list.count - end.count, row: 3, 3, 11)) {
          try ListText(list, chunk: chunk)
        }
      }
    }
  }

  @Test(
    arguments: [
      [0x00, 0xD8], [0x00, 0xD8, 0x41, 0x00], [0x00, 0xDC, 0x41, 0x00], [0x41],
    ] as [[UInt8]])
  func `UTF-16 that breaks off or is no pair`(end: [UInt8]) {
    let list = Self.utf16("\u{FEFF}address\na@b.cc\nx", isLittle: true)
    #expect(throws: Self.broken(.utf16LittleEndian, end[0], list.count, row: 3, 3, 2)) {
      try ListText(list + end)
    }
  }

  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("EUC-KR", .cp949), ("cp949", .cp949),
    ("utf-16le", .utf16LittleEndian),
    ("UTF-16", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
  ])
  func `encodings have names`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: encoding.name) == encoding)
  }

  @Test func `a zero byte is named with its row`() {
    #expect(throws: ListError.zeroByte(row: 3, position: Position(line: 3, column: 9))) {
      try ListText("address,NAME\na@b.cc,Kim\nc@d.ee,L\u{0}ee\n")
    }
    #expect(throws: ListError.zeroByte(row: 1, position: Position(line: 1, column: 9))) {
      try ListText("address,\u{0}\na@b.cc,Kim\n")
    }
  }
}
