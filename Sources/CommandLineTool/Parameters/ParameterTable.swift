import Composing
import Diagnostics
import Markup
import Templating

/// The parameters of a template with all their uses, in the order of the first ones.
struct ParameterTable {
  /// One parameter.
  struct Entry {
    let name: String
    let supply: Supply
    let uses: [Place]
  }

  /// Who supplies a parameter's values.
  enum Supply {
    /// The list, for everybody.
    case list
    /// The list, for those it likes.
    case optional
    /// The envelope; where each has a mail of their own, the list may know better.
    case shared
    /// The envelope, which does not: one mail goes to all.
    case nobody
  }

  /// One place where a parameter is used.
  struct Place {
    let use: Use
    let slot: Slot
    /// The fallback's text.
    let fallback: String?
    /// The filters as they are written.
    let filters: [String]
    let location: Location
    /// Whether it stands in a block that Outlook alone shows.
    let isOutlookOnly: Bool
    let isOptional: Bool
  }

  let draft: Draft
  let entries: [Entry]

  /// Gathers what the draft knows.
  init(_ draft: Draft) {
    self.draft = draft
    entries = draft.plan.parameters.map { parameter in
      let uses = parameter.slots.flatMap { draft.plan.slots[$0].uses }.sorted()
      let places = uses.map { Self.place($0, draft, parameter) }
      return Entry(
        name: parameter.name, supply: Self.supply(parameter, places, draft), uses: places)
    }
  }

  private static func supply(
    _ parameter: Parameter, _ places: [Place], _ draft: Draft
  ) -> Supply {
    if parameter.shared != nil { return .shared }
    if places.allSatisfy(\.isOptional) { return .optional }
    return draft.hasOneMailForAll ? .nobody : .list
  }

  private static func place(_ number: Int, _ draft: Draft, _ parameter: Parameter) -> Place {
    let use = draft.plan.uses[number]
    let slot = draft.plan.slots[use.slot]
    let template = use.place == .title ? draft.title : draft.body
    let placeholder = template.placeholders[use.placeholder]
    let token =
      use.place == .title ? nil : draft.markup.token(at: placeholder.range.lowerBound)
    return Place(
      use: use, slot: slot,
      fallback: slot.fallback.map { String(decoding: $0, as: UTF8.self) },
      filters: placeholder.filters.map { template.text.string($0.range) },
      location: draft.location(ofUse: number), isOutlookOnly: token?.isConditional == true,
      isOptional: parameter.isOptional || slot.fallback != nil)
  }
}
