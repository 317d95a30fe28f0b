extension [UInt8] {
  /// The offset of the first byte in a range that is not UTF-8, or nil when all are.
  func firstInvalidUTF8(in range: Range<Int>) -> Int? {
    guard self[range].contains(where: { $0 >= 0x80 }) else { return nil }
    do {
      _ = try UTF8Span(validating: span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }
}
