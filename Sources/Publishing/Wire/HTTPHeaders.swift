/// Header fields in order, looked up whatever case their names have.
public struct HTTPHeaders: Sendable {
  /// Names and values as they were given.
  public private(set) var fields: [(name: String, value: String)]

  /// Starts with some fields.
  public init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

  /// The first value of a name.
  public subscript(_ name: String) -> String? { values(name).first }

  /// All values of a name.
  public func values(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Adds a field.
  public mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

  /// Adds the fields of other headers.
  public mutating func add(_ other: HTTPHeaders) { fields += other.fields }
}
