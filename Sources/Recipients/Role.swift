/// A recipient's own field, beside the parameters.
enum Role: Int, CaseIterable {
  case address
  case name
  case type

  static var count: Int { allCases.count }
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
