import Diagnostics
import Markup
import Templating

/// The template as the service will see it: plain names, and for each the way its value is written.
///
/// Decided by the template alone, so that every recipient's mail has the same shape.
public struct LoweringPlan: Sendable {
  /// The parameters, in the order of their first use.
  public private(set) var parameters: [Parameter] = []
  /// The names on the wire, in the order of their first use.
  public private(set) var slots: [Slot] = []
  /// Every placeholder, the title's first.
  public private(set) var uses: [Use] = []
  /// The title.
  public private(set) var title: [Piece] = []
  /// The body.
  public private(set) var body: [Piece] = []
  /// `\${` and `\$<` in the title, where the sign has no other spelling.
  public private(set) var literalsInTitle: [Range<Int>] = []

  private var slotNumbers: [SlotKey: Int] = [:]
  private var parameterNumbers: [String: Int] = [:]

  /// Lowers a title and a body whose placeholders stand in `contexts`.
  init(
    title: Template, body: Template, contexts: [PlaceholderContext], shared: [String: [UInt8]],
    optional: Set<String>
  ) {
    self.title = lower(title, .title, [], shared, optional)
    self.body = lower(body, .body, contexts, shared, optional)
    assignNames()
  }

  private struct SlotKey: Hashable {
    var parameter: Int
    var fallback: [UInt8]?
    var prefix: Int
    var escaping: Escaping
  }

  // MARK: Pieces

  private mutating func lower(
    _ template: Template, _ place: Use.Place, _ contexts: [PlaceholderContext],
    _ shared: [String: [UInt8]], _ optional: Set<String>
  ) -> [Piece] {
    let bytes = template.text.bytes
    var pieces: [Piece] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty { pieces.append(.text(text)) }
      text.removeAll()
    }
    for segment in template.segments {
      switch segment {
      case .text(let range): text += bytes[range]
      case .literal(let range):
        // As a reference, the sign opens nothing for the service or in a complete request.
        if place == .title { literalsInTitle.append(range) }
        text +=
          place == .body ? Array("&#36;".utf8) + bytes[range].suffix(1) : bytes[range].dropFirst()
      case .damaged(let index):
        flush()
        pieces.append(.damaged(Array(bytes[template.problems[index].range])))
      case .placeholder(let index):
        // `$${NAME}` may be an escape at the service, so the sign moves into the value.
        let dollars =
          template.dialect == .authored
          ? text.reversed().prefix { $0 == UInt8(ascii: "$") }.count : 0
        text.removeLast(dollars)
        flush()
        let placeholder = template.placeholders[index]
        let context = place == .body ? contexts[index] : nil
        let parameter = number(of: placeholder.name, shared, optional)
        let key = SlotKey(
          parameter: parameter, fallback: placeholder.fallback?.bytes, prefix: dollars,
          escaping: Self.escaping(context, template.dialect))
        let slot = number(of: key, place, context)
        pieces.append(.slot(slot, use: uses.count))
        slots[slot].uses.append(uses.count)
        uses.append(Use(place: place, placeholder: index, slot: slot, context: context))
      }
    }
    flush()
    return pieces
  }

  private static func escaping(
    _ context: PlaceholderContext?, _ dialect: Template.Dialect
  ) -> Escaping {
    guard dialect == .authored else { return .final }
    switch context {
    case nil: return .title
    case .url: return .url
    case .text, .characterData, .attribute, .comment, .css, .refused: return .html
    }
  }

  private mutating func number(
    of name: String, _ shared: [String: [UInt8]], _ optional: Set<String>
  ) -> Int {
    if let number = parameterNumbers[name] { return number }
    parameterNumbers[name] = parameters.count
    parameters.append(
      Parameter(
        name: name, isOptional: optional.contains(name), shared: shared[name], slots: []))
    return parameters.count - 1
  }

  private mutating func number(
    of key: SlotKey, _ place: Use.Place, _ context: PlaceholderContext?
  ) -> Int {
    let isInPath = if case .url(_, _, .path) = context { true } else { false }
    if let number = slotNumbers[key] {
      slots[number].isInTitle = slots[number].isInTitle || place == .title
      slots[number].isInPath = slots[number].isInPath || isInPath
      return number
    }
    slotNumbers[key] = slots.count
    parameters[key.parameter].slots.append(slots.count)
    slots.append(
      Slot(
        parameter: key.parameter, fallback: key.fallback,
        prefix: Array(repeating: UInt8(ascii: "$"), count: key.prefix), escaping: key.escaping,
        wireName: "", uses: [], isInTitle: place == .title, isInPath: isInPath))
    return slots.count - 1
  }

  // MARK: Names

  /// The plain HTML slot, or the only one, keeps the parameter's own name; the others get an ending.
  private mutating func assignNames() {
    var taken = Set(parameters.map(\.name).filter(NameGrammar.isPlain))
    var unnamed = 1
    for slot in slots.indices {
      let parameter = parameters[slots[slot].parameter]
      let isPlain = slots[slot].fallback == nil && slots[slot].prefix.isEmpty
      let isOwn =
        parameter.slots.count == 1
        || (isPlain && (slots[slot].escaping == .html || slots[slot].escaping == .final))
      if isOwn, NameGrammar.isPlain(parameter.name) {
        slots[slot].wireName = parameter.name
        continue
      }
      guard NameGrammar.isPlain(parameter.name) else {
        while taken.contains("P\(unnamed)") { unnamed += 1 }
        slots[slot].wireName = "P\(unnamed)"
        taken.insert("P\(unnamed)")
        continue
      }
      let stem = "\(parameter.name)_\(slots[slot].escaping.rawValue)"
      var name = stem
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(stem)_\(number)"
        number += 1
      }
      slots[slot].wireName = name
    }
  }
}
