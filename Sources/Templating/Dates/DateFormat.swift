import Diagnostics

/// How a date is to be written: tokens, and text between them.
struct DateFormat: Sendable {
  private enum Token: String, CaseIterable {
    case year = "yyyy"
    case paddedMonth = "MM"
    case month = "M"
    case paddedDay = "dd"
    case day = "d"
    case paddedHour = "HH"
    case paddedMinute = "mm"
    case weekday = "E"
  }

  private enum Piece: Sendable {
    case text([UInt8])
    case token(Token)
  }

  /// The tokens, as a sentence lists them.
  static let tokens = Token.allCases.map(\.rawValue).joined(separator: " ")

  private var pieces: [Piece] = []

  /// Reads a format; letters that are no token must stand in `'…'`, and `''` is an apostrophe.
  ///
  /// - Throws: what a format may hold, where this one holds something else.
  init(_ format: String) throws(WrongArgument) {
    var showsDate = false
    var rest = Array(format.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "'") {
        pieces.append(.text(try Self.quoted(&rest)))
      } else if byte.isLetter {
        let letters = rest.prefix { $0 == byte }
        pieces.append(.token(try Self.token(String(decoding: letters, as: UTF8.self))))
        rest = rest[letters.endIndex...]
        showsDate = true
      } else {
        let text = rest.prefix { !$0.isLetter && $0 != UInt8(ascii: "'") }
        pieces.append(.text(Array(text)))
        rest = rest[text.endIndex...]
      }
    }
    guard showsDate else { throw Self.dateless }
  }

  private static func token(_ word: String) throws(WrongArgument) -> Token {
    if let token = Token(rawValue: word) { return token }
    throw WrongArgument(
      message: Message(
        "\(quoted: word) is no part of a date; a format takes \(tokens), and other letters in '…'",
        ko: "\(quoted: word)은(는) 날짜 형식 기호가 아닙니다. 형식에는 \(tokens)만 쓰고 다른 글자는 '…'로 감싸세요"))
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) throws(WrongArgument) -> [UInt8] {
    let apostrophe = UInt8(ascii: "'")
    rest.removeFirst()
    if rest.first == apostrophe {
      rest.removeFirst()
      return [apostrophe]
    }
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == apostrophe {
        guard rest.first == apostrophe else { return text }
        rest.removeFirst()
      }
      text.append(byte)
    }
    throw WrongArgument(
      message: Message(
        "a quote in the format does not end; close it with ' or write '' for an apostrophe",
        ko: "형식 안의 따옴표가 닫히지 않았습니다. '로 닫거나 아포스트로피는 ''로 쓰세요"))
  }

  private static let dateless = WrongArgument(
    message: Message(
      "the format shows nothing of a date; it takes \(tokens)",
      ko: "형식에 날짜가 없습니다. 쓸 수 있는 기호: \(tokens)"))

  // MARK: Writing

  /// A date in this format; nil where it asks for a time that there is not.
  func bytes(of date: WrittenDate) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .token(let token):
        guard Self.write(token, date, to: &bytes) else { return nil }
      }
    }
    return bytes
  }

  private static func write(_ token: Token, _ date: WrittenDate, to bytes: inout [UInt8]) -> Bool {
    switch token {
    case .year: write(date.year, digits: 4, to: &bytes)
    case .paddedMonth: write(date.month, digits: 2, to: &bytes)
    case .month: write(date.month, digits: 1, to: &bytes)
    case .paddedDay: write(date.day, digits: 2, to: &bytes)
    case .day: write(date.day, digits: 1, to: &bytes)
    case .paddedHour, .paddedMinute:
      guard let time = date.time else { return false }
      write(token == .paddedHour ? time.hour : time.minute, digits: 2, to: &bytes)
    case .weekday: bytes += weekdays[date.weekday].utf8
    }
    return true
  }

  private static let weekdays = ["월", "화", "수", "목", "금", "토", "일"]

  /// Writes a number with at least so many digits.
  private static func write(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    if digits > 1 || number > 9 { write(number / 10, digits: digits - 1, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
