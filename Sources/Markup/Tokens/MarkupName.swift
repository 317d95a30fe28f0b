/// The name of a tag or an attribute, ASCII-lower-cased.
///
/// Names that HTML knows are numbers: they compare and are looked up without their text.
public struct MarkupName: Sendable, Hashable {
  // Each text has one form, so that equal names have equal forms.
  private enum Form: Sendable, Hashable {
    case known(UInt8)
    case other(String)
  }

  private let form: Form

  private init(number: UInt8) { form = .known(number) }

  /// Reads a name in any case of ASCII letters.
  init(_ bytes: ArraySlice<UInt8>) {
    if let number = KnownNames.number(of: bytes) {
      form = .known(number)
    } else {
      form = .other(HTMLByte.name(bytes))
    }
  }

  /// Takes a name as it is spelled in text.
  public init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// The number of a known name, which is less than `KnownNames.count`.
  var number: Int? {
    switch form {
    case .known(let number): Int(number)
    case .other: nil
    }
  }

  /// The name as text.
  public var text: String {
    switch form {
    case .known(let number): KnownNames.text(of: number)
    case .other(let text): text
    }
  }

  /// Whether there is no name.
  public var isEmpty: Bool { form == .known(0) }
}

extension MarkupName: ExpressibleByStringLiteral {
  /// Takes a name as the source of a program spells it.
  public init(stringLiteral text: StaticString) {
    self = text.withUTF8Buffer { bytes in
      guard let number = unsafe KnownNames.number(of: bytes) else {
        return unsafe MarkupName(Array(bytes)[...])
      }
      return MarkupName(number: number)
    }
  }
}

extension MarkupName: CustomStringConvertible {
  /// The name as text.
  public var description: String { text }
}
