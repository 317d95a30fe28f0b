import Diagnostics
import JSONSyntax

/// A stretch of a list with the ranges of the JSON values in it that are people.
struct JSONBlock: Sendable {
  /// About how many bytes are handed out at once.
  static let size = 512 * 1024

  /// The text and tailroom.
  private let memory: [UInt8]
  private let textEnd: Int
  /// The values, as offsets of `memory`.
  private let records: [Range<Int>]
  private let place: BlockPlace

  /// Takes the unread part of a list up to the last of some values.
  ///
  /// - Parameters:
  ///   - window: the list.
  ///   - records: the values, as offsets of its unread part.
  ///   - number: the number of the first of them.
  init(_ window: RecordWindow, _ records: [Range<Int>], number: Int) {
    let length = records.last?.upperBound ?? 0
    var memory: [UInt8] = []
    memory.reserveCapacity(length + RowBlock.tailroom)
    memory.append(contentsOf: window.unread.prefix(length))
    memory.append(contentsOf: repeatElement(0, count: RowBlock.tailroom))
    self.memory = memory
    textEnd = length
    self.records = records
    place = BlockPlace(
      number: number, offset: window.offset, position: window.position,
      violation: window.source.violation)
  }

  func pending(_ wanted: WantedFields) -> PendingRows {
    PendingRows { () throws(ListError) in try rows(wanted) }
  }

  private func rows(_ wanted: WantedFields) throws(ListError) -> RowBlock {
    try place.checkText(memory, 0..<textEnd) { index in
      records.firstIndex { $0.upperBound > index } ?? records.count - 1
    }
    var map = FieldMap(wanted)
    var builder = RowBlockBuilder(
      memory, textEnd: textEnd, at: place, parameters: wanted.parameters.count,
      rows: records.count)
    var layout: JSONLayout?
    var values = JSONLayout.Values()
    for (number, range) in records.enumerated() {
      builder.beginRow(range, number: number)
      let isPlain = memory.withUnsafeBufferPointer { memory in
        layout?.find(in: memory, range, &values) == true
      }
      if isPlain {
        layout?.put(values, in: &builder)
      } else {
        let value = try parse(range)
        map.fill(&builder, from: value, keysAreParameters: true)
        layout = JSONLayout(value, memory, &map)
      }
    }
    builder.columns = map.columns
    return builder.finish()
  }

  private func parse(_ range: Range<Int>) throws(ListError) -> JSONValue {
    do {
      return try JSONParser.parse(memory, range: range)
    } catch {
      throw ListError.invalidJSON(
        error.problem, position: place.position(of: error.offset, in: memory))
    }
  }
}
