extension [UInt8] {
  /// The offset of the first byte in a range that is not UTF-8, or nil when all are.
  func firstInvalidUTF8(in range: Range<Int>) -> Int? {
    let isASCII = withUnsafeBufferPointer {
      !UnsafeBufferPointer(rebasing: $0[range]).holdsBeyondASCII
    }
    guard !isASCII else { return nil }
    do {
      _ = try UTF8Span(validating: span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }

  /// The offset of the first zero byte in a range.
  func firstZero(in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      let found = UnsafeBufferPointer(rebasing: bytes[range]).first(0, from: 0)
      return found.map { range.lowerBound + $0 }
    }
  }
}
