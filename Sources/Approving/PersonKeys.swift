import Hashing

/// Names people's files after their addresses, safely on every file system.
///
/// The address in lower case with unsafe bytes percent-encoded; when that is over 120 bytes or
/// taken, its first 100 bytes, `~` and 8 hex digits of a digest of address and row.
public struct PersonKeys: Sendable {
  private var taken: Set<String> = []

  /// Starts with every name free.
  public init() {}

  /// The key of one person.
  public mutating func key(address: [UInt8], row: Int) -> String {
    let plain = Self.safe(address)
    if plain.utf8.count <= 120, taken.insert(plain).inserted { return plain }
    let digest = SHA256.hash(address + [0] + Array(String(row).utf8))
    let key = String(plain.prefix(100)) + "~" + String(digest.hex.prefix(8))
    taken.insert(key)
    return key
  }

  private static func safe(_ address: [UInt8]) -> String {
    var key = ""
    for byte in address {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if isSafe(lower) {
        key.unicodeScalars.append(Unicode.Scalar(lower))
      } else {
        key += lower.percentEncoded
      }
    }
    if key.isEmpty { return "unknown" }
    if key.hasSuffix(".") { key = String(key.dropLast()) + "%2E" }
    if key.hasPrefix(".") { key = "%2E" + key.dropFirst() }
    // Windows reserves these names whatever follows the first dot.
    let stem = key.prefix { $0 != "." }
    let isReserved =
      ["con", "prn", "aux", "nul"].contains(stem)
      || (stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")))
    return isReserved ? (key.utf8.first ?? 0).percentEncoded + key.dropFirst() : key
  }

  /// Whether a text has the form of a key, so that it names a file in its own folder.
  static func isKey(_ text: [UInt8]) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "."), text.count <= 128 else {
      return false
    }
    return text.allSatisfy { byte in
      isSafe(byte) || "%~".utf8.contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "@.-_+=".utf8.contains(byte)
    }
  }
}

extension UInt8 {
  /// The byte as `%` and two upper-case hexadecimal digits (RFC 3986 §2.1).
  public var percentEncoded: String {
    "%" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true)
  }
}
