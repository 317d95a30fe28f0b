public import Diagnostics

/// One recipient as the list has them: own fields and the values of the parameters asked for.
///
/// Nothing else of the list can be asked for, so a column that no template uses can go nowhere.
public struct Row: Sendable {
  @usableFromInline let block: RowBlock
  @usableFromInline let index: Int

  /// Where a value lies in a block's memory.
  @usableFromInline
  struct Cell: Sendable {
    static let missing = Cell(start: .max, end: .max)

    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32

    var isMissing: Bool { start == .max }
  }

  @usableFromInline
  init(block: RowBlock, index: Int) {
    self.block = block
    self.index = index
  }

  /// Someone without any data, for showing a template that has no list.
  public static func nobody(parameters: Int) -> Row {
    let place = BlockPlace(number: 0, offset: 0, position: Position(line: 1, column: 1))
    var builder = RowBlockBuilder(
      [], textEnd: 0, at: place, parameters: parameters)
    builder.beginRow(0..<0, number: 0)
    return builder.finish()[0]
  }

  // MARK: The record

  @usableFromInline var record: RowBlock.Record { block.records[index] }

  /// The record's number as a spreadsheet shows it: a CSV header is 1, a JSON list starts at 1.
  public var number: Int { block.number(of: index) }
  /// Bytes of the list before the record.
  public var offset: Int {
    let start = Int(record.start)
    return block.place.whole == nil ? block.place.offset + start : start
  }
  /// Bytes of the record.
  public var length: Int { Int(record.end - record.start) }
  /// Where the record begins.
  public var position: Position { block.place.position(of: Int(record.start), in: block.memory) }
  /// Where the record ends.
  public var end: Position { block.place.position(of: Int(record.end), in: block.memory) }
  /// Why the record cannot be trusted, if it cannot.
  public var problem: RowProblem? {
    block.problems.isEmpty ? nil : block.problems[index]
  }

  /// The record as it is written, without its line end; nothing for people of a complete request.
  public var text: ArraySlice<UInt8> {
    block.place.whole == nil ? block.memory[Int(record.start)..<Int(record.end)] : []
  }

  /// All cells of the record, where a separator sets them apart.
  public func cells(_ separator: CSVSeparator) -> [[UInt8]] {
    CSVHeader.record(of: text, at: text.startIndex, separator).cells
  }

  // MARK: Values

  /// The address, or nil where the cell or key is absent.
  public var address: ArraySlice<UInt8>? { self[Role.address.rawValue] }
  /// The recipient's name, or nil where there is none.
  public var name: ArraySlice<UInt8>? { self[Role.name.rawValue] }
  /// How the mail is addressed to them as written (`R`, `CC` …), or nil where nothing is.
  public var type: ArraySlice<UInt8>? { self[Role.type.rawValue] }

  /// The value of the parameter with that number among those asked for; nil when it is missing.
  public func parameter(_ index: Int) -> ArraySlice<UInt8>? { self[Role.count + index] }

  private subscript(_ cell: Int) -> ArraySlice<UInt8>? {
    precondition(cell >= 0 && cell < block.cellCount)
    let cell = block.cells[index * block.cellCount + cell]
    return cell.isMissing ? nil : block.memory[Int(cell.start)..<Int(cell.end)]
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
  /// At least `tailroom` bytes can be read from the beginning of each value.
  public struct Cells {
    /// How much is readable from where a value begins.
    public static let tailroom = RowBlock.tailroom

    @usableFromInline let memory: UnsafePointer<UInt8>?
    @usableFromInline let table: UnsafeBufferPointer<Cell>

    @inlinable
    init(memory: UnsafePointer<UInt8>?, table: UnsafeBufferPointer<Cell>) {
      self.memory = memory
      self.table = table
    }

    /// The value of the parameter with that number; nil when it is missing.
    @inlinable
    public subscript(parameter: Int) -> UnsafeBufferPointer<UInt8>? {
      value(of: cell(Role.count + parameter))
    }

    /// The value of an own field; nil when it is missing.
    @inlinable
    public subscript(field: OwnCell) -> UnsafeBufferPointer<UInt8>? { value(of: cell(field.cell)) }

    /// How many parameters there are.
    @inlinable public var parameterCount: Int { table.count - Role.count }

    /// Whether the record says how the mail is addressed to the recipient.
    public var hasType: Bool { !cell(Role.type.rawValue).isMissing }

    @inlinable
    func cell(_ number: Int) -> Cell {
      precondition(UInt(bitPattern: number) < UInt(bitPattern: table.count))
      return table[number]
    }

    /// The builder has made sure that a cell lies in the memory.
    @inlinable
    func value(of cell: Cell) -> UnsafeBufferPointer<UInt8>? {
      guard cell.start != .max, let memory else { return nil }
      return UnsafeBufferPointer(
        start: memory + Int(cell.start), count: Int(cell.end &- cell.start))
    }
  }

  /// Hands over all cells; they are gone when `body` returns.
  @inlinable
  public func withCells<Result>(_ body: (Cells) -> Result) -> Result {
    block.withCells(of: index, body)
  }
}
