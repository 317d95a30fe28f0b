/// A recipient's own field, beside the parameters.
@usableFromInline
enum Role: Int, CaseIterable, Sendable {
  case address
  case name
  case type

  /// How many there are.
  @inlinable static var count: Int { Role.type.rawValue + 1 }
}

extension Role {
  /// The word that options use for the field.
  var fieldName: String {
    switch self {
    case .address: "address"
    case .name: "name"
    case .type: "type"
    }
  }
}
