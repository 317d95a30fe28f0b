/// The one policy for whole addresses: where a link or an image may lead, and how that is spelled.
///
/// Follows what browsers do to an address before they open it (URL Standard §4.4), and refuses what
/// they would read otherwise than a person does.
public enum URLPolicy {
  /// What an address is for.
  public enum Use: Sendable, Hashable {
    /// A link, which may also write a mail or dial a number.
    case link
    /// An image or another part of the page.
    case resource
    /// A link that a template holds, which may also lead to a place in the mail or write a message.
    case templateLink
    /// An image that a page shows: in the mail, in the address itself or, if allowed, far away.
    case image(isRemoteAllowed: Bool)

    /// Whether an address is part of a template and may hold placeholders' characters.
    fileprivate var isInTemplate: Bool {
      switch self {
      case .link, .resource: false
      case .templateLink, .image: true
      }
    }

    /// The schemes that lead to a host.
    fileprivate func allowsHost(_ scheme: String) -> Bool {
      switch self {
      case .link, .resource, .templateLink: scheme == "http" || scheme == "https"
      case .image(let isRemoteAllowed): isRemoteAllowed && scheme == "https"
      }
    }

    /// The schemes that need no host.
    fileprivate func allowsOpaque(_ scheme: String, _ rest: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .link: ["mailto", "tel"].contains(scheme)
      case .templateLink: ["mailto", "tel", "sms"].contains(scheme)
      case .image: scheme == "cid" || scheme == "data" && RasterData.accepts(rest)
      case .resource: false
      }
    }
  }

  /// Why an address is refused.
  public enum Objection: Sendable, Hashable, Error {
    /// Neither scheme nor host: relative addresses lead nowhere in a mail.
    case relative
    /// A scheme that is not allowed there.
    case scheme
    /// `//` or the host is absent.
    case noHost
    /// A user before the host, as in `https://bank.example@evil.example`.
    case userInfo
    /// A control character or a backslash, which browsers read as something else.
    case unclear
  }

  /// The one spelling of an address: the scheme in lower case, all but the URL Standard's own
  /// characters percent-encoded.
  ///
  /// - Parameters:
  ///   - value: the address; white space around it and line breaks in it do not count.
  ///   - use: what it is for.
  /// - Returns: ASCII without quotes, angle brackets, braces or white space; the canonical spelling
  ///   of a canonical spelling is itself.
  /// - Throws: why the address is refused.
  public static func canonical(_ value: Span<UInt8>, for use: Use) throws(Objection) -> [UInt8] {
    let address = trimmed(value)
    guard !address.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
      throw .unclear
    }
    var output: [UInt8] = []
    output.reserveCapacity(address.count)
    guard !use.isInTemplate || !isWhole(address, for: use) else {
      appendEncoded(address, keepsAtoms: true, to: &output)
      return output
    }
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
      !address[..<colon].contains(where: endsAuthority)
    else { throw .relative }
    let scheme = String(decoding: address[..<colon].map(HTMLByte.lowered), as: UTF8.self)
    let rest = address[(colon &+ 1)...]
    if use.allowsHost(scheme) {
      try checkHost(rest)
    } else {
      guard use.allowsOpaque(scheme, rest), !rest.isEmpty else { throw .scheme }
    }
    output += scheme.utf8
    output.append(UInt8(ascii: ":"))
    appendEncoded(rest, keepsAtoms: use.isInTemplate, to: &output)
    return output
  }

  /// Whether an address in a template needs no scheme of its own: it leads to a place in the mail,
  /// or begins with a placeholder, whose values this policy checks, and holds no other scheme.
  private static func isWhole(_ address: ArraySlice<UInt8>, for use: Use) -> Bool {
    if use == .templateLink, address.first == UInt8(ascii: "#") { return true }
    guard AtomCharacter.number(in: address) != nil else { return false }
    return !address.prefix { !endsAuthority($0) }.contains(UInt8(ascii: ":"))
  }

  /// What browsers drop: white space and controls at the ends, tabs and line breaks anywhere.
  private static func trimmed(_ value: Span<UInt8>) -> ArraySlice<UInt8> {
    var address: [UInt8] = []
    address.reserveCapacity(value.count)
    for index in value.indices {
      let byte = value[index]
      if byte != 0x09 && byte != 0x0A && byte != 0x0D { address.append(byte) }
    }
    let start = address.drop { $0 <= 0x20 }
    return start[..<(start.lastIndex { $0 > 0x20 }.map { $0 &+ 1 } ?? start.startIndex)]
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func checkHost(_ rest: ArraySlice<UInt8>) throws(Objection) {
    guard rest.starts(with: "//".utf8) else { throw .noHost }
    let authority = rest.dropFirst(2).prefix { !endsAuthority($0) }
    guard !authority.contains(UInt8(ascii: "@")) else { throw .userInfo }
    guard let first = authority.first, first != UInt8(ascii: ":") else { throw .noHost }
  }

  // MARK: Spelling

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func appendEncoded(
    _ bytes: ArraySlice<UInt8>, keepsAtoms: Bool, to output: inout [UInt8]
  ) {
    var atomEnd = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      if keepsAtoms, byte == AtomCharacter.lead, AtomCharacter.number(in: bytes[index...]) != nil {
        atomEnd = index &+ AtomCharacter.length
      }
      let isEscape =
        byte == UInt8(ascii: "%")
        && bytes[(index &+ 1)...].prefix(2).count { HTMLByte.isHexDigit($0) } == 2
      if isPlain(byte) || isEscape || index < atomEnd {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(hexDigits[Int(byte >> 4)])
        output.append(hexDigits[Int(byte & 15)])
      }
    }
  }

  /// RFC 3986 §2.2 and §2.3, without quotes and parentheses.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: HTMLByte.isAlphanumeric(byte)
    }
  }
}
