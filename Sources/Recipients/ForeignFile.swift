/// Kinds of file that people hand over by mistake.
public enum ForeignFile: Sendable, Equatable {
  /// An Excel workbook or another zipped office document.
  case workbook
  /// An old or password-protected Excel workbook.
  case compoundDocument
  /// A web page or XML, often called `.xls`.
  case webPage
  /// A document that the company's rights management has locked.
  case lockedDocument
  /// Text in UTF-16 without a byte order mark.
  case unmarkedUTF16
}

extension ForeignFile {
  /// Tells a file by its first bytes; nil where they may be a list.
  ///
  /// - Parameters:
  ///   - head: the bytes.
  ///   - isKnownText: whether the file's encoding was told.
  init?(_ head: ArraySlice<UInt8>, isKnownText: Bool) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compoundDocument
    } else if head.starts(with: "SCDSA".utf8)
      || head.prefix(16).firstRange(of: "DRMONE".utf8) != nil
    {
      self = .lockedDocument
    } else if !isKnownText, TextEncoding(mark: head) == nil, Self.looksWide(head) {
      self = .unmarkedUTF16
    } else {
      return nil
    }
  }

  /// Whether there are zero bytes, and all of them are the same half of pairs.
  private static func looksWide(_ head: ArraySlice<UInt8>) -> Bool {
    let zeros = head.indices.filter { head[$0] == 0 }.map { ($0 - head.startIndex) % 2 }
    return zeros.count > 2 && zeros.allSatisfy { $0 == zeros[0] }
  }
}
