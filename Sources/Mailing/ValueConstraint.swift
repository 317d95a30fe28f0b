import Diagnostics
import JSONSyntax

/// What `tmpl.json` says about the values of a parameter; a blank value is another matter.
public struct ValueConstraint: Sendable, Hashable {
  /// What values are.
  public enum Kind: String, Sendable, CaseIterable {
    /// Any text; its bounds count characters.
    case text
    /// A number without an exponent, in which commas may part thousands.
    case number
    /// A whole number.
    case integer
    /// A day, as the filter `date` reads it.
    case date
    /// One address.
    case email
    /// An http or https address.
    case url
  }

  /// What values are.
  public var kind = Kind.text
  /// The least number, length or day.
  public var minimum: Double?
  /// The greatest number, length or day.
  public var maximum: Double?
  /// What is found in every value.
  public var pattern: TextPattern?
  /// The only values.
  public var values: [String] = []
  /// The most columns of a terminal that a value may take, where Korean letters take two.
  public var maximumWidth: Int?

  /// A constraint that every value meets.
  public init() {}

  /// Whether it says anything.
  public var isEmpty: Bool { self == ValueConstraint() }

  /// The keys of `tmpl.json` that say what values are, beside `optional`.
  enum Key: String, CaseIterable {
    case type
    case min
    case max
    case pattern
    case values
    case maxWidth
  }

  /// Takes one key; false for a value that the key cannot have.
  mutating func set(_ key: Key, _ value: JSONValue) -> Bool {
    switch key {
    case .type:
      guard case .string(let name) = value.kind, let kind = Kind(rawValue: name.text) else {
        return false
      }
      self.kind = kind
    case .min:
      guard let bound = Self.bound(value) else { return false }
      minimum = bound
    case .max:
      guard let bound = Self.bound(value) else { return false }
      maximum = bound
    case .pattern:
      guard case .string(let text) = value.kind, let pattern = TextPattern(text.text) else {
        return false
      }
      self.pattern = pattern
    case .values:
      guard case .array(let items) = value.kind, !items.isEmpty else { return false }
      for item in items {
        guard case .string(let text) = item.kind else { return false }
        values.append(text.text)
      }
    case .maxWidth:
      guard let bound = Self.bound(value), let width = Int(exactly: bound), width > 0 else {
        return false
      }
      maximumWidth = width
    }
    return true
  }

  /// A number, or a day written `2026-03-01`, which counts as 20260301.
  private static func bound(_ value: JSONValue) -> Double? {
    switch value.kind {
    case .number(let literal): return Double(String(decoding: literal, as: UTF8.self))
    case .string(let text):
      let day = text.text
      guard day.utf8.count == 10, TextPattern(#"^\d{4}-\d\d-\d\d$"#)?.matches(day) == true else {
        return nil
      }
      return Double(day.replacing("-", with: ""))
    case .null, .bool, .array, .object: return nil
    }
  }
}

extension ValueConstraint.Key {
  /// What values the key takes.
  var expectation: Message {
    switch self {
    case .type:
      let names = ValueConstraint.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      return Message("'type' takes one of \(names)", ko: "'type' 값은 \(names) 중 하나입니다")
    case .min, .max:
      return Message(
        "'\(rawValue)' takes a number, or a day such as \"2026-03-01\"",
        ko: "'\(rawValue)' 값은 숫자 또는 \"2026-03-01\" 같은 날짜입니다")
    case .pattern:
      return Message(
        "'pattern' takes a regular expression without back references and look-around",
        ko: "'pattern' 값은 역참조와 전후방 탐색이 없는 정규 표현식입니다")
    case .values:
      return Message("'values' takes a list of texts", ko: "'values' 값은 텍스트 목록입니다")
    case .maxWidth:
      return Message("'maxWidth' takes a whole number above 0", ko: "'maxWidth' 값은 0보다 큰 정수입니다")
    }
  }
}
