/// How a client begins a connection, as far as it names the host that it wants.
public struct Greeting: Sendable {
  /// Whether it wants to encrypt what follows.
  public let isEncrypted: Bool
  /// The host, from a TLS ClientHello or a head of HTTP; nil where none is named.
  public let host: String?

  /// Reads the first bytes of a connection.
  public init(_ bytes: ArraySlice<UInt8>) {
    isEncrypted = bytes.first == 0x16
    var fields = Fields(rest: bytes)
    host = isEncrypted ? fields.serverName() : Self.hostField(bytes)
  }

  private static func hostField(_ bytes: ArraySlice<UInt8>) -> String? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
      guard words.count == 2, words[0].elementsEqual("Host:".utf8) else { continue }
      return String(decoding: words[1].prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
    return nil
  }
}

/// Numbers and what they count, as TLS writes them.
private struct Fields {
  var rest: ArraySlice<UInt8>

  /// The name in the `server_name` extension of a ClientHello (RFC 8446 §4.1.2, RFC 6066 §3).
  mutating func serverName() -> String? {
    // Headers of record and message, version, random; then session, ciphers, compression.
    guard take(5 + 4 + 2 + 32) != nil, counted(by: 1) != nil, counted(by: 2) != nil,
      counted(by: 1) != nil, let extensions = counted(by: 2)
    else { return nil }
    var fields = Fields(rest: extensions)
    while let kind = fields.number(2), let content = fields.counted(by: 2) {
      guard kind == 0 else { continue }
      var names = Fields(rest: content)
      // The list's length and the kind of name.
      guard names.take(3) != nil, let name = names.counted(by: 2) else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private mutating func number(_ size: Int) -> Int? {
    take(size)?.reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func counted(by size: Int) -> ArraySlice<UInt8>? {
    number(size).flatMap { take($0) }
  }
}
