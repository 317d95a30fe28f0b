/// Why one record of a list is broken.
public enum RowProblem: Sendable, Hashable {
  /// More cells than the header has columns; the values may be shifted.
  case tooManyCells(found: Int, expected: Int)
  /// Text behind the closing quote of a cell.
  case textAfterQuote(column: Int)
  /// A value that is an object or an array.
  case nestedValue(key: String)
  /// A key that occurs twice.
  case duplicateKey(key: String)
  /// Several keys that name the same field of the recipient.
  case ambiguousKeys(role: String, keys: [String])
  /// A value of more bytes than `RecordLimits.field`.
  case valueTooLong(bytes: Int)
  /// A JSON value that is no object.
  case notAnObject
}
