public import Recipients

/// What the bytes of one recipient's cells show: each byte is looked at once, for all who ask.
public struct RowLook: Sendable {
  private var parameters: [CellClass] = []
  private var address: CellClass = []
  private var name: CellClass = []

  /// Has seen nothing yet.
  init() {}

  /// Looks at one recipient.
  public init(_ row: Row) { row.withCells { look(at: $0) } }

  /// Looks at the next recipient.
  mutating func look(at cells: Row.Cells) {
    if parameters.count != cells.parameterCount {
      parameters = Array(repeating: [], count: cells.parameterCount)
    }
    CellClass.table.withUnsafeBufferPointer { table in
      address = cells[.address].map { CellClass.of($0, table) } ?? []
      name = cells[.name].map { CellClass.of($0, table) } ?? []
      parameters.withUnsafeMutableBufferPointer { parameters in
        for number in 0..<parameters.count {
          parameters[number] = cells[number].map { CellClass.of($0, table) } ?? []
        }
      }
    }
  }

  /// The kinds of bytes in each cell; none in one that is missing.
  public struct Kinds {
    /// By the parameter's number.
    public let parameters: UnsafeBufferPointer<CellClass>
    /// The recipient's address.
    public let address: CellClass
    /// The recipient's name.
    public let name: CellClass

    /// The kinds of bytes in an own field.
    @inlinable
    public func own(_ field: Row.OwnCell) -> CellClass {
      switch field {
      case .address: address
      case .name: name
      }
    }
  }

  /// Hands over the kinds of all cells.
  @inline(__always)
  public func withKinds<Result>(_ body: (Kinds) -> Result) -> Result {
    parameters.withUnsafeBufferPointer {
      body(Kinds(parameters: $0, address: address, name: name))
    }
  }
}
