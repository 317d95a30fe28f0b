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
  public private(set) var title = LoweredText()
  /// The body.
  public private(set) var body = LoweredText()
  /// `\${` and `\$<` in the title, where the sign has no other spelling.
  public private(set) var literalsInTitle: [Range<Int>] = []

  private var omissions: ArraySlice<Range<Int>> = []
  private var slotNumbers: [SlotKey: Int] = [:]
  private var parameterNumbers: [String: Int] = [:]

  /// Lowers a title and a body whose placeholders stand in `contexts`, without its `omitted` bytes.
  init(
    title: Template, body: Template, contexts: [PlaceholderContext], shared: [String: [UInt8]],
    optional: Set<String>, omitted: [Range<Int>] = []
  ) {
    self.title = lower(title, .title, [], shared, optional)
    omissions = omitted[...]
    self.body = lower(body, .body, contexts, shared, optional)
    assignNames()
  }

  private struct SlotKey: Hashable {
    var parameter: Int
    var fallback: [UInt8]?
    var filters: FilterChain
    var dollars: Int
    var escaping: Escaping
  }

  // MARK: Texts

  private mutating func lower(
    _ template: Template, _ place: Use.Place, _ contexts: [PlaceholderContext],
    _ shared: [String: [UInt8]], _ optional: Set<String>
  ) -> LoweredText {
    let bytes = template.text.bytes
    var text = LoweredText()
    for segment in template.segments {
      switch segment {
      case .text(let range):
        for kept in keptRanges(of: range) { text.append(text: bytes[kept]) }
      case .literal(let range):
        // As a reference, the sign opens nothing for the service or in a complete request.
        if place == .title {
          literalsInTitle.append(range)
          text.append(text: bytes[range].dropFirst())
        } else {
          text.append(text: Array("&#36;".utf8) + bytes[range].suffix(1))
        }
      case .damaged(let index): text.append(damaged: bytes[template.problems[index].range])
      case .placeholder(let index):
        // `$${NAME}` may be an escape at the service, so the sign moves into the value.
        let dollars = template.dialect == .authored ? text.removeDollars() : 0
        let placeholder = template.placeholders[index]
        let context = place == .body ? contexts[index] : nil
        let filters = FilterChain(placeholder.filters)
        let key = SlotKey(
          parameter: number(of: placeholder.name, shared, optional),
          fallback: placeholder.fallback?.bytes, filters: filters, dollars: dollars,
          escaping: Escaping(context, template.dialect, isRaw: filters.isRaw))
        let slot = number(of: key)
        let use = Use(place: place, placeholder: index, slot: slot, context: context)
        text.append(slot: slot, use: uses.count)
        slots[slot].uses.append(uses.count)
        slots[slot].form.demands.formUnion(use.demands)
        uses.append(use)
      }
    }
    return text
  }

  /// What is sent of a stretch of literal text.
  private mutating func keptRanges(of range: Range<Int>) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    var start = range.lowerBound
    while let omitted = omissions.first, omitted.lowerBound < range.upperBound {
      kept.append(start..<omitted.lowerBound)
      start = omitted.upperBound
      omissions = omissions.dropFirst()
    }
    return kept + [start..<range.upperBound]
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

  private mutating func number(of key: SlotKey) -> Int {
    if let number = slotNumbers[key] { return number }
    slotNumbers[key] = slots.count
    parameters[key.parameter].slots.append(slots.count)
    slots.append(
      Slot(
        parameter: key.parameter, fallback: key.fallback, filters: key.filters, wireName: "",
        uses: [], form: SlotForm(escaping: key.escaping, dollars: key.dollars, demands: [])))
    return slots.count - 1
  }

  // MARK: Names

  /// The plain HTML slot, or the only one, keeps the parameter's own name; the others get an ending.
  private mutating func assignNames() {
    var taken = Set(parameters.map(\.name).filter(NameGrammar.isPlain))
    var unnamed = 1
    var numbers: [String: Int] = [:]
    for slot in slots.indices {
      let parameter = parameters[slots[slot].parameter]
      let isOwn =
        parameter.slots.count == 1
        || (slots[slot].isPlain
          && (slots[slot].escaping == .html || slots[slot].escaping == .final))
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
      let stem = "\(parameter.name)_\(slots[slot].ending)"
      var number = numbers[stem] ?? 1
      var name = number == 1 ? stem : "\(stem)_\(number)"
      while !taken.insert(name).inserted {
        number += 1
        name = "\(stem)_\(number)"
      }
      // The next one need not try these again, or many would take a time that grows with their square.
      numbers[stem] = number + 1
      slots[slot].wireName = name
    }
  }
}
