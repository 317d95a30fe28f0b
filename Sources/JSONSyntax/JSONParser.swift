/// Reads JSON (RFC 8259) from bytes; every value comes with its range.
public struct JSONParser {
  private let bytes: [UInt8]
  private let end: Int
  private let allowsComments: Bool
  private let depthLimit: Int
  private var index: Int

  /// Parses one value that fills the text or a range of it.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8; a byte order mark at its start is skipped.
  ///   - range: the part to parse; offsets still count from the start of `bytes`.
  ///   - comments: whether `//`, `/* */` and commas behind the last item are allowed.
  ///   - depthLimit: how deep arrays and objects may nest.
  /// - Returns: the value.
  /// - Throws: `JSONError` at the first byte that is wrong.
  public static func parse(
    _ bytes: [UInt8], range: Range<Int>? = nil, comments: Bool = false, depthLimit: Int = 64
  ) throws(JSONError) -> JSONValue {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var parser = JSONParser(
      bytes: bytes, end: range.upperBound, allowsComments: comments, depthLimit: depthLimit,
      index: range.lowerBound)
    if range.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    try parser.skipBlanks()
    let value = try parser.value(depth: 0)
    try parser.skipBlanks()
    guard parser.index == parser.end else { throw parser.error(.trailingContent) }
    return value
  }

  private init(bytes: [UInt8], end: Int, allowsComments: Bool, depthLimit: Int, index: Int) {
    self.bytes = bytes
    self.end = end
    self.allowsComments = allowsComments
    self.depthLimit = depthLimit
    self.index = index
  }

  private var current: UInt8? { index < end ? bytes[index] : nil }

  private func error(_ problem: JSONError.Problem) -> JSONError {
    JSONError(problem: problem, offset: index)
  }

  private func unexpected() -> JSONError {
    error(index < end ? .unexpectedCharacter : .unexpectedEnd)
  }

  // MARK: Between values

  private mutating func skipBlanks() throws(JSONError) {
    while let byte = current {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "/") where allowsComments: try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = index
    index += 1
    if current == UInt8(ascii: "/") {
      while let byte = current, byte != 0x0A { index += 1 }
    } else if current == UInt8(ascii: "*") {
      index += 1
      while index + 1 < end,
        bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
      {
        index += 1
      }
      guard index + 1 < end else {
        index = start
        throw error(.unexpectedEnd)
      }
      index += 2
    } else {
      index = start
      throw error(.unexpectedCharacter)
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    let start = index
    let kind: JSONValue.Kind
    switch current {
    case UInt8(ascii: "{"): kind = .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): kind = .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "t"): kind = try word("true", .bool(true))
    case UInt8(ascii: "f"): kind = try word("false", .bool(false))
    case UInt8(ascii: "n"): kind = try word("null", .null)
    case UInt8(ascii: "-"): kind = .number(try number())
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): kind = .number(try number())
    default: throw unexpected()
    }
    return JSONValue(range: start..<index, kind: kind)
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONValue.Kind
  ) throws(JSONError) -> JSONValue.Kind {
    let start = index
    let matches = word.withUTF8Buffer { bytes[start..<end].starts(with: $0) }
    guard matches else { throw error(.unexpectedCharacter) }
    index += word.utf8CodeUnitCount
    return kind
  }

  private mutating func object(depth: Int) throws(JSONError) -> [JSONMember] {
    guard depth <= depthLimit else { throw error(.tooDeep) }
    index += 1
    var members: [JSONMember] = []
    while true {
      try skipBlanks()
      if current == UInt8(ascii: "}"), members.isEmpty || allowsComments { break }
      guard current == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      try skipBlanks()
      guard current == UInt8(ascii: ":") else { throw unexpected() }
      index += 1
      try skipBlanks()
      members.append(JSONMember(key: key, value: try value(depth: depth)))
      guard try continues(before: UInt8(ascii: "}")) else { break }
    }
    index += 1
    return members
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth <= depthLimit else { throw error(.tooDeep) }
    index += 1
    var items: [JSONValue] = []
    while true {
      try skipBlanks()
      if current == UInt8(ascii: "]"), items.isEmpty || allowsComments { break }
      items.append(try value(depth: depth))
      guard try continues(before: UInt8(ascii: "]")) else { break }
    }
    index += 1
    return items
  }

  /// Reads over a comma; false at the closing bracket, on which it stays.
  private mutating func continues(before closing: UInt8) throws(JSONError) -> Bool {
    try skipBlanks()
    if current == closing { return false }
    guard current == UInt8(ascii: ",") else { throw unexpected() }
    index += 1
    return true
  }

  private mutating func number() throws(JSONError) -> [UInt8] {
    let start = index
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    if current == UInt8(ascii: "-") { index += 1 }
    guard isDigit(current) else { throw error(.invalidNumber) }
    if current == UInt8(ascii: "0") {
      index += 1
      guard !isDigit(current) else { throw error(.invalidNumber) }
    }
    while isDigit(current) { index += 1 }
    if current == UInt8(ascii: ".") {
      index += 1
      guard isDigit(current) else { throw error(.invalidNumber) }
      while isDigit(current) { index += 1 }
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      guard isDigit(current) else { throw error(.invalidNumber) }
      while isDigit(current) { index += 1 }
    }
    return Array(bytes[start..<index])
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> JSONString {
    let start = index
    index += 1
    var text: [UInt8] = []
    var runStart = index
    var hasEscapes = false
    var isASCII = true
    while let byte = current, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw error(.controlCharacter) }
      if byte >= 0x80 { isASCII = false }
      guard byte == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      hasEscapes = true
      text.append(contentsOf: bytes[runStart..<index])
      try escape(into: &text)
      runStart = index
    }
    guard index < end else { throw error(.unexpectedEnd) }
    if !isASCII { try checkUTF8(start + 1..<index) }
    text.append(contentsOf: bytes[runStart..<index])
    index += 1
    return JSONString(bytes: text, range: start..<index, hasEscapes: hasEscapes)
  }

  private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
    } catch {
      throw JSONError(
        problem: .invalidUTF8, offset: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard index + 1 < end else {
      index = end
      throw error(.unexpectedEnd)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      try unicodeEscape(into: &text)
      return
    default: throw error(.invalidEscape)
    }
    index += 2
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    guard let unit = Self.hexadecimal(bytes, at: index + 2, before: end) else {
      throw error(.invalidEscape)
    }
    var scalar = unit
    var length = 6
    if (0xD800..<0xDC00).contains(unit) {
      guard index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"),
        bytes[index + 7] == UInt8(ascii: "u"),
        let low = Self.hexadecimal(bytes, at: index + 8, before: end),
        (0xDC00..<0xE000).contains(low)
      else { throw error(.invalidEscape) }
      scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      length = 12
    }
    guard let decoded = Unicode.Scalar(scalar) else { throw error(.invalidEscape) }
    text.append(contentsOf: UTF8.encode(decoded) ?? UTF8.encodedReplacementCharacter)
    index += length
  }

  /// Four hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8], at offset: Int, before end: Int) -> UInt32? {
    guard offset + 4 <= end else { return nil }
    var number: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      let lower = byte | 0x20
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
      default:
        guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
        number = number << 4 | UInt32(lower - UInt8(ascii: "a") + 10)
      }
    }
    return number
  }
}
