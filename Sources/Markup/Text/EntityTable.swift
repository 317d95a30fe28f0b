import CLibXML2

/// The named character references of HTML 4, from libxml2's table.
enum EntityTable {
  /// The character of a name such as `nbsp`; nil for an unknown one.
  static func scalar(named name: String) -> Unicode.Scalar? {
    let value = unsafe name.withCString { name in unsafe tmpl_entity_value(name) }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
