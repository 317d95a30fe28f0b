import Bytes

/// Finds where the last whole record of a text ends that begins with a record.
///
/// A line feed in quotes ends no record. A quote opens a cell where the cell begins, and nowhere
/// else, so that quotes and line feeds are all there is to look at.
struct CSVBorders {
  /// Behind the last record that is whole; 0 where none is.
  private(set) var end = 0
  /// How many records end before it.
  private(set) var count = 0
  /// How many lines do.
  private(set) var lines = 0
  /// Where a quote stands that nothing closes in this text.
  private(set) var openQuote: Int?
  /// Line feeds up to the byte looked at.
  private var feeds = 0
  /// Behind a doubled quote.
  private var skipped = -1

  init(_ text: UnsafeBufferPointer<UInt8>, _ separator: CSVSeparator) {
    var marks = MarkSearch(for: UInt8(ascii: "\""), 0x0A, in: text)
    var index = marks.next(from: 0)
    while index < text.count {
      look(at: index, of: text, separator.rawValue)
      index = marks.next(from: index + 1)
    }
  }

  /// Looks at a quote or a line feed.
  @inline(__always)
  private mutating func look(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, _ separator: UInt8
  ) {
    if text[index] == 0x0A {
      feeds += 1
      guard openQuote == nil else { return }
      count += 1
      end = index + 1
      lines = feeds
    } else if openQuote == nil {
      let isOpening = index == 0 || text[index - 1] == separator || text[index - 1] == 0x0A
      if isOpening { openQuote = index }
    } else if index != skipped {
      if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") {
        skipped = index + 1
      } else {
        openQuote = nil
      }
    }
  }
}
