public import Composing
import Diagnostics

/// What a check of one value sees: a parameter's, or the recipient's own name.
public struct ValueContext {
  /// The template.
  public let draft: Draft
  /// The value; it is not blank.
  public let text: ArraySlice<UInt8>
  /// Which kinds of bytes it holds.
  public let kinds: CellClass
  /// The parameter, by its number in the plan; nil for the recipient's own name.
  public let parameter: Int?
  /// Where it goes.
  public let places: ValuePlaces
  /// What the template's places have against it.
  public let objections: [(slot: Int, objection: ValueObjection)]

  /// Whether it is sent as it is.
  var isFinal: Bool { draft.hasFinalValues }

  /// The value as a string.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The name of the parameter, or of the recipient's own field.
  var name: String { parameter.map { draft.plan.parameters[$0].name } ?? "name" }

  /// What sentences call the value.
  var subject: Message {
    guard parameter != nil else { return Message("the recipient's name", ko: "수신자 이름") }
    return Message("a value of \(quoted: name)", ko: "\(quoted: name) 값")
  }

  /// What is seen, with the parameter filled in.
  func sighting(
    _ message: @escaping @autoclosure () -> Message, kind: Sighting.Kind = .only,
    help: Message? = nil, severity: Severity? = nil, slot: Int? = nil
  ) -> Sighting {
    Sighting(
      message(), parameter: parameter, slot: slot, kind: parameter == nil ? .named("name") : kind,
      help: help, severity: severity)
  }
}
