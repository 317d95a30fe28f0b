/// An image of pixels that stands in a `data:` address.
enum RasterData {
  /// Media types and how the base64 of each kind of file begins.
  private static let kinds: [(type: String, start: String)] = [
    ("image/png", "iVBORw0KGgo"), ("image/gif", "R0lGOD"), ("image/jpeg", "/9j/"),
    ("image/jpg", "/9j/"), ("image/webp", "UklGR"), ("image/bmp", "Qk"),
  ]

  /// Whether what follows `data:` is such an image in base64, by its type and its first bytes.
  static func accepts(_ data: ArraySlice<UInt8>) -> Bool {
    guard let comma = data.firstIndex(of: UInt8(ascii: ",")), comma &- data.startIndex < 32 else {
      return false
    }
    let type = HTMLByte.name(data[..<comma])
    let content = data[(comma &+ 1)...]
    guard
      kinds.contains(where: { type == $0.type + ";base64" && content.starts(with: $0.start.utf8) })
    else { return false }
    return content.allSatisfy {
      HTMLByte.isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
        || $0 == UInt8(ascii: "=")
    }
  }
}
