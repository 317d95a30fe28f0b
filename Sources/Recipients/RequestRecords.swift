import Diagnostics
import JSONSyntax

/// The people of a complete request, which is loaded whole.
struct RequestRecords {
  private(set) var map: FieldMap
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
    while try window.fill() {}
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
    self.init(people, bytes: bytes, wanted)
  }

  mutating func next() -> Row? {
    guard index < people.count else { return nil }
    let person = people[index]
    index += 1
    var row = Row(
      number: index, offset: person.range.lowerBound, length: person.range.count,
      position: lines.position(at: person.range.lowerBound, in: bytes),
      parameters: map.wanted.parameters.count)
    map.fill(&row, from: person, bytes: bytes)
    return row
  }
}
