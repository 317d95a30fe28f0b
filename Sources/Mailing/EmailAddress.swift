/// The form of an address as a mail service takes it: `addr-spec` of RFC 5322 §3.4.1 within the
/// limits of RFC 5321 §4.5.3.1.
public enum EmailAddress {
  /// A reason in both languages.
  public typealias Reason = (english: String, korean: String)

  /// The most bytes of an address (RFC 5321 §4.5.3.1.3 less the angle brackets).
  public static let lengthLimit = 254
  /// The most bytes before the `@` (RFC 5321 §4.5.3.1.1).
  static let localLimit = 64

  /// Why a text is no address; nil when it is one.
  public static func objection(to address: some Collection<UInt8>) -> Reason? {
    let bytes = Array(address)
    if isPlain(bytes) { return nil }
    if bytes.isEmpty { return ("it is empty", "비어 있습니다") }
    if bytes.count > lengthLimit { return ("it is over 254 bytes", "254바이트를 넘습니다") }
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      return ("'@' is missing", "'@'가 없습니다")
    }
    if let reason = objection(toLocal: bytes[..<at]) { return reason }
    return objection(toDomain: bytes[(at + 1)...])
  }

  /// Whether an address is one of those that most people have, which needs no closer look.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 63 else { return false }
    var isInDomain = false
    var hasDot = false
    var previous = UInt8(ascii: ".")
    for byte in bytes {
      let isAtEdge = previous == UInt8(ascii: ".") || previous == UInt8(ascii: "@")
      switch byte {
      case UInt8(ascii: "@"):
        guard !isInDomain, !isAtEdge else { return false }
        isInDomain = true
      case UInt8(ascii: "."):
        guard !isAtEdge, !isInDomain || previous != UInt8(ascii: "-") else { return false }
        hasDot = isInDomain
      case UInt8(ascii: "-"): guard !isInDomain || !isAtEdge else { return false }
      case UInt8(ascii: "_"), UInt8(ascii: "+"): guard !isInDomain else { return false }
      default: guard isLabel(byte) else { return false }
      }
      previous = byte
    }
    return hasDot && isLabel(previous) && previous != UInt8(ascii: "-")
  }

  /// The domain of an address, in lower case.
  public static func domain(of address: String) -> String {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
  }

  private static func objection(toLocal local: ArraySlice<UInt8>) -> Reason? {
    if local.isEmpty { return ("nothing stands before '@'", "'@' 앞이 비어 있습니다") }
    if local.count > localLimit {
      return ("more than 64 bytes stand before '@'", "'@' 앞이 64바이트를 넘습니다")
    }
    if local.first == UInt8(ascii: "\"") { return objection(toQuoted: local) }
    var previous = UInt8(ascii: ".")
    for byte in local {
      if byte == UInt8(ascii: "."), previous == byte {
        return ("two dots in a row, or one at an end", "점이 잇달아 있거나 끝에 있습니다")
      }
      if byte != UInt8(ascii: "."), !isAtom(byte) { return characterReason(byte) }
      previous = byte
    }
    return previous == UInt8(ascii: ".")
      ? ("two dots in a row, or one at an end", "점이 잇달아 있거나 끝에 있습니다") : nil
  }

  private static func objection(toQuoted local: ArraySlice<UInt8>) -> Reason? {
    let unfinished: Reason = ("a quote is not closed before '@'", "'@' 앞의 따옴표가 닫히지 않았습니다")
    guard local.count >= 2, local.last == UInt8(ascii: "\"") else { return unfinished }
    var isEscaped = false
    for byte in local.dropFirst().dropLast() {
      if byte < 0x20 || byte == 0x7F { return characterReason(byte) }
      if isEscaped { isEscaped = false; continue }
      if byte == UInt8(ascii: "\"") { return unfinished }
      isEscaped = byte == UInt8(ascii: "\\")
    }
    return isEscaped ? unfinished : nil
  }

  private static func objection(toDomain domain: ArraySlice<UInt8>) -> Reason? {
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if domain.isEmpty { return ("nothing stands behind '@'", "'@' 뒤가 비어 있습니다") }
    if labels.count < 2 { return ("the domain has no dot", "도메인에 점이 없습니다") }
    for label in labels {
      if label.isEmpty { return ("two dots in a row, or one at an end", "점이 잇달아 있거나 끝에 있습니다") }
      if label.count > 63 {
        return ("a part of the domain is over 63 bytes", "도메인의 한 부분이 63바이트를 넘습니다")
      }
      if label.first == UInt8(ascii: "-") || label.last == UInt8(ascii: "-") {
        return ("a part of the domain begins or ends with '-'", "도메인의 한 부분이 '-'로 시작하거나 끝납니다")
      }
      for byte in label where !isLabel(byte) { return characterReason(byte) }
    }
    return nil
  }

  private static func characterReason(_ byte: UInt8) -> Reason {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"):
      ("one bare address is wanted, without name or list", "이름이나 목록 없이 주소 하나만 써야 합니다")
    case UInt8(ascii: "@"): ("there are two '@'", "'@'가 둘입니다")
    case 0..<0x21, 0x7F: ("it holds a blank or control character", "빈칸이나 제어 문자가 있습니다")
    case 0x80...: ("it holds a character outside ASCII", "ASCII가 아닌 문자가 있습니다")
    default:
      (
        "it holds '\(Character(UnicodeScalar(byte)))'",
        "'\(Character(UnicodeScalar(byte)))' 문자가 있습니다"
      )
    }
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
  }

  private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

  private static func isAtom(_ byte: UInt8) -> Bool {
    isLabel(byte) || atomMarks.contains(byte)
  }
}
