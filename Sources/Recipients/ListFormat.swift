/// What a list's bytes turn out to be; a file's extension is never asked.
public enum ListFormat: String, Sendable {
  /// Comma-separated values after RFC 4180, with a header.
  case csv = "CSV"
  /// A JSON array of objects.
  case jsonArray = "JSON"
  /// One JSON object a line.
  case ndjson = "NDJSON"
  /// A complete request of the mail service, with `recipients`.
  case request = "request"

  /// Tells the format from the first bytes of a list, its byte order mark already gone.
  static func detect(_ window: inout RecordWindow) throws(ListError) -> ListFormat {
    try window.prepare(4096)
    let head = window.bytes[window.start...].prefix(4096)
    if let foreign = ForeignFile(head) { throw ListError.foreign(foreign) }
    let text = head.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    switch text.first {
    case UInt8(ascii: "["): return .jsonArray
    case UInt8(ascii: "{"): return try isRequest(&window) ? .request : .ndjson
    default: return .csv
    }
  }

  /// Whether the first line is not one whole object, or is one that holds `recipients`.
  private static func isRequest(_ window: inout RecordWindow) throws(ListError) -> Bool {
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
    let isOneLine = !record.drop { $0 == 0x0A || $0 == 0x0D }.contains(UInt8(ascii: "\n"))
    return !isOneLine || record.holdsKey("\"recipients\"")
  }
}

extension ForeignFile {
  fileprivate init?(_ head: ArraySlice<UInt8>) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compoundDocument
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if head.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
      self = .webPage
    } else {
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holdsKey(_ key: StaticString) -> Bool {
    let needle = key.withUTF8Buffer { Array($0) }
    guard count >= needle.count else { return false }
    return indices.dropLast(needle.count - 1).contains { index in
      self[index] == needle[0] && self[index...].starts(with: needle)
    }
  }
}

/// Finds the end of one JSON value by brackets and strings alone.
struct JSONValueScanner {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Takes the next byte; true when it closes the outermost bracket.
  mutating func accept(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth <= 0
    default: break
    }
    return false
  }

  /// Whether nothing is open.
  var isOutside: Bool { depth == 0 && !isInString }
}
