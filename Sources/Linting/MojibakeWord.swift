/// Text that was written in UTF-8 and read in another encoding, and what it was.
enum MojibakeWord {
  /// What Windows-1252 shows for the bytes 80 to 9F; those it leaves out are controls.
  private static let windows1252: [UInt32: UInt8] = {
    let shown: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    var bytes: [UInt32: UInt8] = [:]
    for (index, scalar) in shown.enumerated() { bytes[scalar] = UInt8(0x80 + index) }
    return bytes
  }()

  /// What CP949 makes of the first two bytes of Hangul in UTF-8; beside a question mark they tell.
  static let hanja: Set<Unicode.Scalar> = Set(
    """
    二亐仍仔以伊元刺剩原咨員園圓垣堉夷姉姨姿媛嫄子孕字孜寃已弛彛怡怨恣愿慈援毓沅洹湲源滋濡炙煮熊爰爾猶猷猿玆珥瑗\
    瑜瓷由異疵痍癒磁移紫維者而耳肄肉自臾芿苑苡茨荑萸蔗蔚藉袁裕誘諛諭諮議踰蹂轅逾遊運遺酉醫釉鍮隕雄雲韻鬱琉留硫紐類\
    六戮利吏履易李梨泥理痢罹立笠粒
    """.unicodeScalars)

  /// The Hangul that a word was before UTF-8 was read as Windows-1252 or Latin-1.
  static func hangul(of word: some Sequence<Unicode.Scalar>) -> String? {
    var bytes: [UInt8] = []
    for scalar in word {
      if let byte = windows1252[scalar.value] {
        bytes.append(byte)
      } else if scalar.value < 0x100 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        return nil
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) }),
      text.unicodeScalars.allSatisfy({ $0.isASCII || (0xAC00...0xD7A3).contains($0.value) })
    else { return nil }
    return text
  }
}
