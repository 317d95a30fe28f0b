public import Composing
import Diagnostics

/// What the values of a stretch of a list share.
///
/// A stretch has its own: threads that count who holds one thing wait for one another.
final class ValueScene: Sendable {
  let draft: Draft
  /// Where the values of each parameter go.
  let places: [ValuePlaces]

  init(_ draft: Draft, _ places: [ValuePlaces]) {
    self.draft = draft
    self.places = places
  }
}

/// What a check of one value sees: a parameter's, or the recipient's own name.
public struct ValueContext {
  let scene: ValueScene
  /// The value; it is not blank.
  public let text: ArraySlice<UInt8>
  /// Which kinds of bytes it holds.
  public let kinds: CellClass
  /// The parameter, by its number in the plan; nil for the recipient's own name.
  public let parameter: Int?
  /// What the template's places have against it.
  public let objections: [(slot: Int, objection: ValueObjection)]

  /// The template.
  public var draft: Draft { scene.draft }

  /// Where the value goes.
  public var places: ValuePlaces { parameter.map { scene.places[$0] } ?? .name }

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
