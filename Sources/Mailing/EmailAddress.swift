import Bytes

/// The form of an address as a mail service takes it: `addr-spec` of RFC 5322 §3.4.1 within the
/// limits of RFC 5321 §4.5.3.1.
public enum EmailAddress {
  /// The most bytes of an address (RFC 5321 §4.5.3.1.3 less the angle brackets).
  public static let lengthLimit = 254
  /// The most bytes before the `@` (RFC 5321 §4.5.3.1.1).
  public static let localLimit = 64

  /// Why a text is no address; nil when it is one.
  public static func objection(to address: some Collection<UInt8>) -> Objection? {
    let bytes = Array(address)
    if bytes.withUnsafeBufferPointer(isPlain) { return nil }
    if bytes.isEmpty { return .empty }
    if bytes.count > lengthLimit { return .tooLong(bytes.count) }
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return .missingSign }
    return objection(toLocal: bytes[..<at]) ?? objection(toDomain: bytes[(at + 1)...])
  }

  /// Whether an address is one of those that most people have, which needs no closer look.
  public static func isPlain(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    signOfPlain(address) != nil
  }

  /// Where the `@` stands in an address as most people have it; nil for one that needs a closer look.
  public static func signOfPlain(_ address: UnsafeBufferPointer<UInt8>) -> Int? {
    guard address.count <= 63 else { return nil }
    var marks = PlainMarks()
    var offset = 0
    while offset < address.count {
      let word = ByteWord.load(address, at: offset)
      // Nearly all are letters and digits, which may follow anything.
      let letters = ByteWord.within(UInt8(ascii: "a"), UInt8(ascii: "z"), word | ByteWord.all(0x20))
      let digits = ByteWord.within(UInt8(ascii: "0"), UInt8(ascii: "9"), word)
      var others = ~(letters | digits) & ByteWord.high
      while others != 0 {
        let index = offset &+ ByteWord.index(of: others)
        guard index < address.count else { break }
        guard marks.take(address[index], at: index) else { return nil }
        others &= others &- 1
      }
      offset &+= ByteWord.size
    }
    return marks.hasDot && marks.last != address.count &- 1 ? marks.sign : nil
  }

  /// What stands between the letters and digits of an address.
  private struct PlainMarks {
    /// Where the last one is; what stands before the address is as a dot would be.
    private(set) var last = -1
    private var mark = UInt8(ascii: ".")
    private(set) var sign: Int?
    /// Whether the domain has a dot.
    private(set) var hasDot = false

    /// Takes the next one; false where it cannot stand there or needs a closer look.
    @inline(__always)
    mutating func take(_ byte: UInt8, at index: Int) -> Bool {
      let previous = last == index &- 1 ? mark : 0
      let isAtEdge = previous == UInt8(ascii: ".") || previous == UInt8(ascii: "@")
      switch byte {
      case UInt8(ascii: "@"):
        guard sign == nil, !isAtEdge else { return false }
        sign = index
      case UInt8(ascii: "."):
        guard !isAtEdge, sign == nil || previous != UInt8(ascii: "-") else { return false }
        hasDot = sign != nil
      case UInt8(ascii: "-"): guard sign == nil || !isAtEdge else { return false }
      case UInt8(ascii: "_"), UInt8(ascii: "+"): guard sign == nil else { return false }
      default: return false
      }
      (last, mark) = (index, byte)
      return true
    }
  }

  /// The domain of an address, in lower case.
  public static func domain(of address: String) -> String {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
  }

  private static func objection(toLocal local: ArraySlice<UInt8>) -> Objection? {
    if local.isEmpty { return .emptyLocal }
    if local.count > localLimit { return .localTooLong(local.count) }
    if local.first == UInt8(ascii: "\"") { return objection(toQuoted: local) }
    var previous = UInt8(ascii: ".")
    for byte in local {
      if byte == UInt8(ascii: "."), previous == byte { return .dots }
      if byte != UInt8(ascii: "."), !isAtom(byte) { return .character(byte) }
      previous = byte
    }
    return previous == UInt8(ascii: ".") ? .dots : nil
  }

  private static func objection(toQuoted local: ArraySlice<UInt8>) -> Objection? {
    guard local.count >= 2, local.last == UInt8(ascii: "\"") else { return .openQuote }
    var isEscaped = false
    for byte in local.dropFirst().dropLast() {
      if byte < 0x20 || byte >= 0x7F { return .character(byte) }
      if isEscaped { isEscaped = false; continue }
      if byte == UInt8(ascii: "\"") { return .openQuote }
      isEscaped = byte == UInt8(ascii: "\\")
    }
    return isEscaped ? .openQuote : nil
  }

  private static func objection(toDomain domain: ArraySlice<UInt8>) -> Objection? {
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if domain.isEmpty { return .emptyDomain }
    if domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") { return .literal }
    for label in labels {
      if label.isEmpty { return .dots }
      if label.count > 63 { return .labelTooLong }
      if label.first == UInt8(ascii: "-") || label.last == UInt8(ascii: "-") { return .hyphen }
      for byte in label where !isLabel(byte) { return .character(byte) }
    }
    return labels.count < 2 ? .missingDot : nil
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
