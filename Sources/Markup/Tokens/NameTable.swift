/// Something for each known name.
struct NameTable<Value: Sendable>: Sendable {
  private var values: [Value]
  private let other: Value

  /// Lists values of known names; all other names have one value.
  init(_ entries: some Sequence<(MarkupName, Value)>, other: Value) {
    self.other = other
    values = [Value](repeating: other, count: KnownNames.count)
    for (name, value) in entries {
      guard let number = name.number else { preconditionFailure("\(name) is no known name") }
      values[number] = value
    }
  }

  subscript(name: MarkupName) -> Value { name.number.map { values[$0] } ?? other }
}

extension NameTable<Bool> {
  /// A set of known names.
  init(_ names: [MarkupName]) { self.init(names.map { ($0, true) }, other: false) }
}
