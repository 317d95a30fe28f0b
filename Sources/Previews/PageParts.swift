public import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A person's page taken apart: the mail in its frame, and all that stands around it.
public struct PageParts: Sendable {
  /// Where the frame's document stands, escaped as an attribute.
  public let frame: Range<Int>
  /// The digest of everything else.
  public let surroundings: Digest
}

/// Takes pages apart, one after the other.
///
/// Their style sheet and mostly their findings are those of the page before: each counts by its own
/// digest, which is known then.
public struct PageScanner: Sendable {
  /// A stretch of the page before.
  private struct Stretch {
    private var bytes: [UInt8] = []
    private var digest = SHA256.hash([])

    /// The digest of a stretch.
    mutating func digest(of next: ArraySlice<UInt8>) -> Digest {
      if !next.hasSameBytes(as: bytes) {
        bytes = Array(next)
        digest = SHA256.hash(bytes)
      }
      return digest
    }
  }

  private var styles = Stretch()
  private var findings = Stretch()

  private static let beginning = Array("<style>".utf8)
  private static let end = Array("</style>".utf8)
  private static let headEnd = Array("</header>".utf8)
  private static let main = Array("<main".utf8)
  private static let frame = Array(" srcdoc=\"".utf8)

  /// Starts without a page.
  public init() {}

  /// The parts of a page; nil for one without a frame.
  ///
  /// Texts stand in it escaped, so that each mark below is our own.
  public mutating func parts(of page: [UInt8]) -> PageParts? {
    guard let style = page.place(of: Self.beginning, from: 0)?.upperBound,
      let styleEnd = page.place(of: Self.end, from: style)?.lowerBound,
      let header = page.place(of: Self.headEnd, from: styleEnd)?.upperBound,
      let main = page.place(of: Self.main, from: header)?.lowerBound,
      let lower = page.place(of: Self.frame, from: main)?.upperBound,
      let upper = page.place(of: [UInt8(ascii: "\"")], from: lower)?.lowerBound
    else { return nil }
    var hash = SHA256()
    hash.update(Array(page[..<style]))
    hash.update(styles.digest(of: page[style..<styleEnd]).bytes)
    hash.update(Array(page[styleEnd..<header]))
    hash.update(findings.digest(of: page[header..<main]).bytes)
    hash.update(Array(page[main..<lower]))
    hash.update(Array(page[upper...]))
    return PageParts(frame: lower..<upper, surroundings: hash.finalize())
  }
}

extension [UInt8] {
  /// Where a text occurs first from a place on.
  fileprivate func place(of text: [UInt8], from start: Int) -> Range<Int>? {
    withUnsafeBytes { bytes in
      text.withUnsafeBytes { text in
        guard let base = bytes.baseAddress, let pattern = text.baseAddress else { return nil }
        var place = start
        while bytes.count - place >= text.count,
          let found = memchr(base + place, CInt(text[0]), bytes.count - place - text.count + 1)
        {
          place = UnsafeRawPointer(found) - base
          if memcmp(found, pattern, text.count) == 0 { return place..<place + text.count }
          place += 1
        }
        return nil
      }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSameBytes(as others: [UInt8]) -> Bool {
    guard count == others.count else { return false }
    return withUnsafeBytes { bytes in
      others.withUnsafeBytes { others in
        guard let left = bytes.baseAddress, let right = others.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
      }
    }
  }
}
