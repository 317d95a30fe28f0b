/// A JSON value with its place in the text; numbers keep their spelling, objects their order.
public struct JSONValue: Sendable, Equatable {
  /// What the value is.
  public indirect enum Kind: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number exactly as written.
    case number([UInt8])
    /// A string.
    case string(JSONString)
    /// A list of values.
    case array([JSONValue])
    /// Keys with values, in order, repeated keys included.
    case object([JSONMember])
  }

  /// The bytes of the value in the text.
  public let range: Range<Int>
  /// What the value is.
  public let kind: Kind
}

extension JSONValue {
  /// The text of a string, or of a number, `true` or `false` as it is spelled; nil for the rest.
  public var scalarText: [UInt8]? {
    switch kind {
    case .string(let string): string.bytes
    case .number(let literal): literal
    case .bool(let flag): Array((flag ? "true" : "false").utf8)
    case .null, .array, .object: nil
    }
  }
}

/// One key of an object with its value.
public struct JSONMember: Sendable, Equatable {
  /// The key.
  public let key: JSONString
  /// The value.
  public let value: JSONValue
}

/// A string with its place in the text.
public struct JSONString: Sendable, Equatable {
  /// The decoded text in UTF-8.
  public let bytes: [UInt8]
  /// The bytes of the literal, quotes included.
  public let range: Range<Int>
  /// Whether the literal holds escapes, so that offsets shift.
  public let hasEscapes: Bool

  /// The decoded text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Leads offsets of the decoded text back to the source it was read from.
  public func offsetMap(source: [UInt8]) -> JSONOffsetMap {
    guard hasEscapes else { return .constant(range.lowerBound + 1) }
    return JSONOffsetMap(decoding: range, in: source)
  }
}
