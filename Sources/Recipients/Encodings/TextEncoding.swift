/// How the text of a list is written as bytes.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8, and ASCII with it.
  case utf8
  /// Korean Windows, which holds all of EUC-KR; what Excel writes as plain 'CSV'.
  case cp949
  /// UTF-16, the low byte first: what Excel writes as 'Unicode Text'.
  case utf16LittleEndian
  /// UTF-16, the high byte first.
  case utf16BigEndian

  /// The name that reports show and `--encoding` takes.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .cp949: "CP949"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }

  /// The encoding of a name in any case, or of one of the names it also goes by.
  public init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "cp949", "euc-kr", "euckr", "ms949", "uhc", "ks_c_5601-1987": self = .cp949
    case "utf-16le", "utf-16", "utf16", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// The encoding that the byte order mark at the start of a list names.
  init?(mark head: ArraySlice<UInt8>) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if head.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }
}

/// The first byte of a list that is no text in the list's encoding.
public struct EncodingViolation: Sendable, Hashable {
  /// The encoding.
  public let encoding: TextEncoding
  /// The byte.
  public let byte: UInt8
  /// Bytes of the file before it.
  public let offset: Int

  /// Names a byte.
  public init(encoding: TextEncoding, byte: UInt8, offset: Int) {
    self.encoding = encoding
    self.byte = byte
    self.offset = offset
  }
}
