import JSONSyntax

extension ListFormat {
  /// One JSON object a line.
  public static let ndjson = ListFormat(
    name: "NDJSON",
    recognizes: { window throws(ListError) in
      guard window.firstMark == UInt8(ascii: "{") else { return false }
      return try !RequestRecords.isRequest(&window)
    }
  ) { window, wanted in JSONLineRecords(window, wanted) }
}

/// Records that are a JSON object each, one a line.
struct JSONLineRecords: RecordReader {
  let map: FieldMap
  private var window: RecordWindow
  private var count = 0

  init(_ window: RecordWindow, _ wanted: WantedFields) {
    self.window = window
    map = FieldMap(wanted)
  }

  mutating func next() throws(ListError) -> PendingRows? {
    let number = count + 1
    var records: [Range<Int>] = []
    var index = 0
    try window.prepare(JSONBlock.size)
    // What is in memory is handed out; only a first record makes for reading on.
    while records.isEmpty || index < JSONBlock.size {
      guard let start = try window.firstMark(from: index) else { break }
      guard let end = try endOfRecord(from: start, mayRead: records.isEmpty) else { break }
      records.append(start..<end)
      count += 1
      index = end
    }
    guard !records.isEmpty else { return nil }
    let block = JSONBlock(window, records, number: number)
    window.advance(to: window.start + index)
    return block.pending(map.wanted)
  }

  /// The end of the record that begins at an offset; nil where it would take reading on to know.
  private mutating func endOfRecord(
    from start: Int, mayRead: Bool
  ) throws(ListError) -> Int? {
    if let end = window.endOfObjectLine(from: start), end - start <= RecordLimits.record {
      return end
    }
    if !mayRead, !window.isAtEnd { return nil }
    return try window.endOfValue(from: start, row: count + 1)
  }
}

extension RecordWindow {
  /// The end of a line from `{` to `}` behind which another object or nothing follows.
  ///
  /// In JSON no object can end and another begin without a comma but where a value ends, and no
  /// string can hold a line feed: such a line is a value, or it is not JSON.
  fileprivate func endOfObjectLine(from start: Int) -> Int? {
    unread.withUnsafeBufferPointer { text in
      guard start < text.count, text[start] == UInt8(ascii: "{"),
        let feed = text.first(0x0A, from: start)
      else { return nil }
      var end = feed
      while end > start, text[end - 1] <= 0x20 { end -= 1 }
      guard text[end - 1] == UInt8(ascii: "}") else { return nil }
      var next = feed
      while next < text.count, text[next] <= 0x20 { next += 1 }
      if next == text.count { return isAtEnd ? end : nil }
      return text[next] == UInt8(ascii: "{") ? end : nil
    }
  }
}
