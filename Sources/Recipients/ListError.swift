public import Diagnostics
public import JSONSyntax

/// Why a list cannot be read at all; nothing of it is used then.
public enum ListError: Error, Sendable, Equatable {
  /// The file cannot be opened or read; the text is the system's.
  case unreadable(reason: String)
  /// There is no recipient in it.
  case empty
  /// It is a file of another kind.
  case foreign(ForeignFile)
  /// A byte that is no text in the list's encoding.
  case notText(EncodingViolation, row: Int, position: Position)
  /// A zero byte, which no text holds.
  case zeroByte(row: Int, position: Position)
  /// The system cannot read an encoding.
  case noConversion(TextEncoding)
  /// JSON that does not parse.
  case invalidJSON(JSONError.Problem, position: Position)
  /// The JSON is neither an array of people nor a request with `recipients`.
  case noPeople
  /// A quoted cell without its closing quote.
  case unterminatedQuote(position: Position)
  /// The header seems to stand further down, below a title.
  case titleRows(header: Int)
  /// The list ends before the row that was said to be its header.
  case noHeaderRow(Int)
  /// The first record is a person and no header.
  case noHeader
  /// No column is recognised as the address.
  case noAddressColumn(columns: [String])
  /// Two columns could be the same field.
  case ambiguousColumns(role: String, columns: [String])
  /// A column named by an option does not exist.
  case unknownColumn(name: String, columns: [String])
  /// A column name that occurs twice.
  case duplicateColumn(name: String)
  /// The header has more than `RecordLimits.columns`.
  case tooManyColumns(found: Int)
  /// Lines end in a carriage return alone, so the list is one long header.
  case carriageReturns
  /// A complete request is longer than `RecordLimits.request`.
  case requestTooLong
  /// A complete request has more than `RecordLimits.people`.
  case tooManyPeople(found: Int)
  /// One record is longer than `RecordLimits.record`.
  case recordTooLong(row: Int)
}
