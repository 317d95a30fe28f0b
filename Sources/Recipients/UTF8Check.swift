extension [UInt8] {
  /// The offset of the first byte in a range that is not UTF-8, or nil when all are.
  func firstInvalidUTF8(in range: Range<Int>) -> Int? {
    guard holdsBeyondASCII(in: range) else { return nil }
    do {
      _ = try UTF8Span(validating: span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }

  /// Without a way out in the middle, many bytes are looked at at once.
  private func holdsBeyondASCII(in range: Range<Int>) -> Bool {
    withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for byte in bytes[range] { all |= byte }
      return all >= 0x80
    }
  }

  /// The offset of the first zero byte in a range.
  func firstZero(in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in bytes[range] { found |= byte == 0 ? 1 : 0 }
      return found == 0 ? nil : bytes[range].firstIndex(of: 0)
    }
  }
}
