import Diagnostics
import JSONSyntax

extension ListFormat {
  /// A complete request of the mail service, with `recipients`.
  public static let request = ListFormat(
    name: "request", recognizes: { $0.firstMark == UInt8(ascii: "{") }
  ) { window, wanted throws(ListError) in try RequestRecords(loading: window, wanted) }
}

/// The people of a complete request, which is loaded whole.
struct RequestRecords: RecordReader {
  /// How many people are handed out at once.
  private static let batch = 1000

  let map: FieldMap
  private let people: [JSONValue]
  private let bytes: [UInt8]
  private let lines: LineIndex
  private var index = 0

  init(_ people: [JSONValue], bytes: [UInt8], _ wanted: WantedFields) {
    self.people = people
    self.bytes = bytes
    lines = LineIndex(bytes)
    map = FieldMap(wanted)
  }

  init(loading window: RecordWindow, _ wanted: WantedFields) throws(ListError) {
    var window = window
    while try window.fill() {
      guard window.bytes.count <= RecordLimits.request else { throw ListError.requestTooLong }
    }
    let bytes = window.bytes
    let lines = LineIndex(bytes)
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw ListError.invalidJSON(
        error.problem, position: lines.position(at: error.offset, in: bytes))
    }
    guard case .object(let members) = value.kind,
      let list = members.first(where: { $0.key.text == "recipients" }),
      case .array(let people) = list.value.kind
    else { throw ListError.noPeople }
    guard people.count <= RecordLimits.people else {
      throw ListError.tooManyPeople(found: people.count)
    }
    self.init(people, bytes: bytes, wanted)
  }

  /// Whether a list that begins with `{` is one object rather than an object a line.
  ///
  /// That is so when the first object is not whole on its line, or holds a list of `recipients`.
  static func isRequest(_ window: inout RecordWindow) throws(ListError) -> Bool {
    var scanner = JSONValueScanner()
    var index = window.start
    while true {
      if index == window.bytes.count {
        guard try window.fill() else { return true }
        continue
      }
      if scanner.accept(window.bytes[index]) { break }
      index += 1
      if index - window.start > RecordLimits.record { return true }
    }
    let record = window.bytes[window.start...index]
    if record.drop(while: { $0 == 0x0A || $0 == 0x0D }).contains(UInt8(ascii: "\n")) { return true }
    guard let value = try? JSONParser.parse(window.bytes, range: window.start..<index + 1),
      case .object(let members) = value.kind
    else { return false }
    return members.contains { member in
      guard case .array = member.value.kind else { return false }
      return member.key.text == "recipients"
    }
  }

  mutating func next() -> PendingRows? {
    guard index < people.count else { return nil }
    let batch = people[index...].prefix(Self.batch)
    var place = BlockPlace(number: index + 1, offset: 0, position: Position(line: 1, column: 1))
    place.whole = (bytes, lines)
    index = batch.endIndex
    return PendingRows { [place, wanted = map.wanted] in
      var map = FieldMap(wanted)
      var builder = RowBlockBuilder(
        [], textEnd: 0, at: place, parameters: wanted.parameters.count, rows: batch.count)
      for (number, person) in batch.enumerated() {
        builder.beginRow(person.range, number: number)
        map.fill(&builder, from: person, keysAreParameters: false)
      }
      builder.columns = map.columns
      return builder.finish()
    }
  }
}
