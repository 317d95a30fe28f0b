/// Some rows of one block, in its order.
public struct RowSelection: Sendable {
  private var block: RowBlock?
  private var indices: [UInt32] = []

  /// Selects none.
  public init() {}

  /// Makes room for so many rows.
  public mutating func reserveCapacity(_ rows: Int) { indices.reserveCapacity(rows) }

  /// Adds a row of the same block as the others.
  public mutating func append(_ row: Row) {
    precondition(block == nil || block === row.block)
    if block == nil { block = row.block }
    indices.append(UInt32(truncatingIfNeeded: row.index))
  }

  /// Goes through the rows with their positions.
  @inline(__always)
  public func forEach(_ body: (Int, Row) -> Void) {
    guard let block else { return }
    for (position, index) in indices.enumerated() {
      body(position, Row(block: block, index: Int(index)))
    }
  }
}
