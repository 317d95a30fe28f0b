import Templating
import Testing

/// The many ways in which lists write one thing.
@Suite struct WrittenFormsTests {
  @Test(arguments: [
    "2026-03-05", "2026-3-5", "2026.03.05", "2026.3.5.", "2026. 3. 5.", "2026. 3. 5", "2026/03/05",
    "2026/3/5", "20260305", " 2026-03-05 ", "2026-03-05Z", "2026-03-05+09:00",
  ])
  func `a day`(value: String) throws {
    #expect(try FilterChain("date('yyyy-MM-dd E')").text(value) == "2026-03-05 목")
    #expect(try FilterChain("date('HH')").text(value) == nil)
  }

  @Test(arguments: [
    ("2026-11-25T15:05", "15:05"), ("2026-11-25t15:05:59z", "15:05"), ("20261125T1505", "15:05"),
    ("20261125T150500+0900", "15:05"), ("2026-11-25T15:05:00.123456789Z", "15:05"),
    ("2026-11-25T15:05:00,5-03:30", "15:05"), ("2026-11-25 9:30", "09:30"),
    ("2026-11-25 15:05:00 +0900", "15:05"), ("2026-11-25 15:05:00 UTC", "15:05"),
    ("2026-11-25T15:05:00+09:00[Asia/Seoul]", "15:05"), ("2026-11-25T23:59:60Z", "23:59"),
    ("2026. 11. 25. 오후 3:05:00", "15:05"), ("2026. 11. 25 오전 9:05", "09:05"),
    ("2026-11-25 오전 12:00", "00:00"), ("2026-11-25 오후 12:00", "12:00"),
    ("2026/11/25 3:05 PM", "15:05"), ("2026-11-25 12:05am", "00:05"),
    ("2026.11.25. 15:05", "15:05"),
  ])
  func `a time`(value: String, time: String) throws {
    #expect(try FilterChain("date('HH:mm')").text(value) == time)
    #expect(try FilterChain("date('M. d.')").text(value) == "11. 25.")
  }

  @Test(arguments: [
    "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-11-00",
    "0000-01-01",
    "26-11-25", "2026-11/25", "2026-11", "2026-11-25-", "2026--11-25", "2026-011-25", "2026-11-25T",
    "2026-11-25T25:00", "2026-11-25 24:00", "2026-11-25 9:60", "2026-11-25 9:5", "2026-11-25 9",
    "2026-11-25 9:30:61", "2026-11-25 오후 15:05", "2026-11-25 0:05 PM", "2026-11-25 오후",
    "11/25/2026",
    "2026-11-25 noon", "2026-11-25+9", "2026-11-25T09:30+09:0", "2026-11-25T09:30[Seoul",
    "20261125093000",
    "2026-W48-3", "46351", "x2026-11-25", "2026-11-25 09:30 and more", "２０２６-11-25",
  ])
  func `no date`(value: String) throws {
    #expect(try FilterChain("date('yyyy')").text(value) == nil)
  }

  @Test(arguments: [
    ("2000-02-29", "화"), ("1900-03-01", "목"), ("0001-01-01", "월"), ("9999-12-31", "금"),
    ("1970-01-01", "목"), ("2024-12-31", "화"),
  ])
  func `a weekday`(value: String, weekday: String) throws {
    #expect(try FilterChain("date('E')").text(value) == weekday)
  }

  @Test(arguments: [
    ("yyyyMMdd", "20261125"), ("d''M", "25'11"), ("'dd' dd", "dd 25"), ("'it''s' d", "it's 25"),
    ("HHmm", "0930"), ("${d}", "${25}"),
  ])
  func `a format`(format: String, result: String) throws {
    #expect(try FilterChain("date(\"\(format)\")").text("2026-11-25 09:30") == result)
  }

  @Test(arguments: [
    ("0", "0"), ("000", "0"), ("-0.50", "-0.50"), ("999", "999"), ("1000", "1,000"),
    ("+1000", "+1,000"),
    ("00012345", "12,345"), ("0.001000", "0.001000"), ("12,345.6789", "12,345.6789"),
  ])
  func `a number`(value: String, result: String) throws {
    #expect(try FilterChain("number").text(value) == result)
  }

  @Test(arguments: [
    "-", ".", "5.", ".5", "--5", "+-5", "1,00", "1,0000", ",100", "100,", "1.5,000", "0x10", "１０",
    "$5", "1 000",
    "NaN", "1e5", "12,345,67",
  ])
  func `no number`(value: String) throws { #expect(try FilterChain("number").text(value) == nil) }

  @Test(arguments: [
    ("\u{FEFF}\u{200B}Kim\u{2060}", "Kim"), ("\u{3000}김\r\n", "김"), ("\0x\u{7F}", "x\u{7F}"),
    (" \u{A0}", ""),
    ("\u{200D}x", "\u{200D}x"),
  ])
  func `a trimmed text`(value: String, text: String) throws {
    let found = try #require(try FilterChain("trim").text(value))
    #expect(found.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [
    ("ab@example.com", "a***@example.com"), ("a@example.com", "***@example.com"),
    ("abcd@example.co.kr", "ab***@example.co.kr"), ("a@b@example.com", "a*************m"),
    ("a b@example.com", "a*************m"), ("me@localhost", "m**********t"),
    ("@example.com", "@**********m"),
    ("021234567", "02***4567"), ("(02) 1234-5678", "(02) ****-5678"),
    ("050512345678", "050*****5678"),
    ("+821012345678", "+********5678"), ("031-123-456", "0*********6"),
    ("1234-5678-9012-3456", "1*****************6"),
    ("110-123-456789", "1************9"), (" 김철수 ", "김*수"),
    ("e\u{301}e\u{301}e\u{301}", "e\u{301}*e\u{301}"),
    ("👩‍👩‍👧‍👦", "*"), ("각각각", "각*각"),
  ])
  func `a mask`(value: String, masked: String) throws {
    let found = try #require(try FilterChain("mask").text(value))
    #expect(found.unicodeScalars.elementsEqual(masked.unicodeScalars), "\(found)")
  }

  @Test(arguments: [
    ("김철수", "는", "로"), ("이지은", "은", "으로"), ("서울", "은", "로"),
    ("김\u{1109}\u{1165}\u{11AF}", "은", "로"),
    ("가\u{1100}\u{1161}", "는", "로"), ("ㅋㅋ", "은", "으로"), ("ㄹ", "은", "로"), ("ㅠㅠ", "는", "로"),
    ("0", "은", "으로"), ("1", "은", "로"), ("2", "는", "로"), ("3", "은", "으로"), ("6", "은", "으로"),
    ("7", "은", "로"), ("8", "은", "로"), ("9", "는", "로"), ("10", "은", "으로"), ("1,100,000", "은", "으로"),
    ("100000000", "은", "으로"), ("1000000000000", "는", "로"), ("50,000,000,000,000", "는", "로"),
    ("10000000000000000", "은", "으로"), ("0000000000000", "은", "으로"), ("1.0000000000000", "은", "으로"),
    ("1\(String(repeating: "0", count: 30))", "은(는)", "(으)로"), ("10%", "는", "로"), ("25℃", "는", "로"),
    ("VIP", "는", "로"), ("SQL", "은", "로"), ("HTML", "은", "로"), ("ATM", "은", "으로"),
    ("VPN", "은", "으로"),
    ("PR", "은", "로"), ("5G", "는", "로"), ("골드 A", "는", "로"), ("PARK", "은(는)", "(으)로"),
    ("Kim", "은(는)", "(으)로"),
    ("iOS", "은(는)", "(으)로"), ("金", "은(는)", "(으)로"), ("철수♥", "은(는)", "(으)로"), ("김*", "은(는)", "(으)로"),
    ("‘무선 이어폰’", "은", "으로"), ("한빛(주)", "는", "로"), ("정말?!", "은", "로"), ("서울 ", "은", "로"),
    ("…", "은(는)", "(으)로"),
  ])
  func `a last sound`(value: String, topic: String, direction: String) throws {
    #expect(try FilterChain("josa('은/는')").text(value) == topic)
    #expect(try FilterChain("josa('으로/로')").text(value) == direction)
  }
}
