public import Diagnostics

/// One recipient as the list has them: own fields and the values of the parameters asked for.
///
/// Nothing else of the list is kept, so a column that no template uses can go nowhere.
public struct Row: Sendable {
  /// The record's number as a spreadsheet shows it: a CSV header is 1, a JSON list starts at 1.
  public let number: Int
  /// Bytes of the list before the record.
  public let offset: Int
  /// Bytes of the record.
  public let length: Int
  /// Where the record begins.
  public let position: Position
  /// Where the record ends.
  public let end: Position
  /// Why the record cannot be trusted, if it cannot.
  public internal(set) var problem: RowProblem?
  private var storage: [UInt8] = []
  private var cells: [Range<Int>?]

  /// Makes a record with nothing in it yet and room for so many parameters.
  init(
    number: Int, offset: Int, length: Int, position: Position, end: Position, parameters: Int
  ) {
    self.number = number
    self.offset = offset
    self.length = length
    self.position = position
    self.end = end
    cells = Array(repeating: nil, count: Role.count + parameters)
    storage.reserveCapacity(length)
  }

  /// Someone without any data, for showing a template that has no list.
  public static func nobody(parameters: Int) -> Row {
    Row(
      number: 0, offset: 0, length: 0, position: Position(line: 1, column: 1),
      end: Position(line: 1, column: 1),
      parameters: parameters)
  }

  /// The address, or nil where the cell or key is absent.
  public var address: ArraySlice<UInt8>? { self[Role.address.rawValue] }
  /// The recipient's name, or nil where there is none.
  public var name: ArraySlice<UInt8>? { self[Role.name.rawValue] }
  /// How the mail is addressed to them as written (`R`, `CC` …), or nil where nothing is.
  public var type: ArraySlice<UInt8>? { self[Role.type.rawValue] }

  /// The value of the parameter with that number among those asked for; nil when it is missing.
  public func parameter(_ index: Int) -> ArraySlice<UInt8>? { self[Role.count + index] }

  private subscript(_ cell: Int) -> ArraySlice<UInt8>? {
    guard let range = cells[cell] else { return nil }
    return storage[range]
  }

  /// A recipient's own field that a parameter of its name stands for.
  public enum OwnCell: String, Sendable {
    /// The address.
    case address
    /// The name.
    case name

    /// The field of a parameter's name; nil where no field is called so.
    public init?(_ parameter: String) { self.init(rawValue: parameter) }

    fileprivate var role: Role {
      switch self {
      case .address: .address
      case .name: .name
      }
    }
  }

  /// All cells as they lie in memory, for reading many of them at once.
  public struct Cells {
    fileprivate let storage: UnsafeBufferPointer<UInt8>
    fileprivate let ranges: UnsafeBufferPointer<Range<Int>?>

    /// The value of the parameter with that number; nil when it is missing.
    @inline(__always)
    public subscript(parameter: Int) -> UnsafeBufferPointer<UInt8>? {
      cell(Role.count + parameter)
    }

    /// The value of an own field; nil when it is missing.
    public subscript(field: OwnCell) -> UnsafeBufferPointer<UInt8>? { cell(field.role.rawValue) }

    @inline(__always)
    private func cell(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
      ranges[number].map { UnsafeBufferPointer(rebasing: storage[$0]) }
    }
  }

  /// Hands over all cells; they are gone when `body` returns.
  public func withCells<Result>(_ body: (Cells) -> Result) -> Result {
    storage.withUnsafeBufferPointer { storage in
      cells.withUnsafeBufferPointer { body(Cells(storage: storage, ranges: $0)) }
    }
  }

  /// Puts a value into a cell; the first of several stays.
  mutating func set(_ cell: Int, _ value: some Collection<UInt8>) {
    guard cells[cell] == nil else { return }
    if value.count > RecordLimits.field { problem = .valueTooLong(bytes: value.count) }
    let start = storage.count
    storage.append(contentsOf: value)
    cells[cell] = start..<storage.count
  }
}
