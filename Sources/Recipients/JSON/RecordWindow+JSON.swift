import JSONSyntax

extension RecordWindow {
  /// The byte at an offset of the unread part, reading on where that is needed; nil at the end.
  mutating func byte(at index: Int) throws(ListError) -> UInt8? {
    if start + index >= bytes.count { try prepare(index + 1) }
    return start + index < bytes.count ? bytes[start + index] : nil
  }

  /// The first offset from one on that is no white space; nil at the end.
  mutating func firstMark(from index: Int) throws(ListError) -> Int? {
    var index = index
    while let byte = try byte(at: index) {
      guard [0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return index }
      index += 1
    }
    return nil
  }

  /// Where the value ends that begins at an offset of the unread part.
  mutating func endOfValue(from start: Int, row: Int) throws(ListError) -> Int {
    var scanner = JSONValueScanner()
    var index = start
    while let byte = try byte(at: index) {
      guard index - start <= RecordLimits.record else {
        try checkText(in: self.start + start..<bytes.count, row: row)
        throw ListError.recordTooLong(row: row)
      }
      if scanner.isOutside, index > start {
        let endsBare = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte <= 0x20
        if endsBare { return index }
      }
      if scanner.accept(byte) { return index + 1 }
      index += 1
    }
    return index
  }

  /// The error of an unread part that is no JSON at an offset.
  func invalid(_ problem: JSONError.Problem, at index: Int) -> ListError {
    ListError.invalidJSON(problem, position: position(at: start + index))
  }
}
