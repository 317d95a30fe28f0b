/// The people of one request.
public struct Batch: Sendable {
  /// The first and the last row of the list.
  public var rows: ClosedRange<Int>
  /// How many people.
  public var recipients: Int
  /// The address of the first of them.
  public var address: [UInt8]
  /// Their objects in the service's JSON, with commas between.
  public var people: [UInt8]
}
