import Composing
import Diagnostics
import JSONSyntax
import Markup

extension JSONWriter {
  /// Writes `tmpl params` for programs: schema 1, parameters and uses by their first place.
  mutating func append(_ table: ParameterTable, errors: Int) {
    beginObject()
    key("schema")
    integer(1)
    key("template")
    string(table.draft.name)
    key("errors")
    integer(errors)
    key("parameters")
    beginArray()
    for entry in table.entries { append(entry) }
    endArray()
    endObject()
  }

  private mutating func append(_ entry: ParameterTable.Entry) {
    beginObject()
    key("name")
    string(entry.name)
    key("required")
    bool(entry.supply.isRequired)
    key("shared")
    bool(entry.supply.isShared)
    key("uses")
    beginArray()
    for place in entry.uses { append(place) }
    endArray()
    endObject()
  }

  private mutating func append(_ place: ParameterTable.Place) {
    beginObject()
    key("file")
    string(place.location.file)
    if let span = place.location.span {
      key("range")
      append(span)
    }
    key("context")
    append(place.use.context, isOutlookOnly: place.isOutlookOnly)
    key("wireName")
    string(place.slot.wireName)
    key("escaping")
    string(place.slot.escaping.name)
    key("filters")
    beginArray()
    for filter in place.filters { string(filter) }
    endArray()
    if let fallback = place.fallback {
      key("fallback")
      string(fallback)
    }
    key("optional")
    bool(place.isOptional)
    endObject()
  }

  private mutating func append(_ context: PlaceholderContext?, isOutlookOnly: Bool) {
    beginObject()
    for (name, word) in context?.words ?? [("kind", "title")] {
      key(name)
      string(word)
    }
    key("outlookOnly")
    bool(isOutlookOnly)
    endObject()
  }
}

extension ParameterTable.Supply {
  /// Whether something is missing where nobody supplies a value.
  var isRequired: Bool {
    switch self {
    case .list, .nobody: true
    case .optional, .shared: false
    }
  }

  /// Whether the envelope has a value.
  var isShared: Bool {
    switch self {
    case .shared: true
    case .list, .optional, .nobody: false
    }
  }
}

extension PlaceholderContext {
  /// The context in words for programs, by key.
  fileprivate var words: [(String, String)] {
    switch self {
    case .text: [("kind", "text")]
    case .characterData(let element): [("kind", "characterData"), ("element", element)]
    case .attribute(let element, let name):
      [("kind", "attribute"), ("element", element), ("attribute", name)]
    case .url(let element, let attribute, let part):
      [("kind", "url"), ("element", element), ("attribute", attribute), ("part", part.rawValue)]
    case .css(.attribute(let element), let position):
      [("kind", "css"), ("element", element), ("attribute", "style"), ("part", position.rawValue)]
    case .css(.element, let position):
      [("kind", "css"), ("element", "style"), ("part", position.rawValue)]
    case .comment: [("kind", "comment")]
    case .refused(let refusal): [("kind", "refused"), ("refusal", refusal.name)] + refusal.words
    }
  }
}

extension Refusal {
  /// The element or attribute that it concerns, by key.
  fileprivate var words: [(String, String)] {
    switch self {
    case .unquotedValue(let attribute): [("attribute", attribute)]
    case .forbiddenAttribute(let name): [("attribute", name)]
    case .rawText(let element), .insideElement(let element), .directlyIn(let element):
      [("element", element)]
    case .afterMarkupOpen, .characterReference, .tagName, .attributeName, .betweenAttributes,
      .unfinishedTag, .doctype, .refresh, .baseAddress, .commentEnd, .conditionalMark:
      []
    }
  }
}
