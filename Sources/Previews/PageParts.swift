public import Hashing

/// A person's page taken apart: the mail in its frame, and all that stands around it.
public struct PageParts: Sendable {
  /// Where the frame's document stands, escaped as an attribute.
  public let frame: Range<Int>
  /// The digest of everything else.
  public let surroundings: Digest
}

/// Takes pages apart, one after the other: their style sheet, the same in all, is hashed once.
public struct PageScanner: Sendable {
  private var styles: (bytes: [UInt8], digest: Digest) = ([], SHA256.hash([]))

  private static let beginning = Array("<style>".utf8)
  private static let end = Array("</style>".utf8)
  private static let frame = Array(" srcdoc=\"".utf8)

  /// Starts without a page.
  public init() {}

  /// The parts of a page; nil for one without a frame.
  ///
  /// Texts stand in it escaped, so that each mark below is our own.
  public mutating func parts(of page: [UInt8]) -> PageParts? {
    guard let start = page.place(after: Self.beginning, from: 0),
      let behind = page.place(after: Self.end, from: start),
      let lower = page.place(after: Self.frame, from: behind),
      let upper = page[lower...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    if !page[start..<behind].elementsEqual(styles.bytes) {
      let bytes = Array(page[start..<behind])
      styles = (bytes, SHA256.hash(bytes))
    }
    var hash = SHA256()
    hash.update(Array(page[..<start]))
    hash.update(styles.digest.bytes)
    hash.update(Array(page[behind..<lower]))
    hash.update(Array(page[upper...]))
    return PageParts(frame: lower..<upper, surroundings: hash.finalize())
  }
}

extension [UInt8] {
  /// The place behind the next occurrence of a text.
  fileprivate func place(after text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return start }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index + text.count <= bytes.count {
        if bytes[index] == first, bytes[index..<index + text.count].elementsEqual(text) {
          return index + text.count
        }
        index += 1
      }
      return nil
    }
  }
}
