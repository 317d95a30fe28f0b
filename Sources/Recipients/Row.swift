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
  /// A table of cells, then their values: one piece of memory for a person.
  private var storage: [UInt8]
  private let cellCount: Int

  /// Where a value lies in the storage; records are far smaller than `UInt32.max`.
  @usableFromInline
  struct Cell: Sendable {
    static let missing = Cell(start: .max, end: .max)
    @usableFromInline static let stride = MemoryLayout<Cell>.stride

    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
  }

  /// Makes a record with nothing in it yet and room for so many parameters.
  init(
    number: Int, offset: Int, length: Int, position: Position, end: Position, parameters: Int
  ) {
    self.number = number
    self.offset = offset
    self.length = length
    self.position = position
    self.end = end
    cellCount = Role.count + parameters
    let table = cellCount * Cell.stride
    // All bits set is a missing cell.
    storage = [UInt8](unsafeUninitializedCapacity: table + length) { memory, count in
      memory[..<table].initialize(repeating: 0xFF)
      count = table
    }
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
    let cell = withCells { $0.cell(cell) }
    return cell.start == .max ? nil : storage[Int(cell.start)..<Int(cell.end)]
  }

  /// A recipient's own field that a parameter of its name stands for.
  public enum OwnCell: String, Sendable {
    /// The address.
    case address
    /// The name.
    case name

    /// The field of a parameter's name; nil where no field is called so.
    public init?(_ parameter: String) { self.init(rawValue: parameter) }

    @usableFromInline var cell: Int {
      switch self {
      case .address: Role.address.rawValue
      case .name: Role.name.rawValue
      }
    }
  }

  /// All cells as they lie in memory, for reading many of them at once.
  ///
  /// At least `headroom` bytes before the end of each value can be read as well.
  public struct Cells {
    /// How much before the end of a value is readable: the table of cells is longer than that.
    public static let headroom = Role.count * Cell.stride

    @usableFromInline let storage: UnsafeBufferPointer<UInt8>
    @usableFromInline let count: Int
    @usableFromInline let parameters: Int

    init(storage: UnsafeBufferPointer<UInt8>, count: Int) {
      self.storage = storage
      self.count = count
      parameters = Role.count
    }

    /// The value of the parameter with that number; nil when it is missing.
    @inlinable
    public subscript(parameter: Int) -> UnsafeBufferPointer<UInt8>? {
      value(of: cell(parameters + parameter))
    }

    /// The value of an own field; nil when it is missing.
    @inlinable
    public subscript(field: OwnCell) -> UnsafeBufferPointer<UInt8>? { value(of: cell(field.cell)) }

    @inlinable
    func cell(_ number: Int) -> Cell {
      precondition(number >= 0 && number < count)
      return UnsafeRawBufferPointer(storage).loadUnaligned(
        fromByteOffset: number * Cell.stride, as: Cell.self)
    }

    @inlinable
    func value(of cell: Cell) -> UnsafeBufferPointer<UInt8>? {
      guard cell.start != .max else { return nil }
      return UnsafeBufferPointer(rebasing: storage[Int(cell.start)..<Int(cell.end)])
    }
  }

  /// Hands over all cells; they are gone when `body` returns.
  public func withCells<Result>(_ body: (Cells) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(Cells(storage: $0, count: cellCount)) }
  }

  /// Whether any value holds a byte.
  public func holds(_ byte: UInt8) -> Bool {
    storage.withUnsafeBufferPointer { storage in
      // Without a way out in the middle, many bytes are compared at once.
      var found: UInt8 = 0
      for other in storage[(cellCount * Cell.stride)...] { found |= other == byte ? 1 : 0 }
      return found != 0
    }
  }

  /// Puts a value into a cell; the first of several stays.
  mutating func set(_ cell: Int, _ value: some Collection<UInt8>) {
    guard withCells({ $0.cell(cell) }).start == .max else { return }
    if value.count > RecordLimits.field { problem = .valueTooLong(bytes: value.count) }
    let start = storage.count
    storage.append(contentsOf: value)
    precondition(storage.count < UInt32.max)
    let filled = Cell(start: UInt32(start), end: UInt32(storage.count))
    storage.withUnsafeMutableBytes {
      $0.storeBytes(of: filled, toByteOffset: cell * Cell.stride, as: Cell.self)
    }
  }
}
