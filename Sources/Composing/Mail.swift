public import Mailing

/// One recipient in wire form: finished values for every name of the plan.
public struct Mail: Sendable {
  /// The record's number in the list.
  public let row: Int
  /// The address as the list has it.
  public let address: [UInt8]
  /// The recipient's name; nil where the list has none.
  public let name: [UInt8]?
  /// How the mail is addressed to them.
  public let kind: RecipientKind
  /// One finished value per slot.
  public let values: WireValues
}

/// What keeps a value from being written, as data.
public struct ValueProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no value, and no fallback.
    case missing
    /// The value is blank, and there is no fallback.
    case empty
    /// The value cannot stand there.
    case objection(ValueObjection)
  }

  /// What is wrong.
  public let kind: Kind
  /// The slot that has no value now.
  public let slot: Int
}
