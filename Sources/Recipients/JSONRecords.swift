import Diagnostics
import JSONSyntax

extension ListFormat {
  /// A JSON array of objects.
  public static let jsonArray = ListFormat(
    name: "JSON", recognizes: { $0.firstMark == UInt8(ascii: "[") }
  ) { window, wanted in JSONRecords(window, isArray: true, wanted) }

  /// One JSON object a line.
  public static let ndjson = ListFormat(
    name: "NDJSON",
    recognizes: { window throws(ListError) in
      guard window.firstMark == UInt8(ascii: "{") else { return false }
      return try !RequestRecords.isRequest(&window)
    }
  ) { window, wanted in JSONRecords(window, isArray: false, wanted) }
}

/// Records of a JSON array or of lines of JSON, one object each.
struct JSONRecords: RecordReader {
  private(set) var map: FieldMap
  private var window: RecordWindow
  private let isArray: Bool
  private var number = 0
  private var isInside = false
  private var isOver = false

  init(_ window: RecordWindow, isArray: Bool, _ wanted: WantedFields) {
    self.window = window
    self.isArray = isArray
    map = FieldMap(wanted)
  }

  mutating func next() throws(ListError) -> Row? {
    guard !isOver, try skipToValue() else {
      if number > 0 { try map.checkChosen() }
      return nil
    }
    let end = try endOfValue()
    let range = window.start..<end
    number += 1
    guard range.count <= RecordLimits.record else { throw ListError.recordTooLong(row: number) }
    if let broken = window.bytes.firstInvalidUTF8(in: range) {
      throw ListError.notUTF8(row: number, position: window.position(at: broken))
    }
    let value: JSONValue
    do {
      value = try JSONParser.parse(window.bytes, range: range)
    } catch {
      throw ListError.invalidJSON(
        error.problem, position: window.position(at: error.offset))
    }
    var row = Row(
      number: number, offset: window.offset, length: range.count, position: window.position,
      end: window.position(at: end), parameters: map.wanted.parameters.count)
    map.fill(&row, from: value, keysAreParameters: true)
    guard map.columns.count <= RecordLimits.columns else {
      throw ListError.tooManyColumns(found: map.columns.count)
    }
    window.advance(to: end)
    return row
  }

  /// Moves over blanks, commas and brackets to the next value; false at the end of the list.
  private mutating func skipToValue() throws(ListError) -> Bool {
    var mayEnd = true
    while true {
      try window.prepare(1)
      guard window.start < window.bytes.count else {
        guard !isArray else { throw invalid(.unexpectedEnd) }
        return false
      }
      switch window.bytes[window.start] {
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: "[") where isArray && !isInside: isInside = true
      case UInt8(ascii: ",") where isArray && number > 0 && mayEnd: mayEnd = false
      case UInt8(ascii: "]") where isArray && mayEnd:
        try expectNothing(after: window.start + 1)
        return false
      default:
        if isArray, number > 0, mayEnd {
          throw invalid(.unexpectedCharacter)
        }
        return true
      }
      window.advance(to: window.start + 1)
    }
  }

  private func invalid(_ problem: JSONError.Problem) -> ListError {
    ListError.invalidJSON(problem, position: window.position)
  }

  private mutating func expectNothing(after index: Int) throws(ListError) {
    window.advance(to: index)
    while true {
      try window.prepare(1)
      guard window.start < window.bytes.count else { break }
      guard window.bytes[window.start] <= 0x20 else { throw invalid(.trailingContent) }
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
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - value: the object.
  ///   - keysAreParameters: whether keys beside `parameters` are parameters as well, as in lists; in
  ///     a complete request they are fields of the recipient and nothing else.
  mutating func fill(_ row: inout Row, from value: JSONValue, keysAreParameters: Bool) {
    guard case .object(let members) = value.kind else {
      row.problem = .notAnObject
      return
    }
    var seen: Set<[UInt8]> = []
    var claims: [Role: [(claim: Claim, text: [UInt8])]] = [:]
    // First what is a parameter by its place: it wins over a field of the same name.
    for member in members where member.key.text == "parameters" {
      guard case .object(let parameters) = member.value.kind else { continue }
      var seen: Set<[UInt8]> = []
      for parameter in parameters {
        let key = parameter.key.text
        if !seen.insert(parameter.key.bytes).inserted { row.problem = .duplicateKey(key: key) }
        guard let text = text(of: parameter.value, key: key, &row) else { continue }
        for index in targets(of: key).parameters { row.set(Role.count + index, text) }
      }
    }
    for member in members {
      let key = member.key.text
      guard seen.insert(member.key.bytes).inserted else {
        row.problem = .duplicateKey(key: key)
        continue
      }
      if key == "parameters", case .object = member.value.kind { continue }
      if let text = text(of: member.value, key: key, &row) {
        let targets = targets(of: key)
        if keysAreParameters {
          for index in targets.parameters { row.set(Role.count + index, text) }
        }
        guard let role = targets.role else { continue }
        let isPlain = targets.parameters.isEmpty || !keysAreParameters
        claims[role, default: []].append((claim(of: key, to: role, isPlain: isPlain), text))
      }
    }
    for role in Role.allCases {
      guard let claims = claims[role] else { continue }
      guard let holder = Self.settle(role, claims.map(\.claim)) else {
        row.problem = .ambiguousKeys(role: role.fieldName, keys: claims.map(\.claim.header))
        continue
      }
      row.set(role.rawValue, claims[holder].text)
    }
  }

  /// A value as text; nil for null, and for what is no text.
  private mutating func text(of value: JSONValue, key: String, _ row: inout Row) -> [UInt8]? {
    if let text = value.scalarText { return text }
    if value.kind != .null, !targets(of: key).isEmpty { row.problem = .nestedValue(key: key) }
    return nil
  }
}
