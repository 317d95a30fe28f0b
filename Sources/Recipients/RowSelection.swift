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

  /// How many there are.
  public var count: Int { indices.count }

  /// Hands over the block and where the rows lie in it; nothing if there are none.
  public func withBlock(_ body: (RowBlock, UnsafeBufferPointer<UInt32>) -> Void) {
    guard let block else { return }
    indices.withUnsafeBufferPointer { body(block, $0) }
  }
}
