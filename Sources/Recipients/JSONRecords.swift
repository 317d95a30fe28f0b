import Diagnostics
import JSONSyntax

/// Records of a JSON array or of lines of JSON, one object each.
struct JSONRecords {
  private(set) var map: FieldMap
  private var window: RecordWindow
  private let format: ListFormat
  private var number = 0
  private var isInside = false
  private var isOver = false

  init(_ window: RecordWindow, _ format: ListFormat, _ wanted: WantedFields) {
    self.window = window
    self.format = format
    map = FieldMap(wanted)
  }

  mutating func next() throws(ListError) -> Row? {
    guard !isOver, try skipToValue() else { return nil }
    let end = try endOfValue()
    let range = window.start..<end
    number += 1
    if let broken = window.bytes.firstInvalidUTF8(in: range) {
      throw ListError.notUTF8(row: number, position: window.position(at: broken))
    }
    let value: JSONValue
    do {
      value = try JSONParser.parse(window.bytes, range: range)
    } catch {
      throw ListError.invalidJSON(position: window.position(at: error.offset))
    }
    var row = Row(
      number: number, offset: window.offset, length: range.count, position: window.position,
      parameters: map.wanted.parameters.count)
    map.fill(&row, from: value, bytes: window.bytes)
    window.advance(to: end)
    return row
  }

  /// Moves over blanks, commas and brackets to the next value; false at the end of the list.
  private mutating func skipToValue() throws(ListError) -> Bool {
    var mayEnd = true
    while true {
      try window.prepare(1)
      guard window.start < window.bytes.count else {
        if format == .jsonArray { throw ListError.invalidJSON(position: window.position) }
        return false
      }
      switch window.bytes[window.start] {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: "[") where format == .jsonArray && !isInside: isInside = true
      case UInt8(ascii: ",") where format == .jsonArray && number > 0 && mayEnd: mayEnd = false
      case UInt8(ascii: "]") where format == .jsonArray && mayEnd:
        try expectNothing(after: window.start + 1)
        return false
      default:
        if format == .jsonArray, number > 0, mayEnd {
          throw ListError.invalidJSON(position: window.position)
        }
        return true
      }
      window.advance(to: window.start + 1)
    }
  }

  private mutating func expectNothing(after index: Int) throws(ListError) {
    window.advance(to: index)
    while true {
      try window.prepare(1)
      guard window.start < window.bytes.count else { break }
      guard window.bytes[window.start] <= 0x20 else {
        throw ListError.invalidJSON(position: window.position)
      }
      window.advance(to: window.start + 1)
    }
    isOver = true
  }

  /// Finds where the value that begins at the window's start ends.
  private mutating func endOfValue() throws(ListError) -> Int {
    var scanner = JSONValueScanner()
    var index = window.start
    while true {
      if index >= window.bytes.count {
        let distance = index - window.start
        guard distance <= RecordLimits.record else {
          throw ListError.recordTooLong(row: number + 1)
        }
        guard try window.fill() else { return window.bytes.count }
        index = window.start + distance
        continue
      }
      let byte = window.bytes[index]
      if scanner.isOutside, index > window.start {
        let endsBare = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte <= 0x20
        if endsBare { return index }
      }
      if scanner.accept(byte) { return index + 1 }
      index += 1
    }
  }
}

extension FieldMap {
  /// Puts what was asked for from one person's object into a row.
  mutating func fill(_ row: inout Row, from value: JSONValue, bytes: [UInt8]) {
    guard case .object(let members) = value.kind else {
      row.problem = .notAnObject
      return
    }
    var seen: Set<[UInt8]> = []
    for member in members {
      let key = member.key.text
      if !seen.insert(member.key.bytes).inserted { row.problem = .duplicateKey(key: key) }
      if key == "parameters", case .object(let parameters) = member.value.kind {
        for parameter in parameters {
          set(&row, key: parameter.key.text, parameter.value, isField: false)
        }
      } else {
        set(&row, key: key, member.value, isField: true)
      }
    }
  }

  private mutating func set(_ row: inout Row, key: String, _ value: JSONValue, isField: Bool) {
    let targets = targets(of: key)
    let text: [UInt8]
    switch value.kind {
    case .null: return
    case .bool(let flag): text = Array((flag ? "true" : "false").utf8)
    case .number(let literal): text = literal
    case .string(let string): text = string.bytes
    case .array, .object:
      if !targets.isEmpty { row.problem = .nestedValue(key: key) }
      return
    }
    if isField, let role = targets.role { row.set(role.rawValue, text) }
    for parameter in targets.parameters { row.set(Role.count + parameter, text) }
  }
}
