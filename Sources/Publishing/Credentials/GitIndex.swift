/// Git's list of the files it tracks, as far as names go.
///
/// Format: <https://git-scm.com/docs/index-format>, versions 2 to 4.
public struct GitIndex {
  /// The paths from the checkout's root.
  public let paths: Set<[UInt8]>

  private static let flagLength = 2
  private static let fixedLength = 40

  /// Reads an index; nil when it is none, or one of a form that is not known.
  public init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "DIRC".utf8), let version = Self.number(bytes, at: 4),
      let count = Self.number(bytes, at: 8), (2...4).contains(version)
    else { return nil }
    // Whether ids have 20 or 32 bytes stands in the checkout's settings; only one of them fits.
    for idLength in [20, 32] {
      if let paths = Self.paths(bytes, version, count, idLength) {
        self.paths = paths
        return
      }
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], at index: Int, length: Int = 4) -> Int? {
    guard index >= 0, index + length <= bytes.count else { return nil }
    return bytes[index..<index + length].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func paths(
    _ bytes: [UInt8], _ version: Int, _ count: Int, _ idLength: Int
  ) -> Set<[UInt8]>? {
    var paths: Set<[UInt8]> = []
    var index = 12
    var previous: [UInt8] = []
    for _ in 0..<count {
      let start = index
      guard let flags = number(bytes, at: index + fixedLength + idLength, length: flagLength)
      else { return nil }
      let isExtended = flags & 0x4000 != 0
      guard !isExtended || version > 2 else { return nil }
      index += fixedLength + idLength + flagLength + (isExtended ? 2 : 0)
      var path: [UInt8] = []
      if version == 4 {
        guard let dropped = offset(bytes, &index), dropped <= previous.count else { return nil }
        path = Array(previous.dropLast(dropped))
      }
      guard index <= bytes.count, let end = bytes[index...].firstIndex(of: 0) else { return nil }
      path += bytes[index..<end]
      guard flags & 0xFFF == min(path.count, 0xFFF), !path.isEmpty else { return nil }
      // One to eight zeros fill an entry up to a multiple of eight bytes; not in version 4.
      index = version == 4 ? end + 1 : start + ((end - start) / 8 + 1) * 8
      guard index <= bytes.count else { return nil }
      paths.insert(path)
      previous = path
    }
    return holdsAllPaths(bytes, from: index, idLength) ? paths : nil
  }

  /// Whether no part of the list lies in another file, as the extension `link` says.
  private static func holdsAllPaths(_ bytes: [UInt8], from start: Int, _ idLength: Int) -> Bool {
    var index = start
    while index + idLength < bytes.count {
      guard let length = number(bytes, at: index + 4) else { return false }
      if bytes[index..<index + 4].elementsEqual("link".utf8) { return false }
      index += 8 + length
    }
    return index + idLength == bytes.count
  }

  /// A number of seven bits a byte, each but the last one more than its bits say.
  private static func offset(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    var value = -1
    while index < bytes.count, value < 1 << 40 {
      let byte = bytes[index]
      index += 1
      value = (value + 1) << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
