import Diagnostics

extension Filter {
  /// A name, an address or a telephone number that only its owner recognizes.
  static let mask = Filter(
    "mask",
    summary: Message(
      "stars but for the domain and first letters of an address, and the ends of a number or word",
      ko: "별표로 가린 텍스트. 메일 주소는 도메인과 첫 글자, 전화번호와 단어는 양 끝만 남김"),
    accepts: Message("any text", ko: "모든 텍스트"),
    examples: [
      .gives("mask", "김철수", "김*수"), .gives("mask", "김수", "김*"),
      .gives("mask", "남궁민수", "남**수"), .gives("mask", "김", "*"),
      .gives("mask", "arthur@example.com", "ar***@example.com"),
      .gives("mask", "kim@example.com", "k***@example.com"),
      .gives("mask", "010-1234-5678", "010-****-5678"),
      .gives("mask", "01012345678", "010****5678"), .gives("mask", "02-123-4567", "02-***-4567"),
      .gives("mask", "+82 10-1234-5678", "+** **-****-5678"),
      .gives("mask", "900101-1234567", "9************7"),
      .gives("mask", "050101-3234567", "0************7"),
    ],
    work: .plain { value in
      let text = String(decoding: InvisibleText.trimmed(value), as: UTF8.self)
      return Array((Mask.address(text) ?? Mask.telephone(text) ?? Mask.word(text)).utf8)
    })
}

private enum Mask {
  private static let fewestHidden = 3

  /// At most two characters, and at most half, of what stands before `@`.
  ///
  /// The number of stars tells nothing of the rest.
  static func address(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty,
      !local.contains(where: \.isWhitespace), isDomain(domain)
    else { return nil }
    let shown = local.prefix(4).count / 2
    return "\(local.prefix(shown))\(String(repeating: "*", count: fewestHidden))@\(domain)"
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
      }
  }

  /// `02` or three digits, and the last four; of international numbers only the last four.
  ///
  /// Resident numbers may begin with 0 too, but no telephone number has their thirteen digits.
  static func telephone(_ text: String) -> String? {
    let isInternational = text.hasPrefix("+")
    let bytes = text.utf8.dropFirst(isInternational ? 1 : 0)
    guard bytes.allSatisfy({ $0.isDigit || " -.()".utf8.contains($0) }) else { return nil }
    let digits = bytes.filter(\.isDigit)
    let area = isInternational ? 0 : digits.starts(with: "02".utf8) ? 2 : 3
    guard isInternational || digits.first == UInt8(ascii: "0"),
      digits.count <= (isInternational ? 15 : 12),
      digits.count >= area + 4 + fewestHidden
    else { return nil }
    var index = 0
    var masked = isInternational ? "+" : ""
    for byte in bytes {
      let isHidden = byte.isDigit && index >= area && index < digits.count - 4
      masked.unicodeScalars.append(isHidden ? "*" : Unicode.Scalar(byte))
      if byte.isDigit { index += 1 }
    }
    return masked
  }

  /// The first character and, from three on, the last one.
  static func word(_ text: String) -> String {
    guard let first = text.first, let last = text.last else { return "*" }
    let count = text.count
    if count == 1 { return "*" }
    return "\(first)" + String(repeating: "*", count: max(1, count - 2))
      + (count > 2 ? "\(last)" : "")
  }
}
