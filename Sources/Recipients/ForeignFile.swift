/// Kinds of file that people hand over by mistake.
public enum ForeignFile: Sendable, Equatable {
  /// An Excel workbook or another zipped office document.
  case workbook
  /// An old or password-protected Excel workbook.
  case compoundDocument
  /// A web page, often called `.xls`.
  case webPage
  /// Text in UTF-16.
  case utf16
}

extension ForeignFile {
  /// Tells a file by its first bytes; nil where they may be a list.
  init?(_ head: ArraySlice<UInt8>) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compoundDocument
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
      self = .webPage
    } else {
      return nil
    }
  }
}
