/// An http or https address taken apart: no user, query or fragment, nothing to encode.
struct WebAddress {
  let isEncrypted: Bool
  /// The host in lower case, an IPv6 one in its brackets.
  let host: String
  private let port: String
  /// The path without slashes at its end.
  let path: String

  init?(_ text: String) {
    guard let mark = text.firstRange(of: "://") else { return nil }
    switch text[..<mark.lowerBound].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    default: return nil
    }
    let rest = text[mark.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let (host, port) = Self.parts(of: authority) else { return nil }
    var path = rest[authority.endIndex...]
    while path.hasSuffix("/") { path = path.dropLast() }
    guard path.utf8.allSatisfy({ Self.isUnreserved($0) || "/:".utf8.contains($0) }),
      !path.contains("//"), !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    self.host = host
    self.port = port
    self.path = String(path)
  }

  /// Scheme, host and port.
  var origin: String {
    (isEncrypted ? "https://" : "http://") + host + (port.isEmpty ? "" : ":" + port)
  }

  /// Whether the host is this machine.
  var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func parts(of authority: Substring) -> (host: String, port: String)? {
    var host = authority
    var port: Substring = ""
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      host = authority[..<colon]
      port = authority[authority.index(after: colon)...]
      guard let number = UInt16(port), number > 0, port.utf8.first != UInt8(ascii: "+") else {
        return nil
      }
    }
    if host == "[::1]" { return (String(host), String(port)) }
    guard !host.isEmpty, host.utf8.allSatisfy(isHostCharacter) else { return nil }
    return (host.lowercased(), String(port))
  }

  private static func isHostCharacter(_ byte: UInt8) -> Bool {
    isUnreserved(byte) && byte != UInt8(ascii: "~") && byte != UInt8(ascii: "_")
  }

  /// Whether a byte stands for itself everywhere (RFC 3986 §2.3).
  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
