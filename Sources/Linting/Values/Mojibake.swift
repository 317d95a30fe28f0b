import Composing

/// Text that was read in another encoding than it was written in.
enum Mojibake: Equatable {
  /// U+FFFD, which readers put where bytes made no sense.
  case replaced
  /// UTF-8 that was read as Windows-1252; what it was.
  case utf8ReadAsLatin(String)
  /// CP949 that was read as Windows-1252.
  case koreanReadAsLatin
  /// UTF-8 that was probably read as CP949: `?` beside one of the Hanja that come of it.
  case utf8ReadAsKorean

  /// Whether bytes that all such texts hold are there: U+FFFD, `ê` to `í` for the first byte of
  /// Hangul in UTF-8, two characters of U+00B0…00FF in a row, or Hanja with `?`.
  static func mayBe(_ text: ArraySlice<UInt8>, _ kinds: CellClass) -> Bool {
    if kinds.isSuperset(of: [.han, .question]) { return true }
    var three: (UInt8, UInt8) = (0, 0)
    for byte in text {
      if byte == 0xBD, three == (0xEF, 0xBF) { return true }
      if three.1 == 0xC3, (0xAA...0xAD).contains(byte) { return true }
      if byte == 0xC2 || byte == 0xC3, three.0 == 0xC2 || three.0 == 0xC3 { return true }
      three = (three.1, byte)
    }
    return false
  }

  /// Finds damage in a text; strict, so that names in other scripts are left alone.
  init?(in text: String) {
    var suspicion: Mojibake?
    for word in text.unicodeScalars.split(separator: " ") where !word.allSatisfy(\.isASCII) {
      if word.contains("\u{FFFD}") {
        self = .replaced
        return
      }
      if let bytes = Self.windows1252(word) {
        if let guess = Self.hangul(utf8: bytes) {
          self = .utf8ReadAsLatin(guess)
          return
        }
        if Self.isHangul(cp949: bytes) {
          self = .koreanReadAsLatin
          return
        }
      }
      if suspicion == nil, Self.hasHanjaBesideMark(word) { suspicion = .utf8ReadAsKorean }
    }
    guard let suspicion else { return nil }
    self = suspicion
  }

  // MARK: Windows-1252

  /// What Windows-1252 makes of 80…9F; the five undefined bytes stay controls.
  private static let specials: [UInt32: UInt8] = {
    let scalars: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return Dictionary(uniqueKeysWithValues: zip(scalars, 0x80...0x9F))
  }()

  /// A word's bytes in Windows-1252; nil where it has other characters.
  private static func windows1252(_ word: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in word {
      if scalar.value <= 0xFF {
        bytes.append(UInt8(scalar.value))
      } else if let byte = specials[scalar.value] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  /// What bytes say in UTF-8, if they are that and hold Hangul and nothing else beyond ASCII.
  private static func hangul(utf8 bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let foreign = text.unicodeScalars.filter { !$0.isASCII }
    guard !foreign.isEmpty, foreign.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }) else {
      return nil
    }
    return text
  }

  /// Whether bytes beyond ASCII are pairs in the rows of KS X 1001 that hold Hangul, two at least.
  private static func isHangul(cp949 bytes: [UInt8]) -> Bool {
    var syllables = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, (0xB0...0xC8).contains(bytes[index]),
        (0xA1...0xFE).contains(bytes[index + 1])
      else { return false }
      syllables += 1
      index += 2
    }
    return syllables >= 2
  }

  // MARK: CP949

  /// What CP949 makes of the first two bytes of Hangul in UTF-8.
  private static let hanja = Set(
    ("二亐仍仔以伊元刺剩原咨員園圓垣堉夷姉姨姿媛嫄子孕字孜寃已弛彛怡怨恣愿慈援毓沅洹湲源滋濡炙煮熊爰爾猶猷猿玆珥瑗瑜瓷由異疵痍癒磁移紫維者而耳"
      + "肄肉自臾芿苑苡茨荑萸蔗蔚藉袁裕誘諛諭諮議踰蹂轅逾遊運遺酉醫釉鍮隕雄雲韻鬱琉留硫紐類六戮利吏履易李梨泥理痢罹立笠粒").unicodeScalars)

  private static func hasHanjaBesideMark(_ word: some Sequence<Unicode.Scalar>) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in word {
      if scalar == "?" && hanja.contains(previous) || previous == "?" && hanja.contains(scalar) {
        return true
      }
      previous = scalar
    }
    return false
  }
}
