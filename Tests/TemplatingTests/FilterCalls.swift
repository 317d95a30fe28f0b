import Diagnostics
import Templating
import Testing

/// The calls behind `$<X | `, as a template has them.
func calls(_ text: String) throws -> [Placeholder.FilterCall] {
  let template = Template(SourceText(SourceFile(path: "t", bytes: Array("$<X | \(text)>".utf8))))
  return try #require(template.placeholders.first, "\(text)").filters
}

extension FilterChain {
  /// The chain of calls that are written one behind the other.
  init(_ text: String) throws { self.init(try calls(text)) }

  /// What becomes of a text; nil where it is refused.
  func text(_ value: String) -> String? {
    switch apply(Array(value.utf8)[...]) {
    case .success(let bytes): String(validating: bytes, as: UTF8.self)
    case .failure: nil
    }
  }
}
