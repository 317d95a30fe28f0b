import JSONSyntax

extension ListFormat {
  /// A JSON array of objects.
  public static let jsonArray = ListFormat(
    name: "JSON", recognizes: { $0.firstMark == UInt8(ascii: "[") }
  ) { window, wanted in JSONArrayRecords(window, wanted) }
}

/// Records of a JSON array, one object each.
struct JSONArrayRecords: RecordReader {
  let map: FieldMap
  private var window: RecordWindow
  /// How many values were met.
  private var count = 0
  private var isInside = false
  /// Whether the window begins with a value.
  private var isAtValue = false
  private var isOver = false
  /// Why nothing can be read behind the values handed out.
  private var failure: ListError?

  init(_ window: RecordWindow, _ wanted: WantedFields) {
    self.window = window
    map = FieldMap(wanted)
  }

  mutating func next() throws(ListError) -> PendingRows? {
    if let failure { throw failure }
    guard !isOver, let first = isAtValue ? 0 : try nextValue(from: 0) else { return nil }
    let number = count + 1
    var records: [Range<Int>] = []
    var index: Int? = first
    do throws(ListError) {
      while let start = index, start < JSONBlock.size {
        let end = try window.endOfValue(from: start, row: count + 1)
        records.append(start..<end)
        count += 1
        index = try nextValue(from: end)
      }
    } catch {
      // What is wrong with the values before comes first.
      guard !records.isEmpty else { throw error }
      failure = error
    }
    isAtValue = true
    let block = JSONBlock(window, records, number: number)
    if let index { window.advance(to: window.start + index) }
    return block.pending(map.wanted)
  }

  /// Looks beyond blanks, commas and brackets for the next value; nil at the end of the list.
  private mutating func nextValue(from start: Int) throws(ListError) -> Int? {
    var index = start
    var mayEnd = true
    while true {
      guard let byte = try window.byte(at: index) else {
        throw window.invalid(.unexpectedEnd, at: index)
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: "[") where !isInside: isInside = true
      case UInt8(ascii: ",") where count > 0 && mayEnd: mayEnd = false
      case UInt8(ascii: "]") where mayEnd:
        try expectNothing(from: index + 1)
        return nil
      default:
        guard count == 0 || !mayEnd else { throw window.invalid(.unexpectedCharacter, at: index) }
        return index
      }
      index += 1
    }
  }

  private mutating func expectNothing(from start: Int) throws(ListError) {
    var index = start
    while let byte = try window.byte(at: index) {
      guard byte <= 0x20 else { throw window.invalid(.trailingContent, at: index) }
      index += 1
    }
    isOver = true
  }
}
