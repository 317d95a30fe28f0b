#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds where the last whole record of a text ends that begins with a record.
///
/// A line feed in quotes ends no record. A quote opens a cell where the cell begins, and nowhere
/// else, so that looking for quotes and counting line feeds between them is all there is to do.
struct CSVBorders {
  /// Behind the last record that is whole; 0 where none is.
  private(set) var end = 0
  /// How many records end before it.
  private(set) var count = 0
  /// Where a quote stands that nothing closes in this text.
  private(set) var openQuote: Int?

  init(_ text: UnsafeBufferPointer<UInt8>, _ separator: CSVSeparator) {
    var index = 0
    while let quote = text.firstQuote(from: index) {
      countRecords(in: text, index..<quote)
      let isOpening = quote == 0 || text[quote - 1] == separator.rawValue || text[quote - 1] == 0x0A
      guard isOpening else {
        index = quote + 1
        continue
      }
      guard let closing = Self.closing(in: text, from: quote + 1) else {
        openQuote = quote
        return
      }
      index = closing + 1
    }
    countRecords(in: text, index..<text.count)
  }

  /// The quote that closes a cell; doubled ones do not.
  private static func closing(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while let quote = text.firstQuote(from: index) {
      guard quote + 1 < text.count, text[quote + 1] == UInt8(ascii: "\"") else { return quote }
      index = quote + 2
    }
    return nil
  }

  private mutating func countRecords(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let stretch = text[range]
    let lines = stretch.countOfLineFeeds
    guard lines > 0, let last = stretch.lastIndex(of: 0x0A) else { return }
    count += lines
    end = last + 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstQuote(from start: Int) -> Int? { first(UInt8(ascii: "\""), from: start) }

  /// The first line feed from an offset on.
  func firstLineFeed(from start: Int) -> Int? { first(0x0A, from: start) }

  private func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, CInt(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// How many line feeds it holds; many bytes are compared at once.
  var countOfLineFeeds: Int {
    var total = 0
    var index = startIndex
    while index < endIndex {
      // So few that a byte can count them.
      let stop = Swift.min(index + 192, endIndex)
      var count: UInt8 = 0
      for position in index..<stop { count &+= base[position] == 0x0A ? 1 : 0 }
      total += Int(count)
      index = stop
    }
    return total
  }
}
