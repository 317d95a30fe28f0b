import Composing
import Diagnostics
import JSONSyntax
import Linting
import Mailing
import Recipients

/// `tmpl params` as a JSON Schema (2020-12) of the people a template can be sent to.
///
/// It refuses nobody whom the tool takes, but for people whose own fields have keys in capitals or
/// with blanks; what a schema cannot tell is left to `tmpl lint`.
struct PersonSchema {
  private let table: ParameterTable
  private let wanted: WantedFields
  private let constraints: [String: ValueConstraint]
  private let language: Language
  private var json = JSONWriter(indent: 2)

  /// The schema's text.
  static func text(
    of table: ParameterTable, _ wanted: WantedFields,
    _ constraints: [String: ValueConstraint], _ language: Language
  ) -> String {
    var schema = PersonSchema(table, wanted, constraints, language)
    schema.write()
    return String(decoding: schema.json.bytes, as: UTF8.self) + "\n"
  }

  private init(
    _ table: ParameterTable, _ wanted: WantedFields, _ constraints: [String: ValueConstraint],
    _ language: Language
  ) {
    self.table = table
    self.constraints = constraints
    self.wanted = wanted
    self.language = language
  }

  /// The parameters that a list may supply: none where one mail goes to all.
  private var entries: [ParameterTable.Entry] {
    table.draft.hasOneMailForAll ? [] : table.entries
  }

  private mutating func write() {
    let name = table.draft.name
    json.beginObject()
    text("$schema", "https://json-schema.org/draft/2020-12/schema")
    say("title", Message("people of \(quoted: name)", ko: "\(quoted: name)의 수신자"))
    say("description", Message("one person, or a list of them", ko: "한 사람 또는 사람들의 목록"))
    object("if") { $0.text("type", "array") }
    object("then") { schema in
      schema.reference("items", to: "person")
      schema.number("minItems", 1)
    }
    reference("else", to: "person")
    object("$defs") { schema in
      schema.object("person") { $0.writePerson() }
      schema.object("parameters") { $0.writeParameters() }
      schema.object("address") { $0.writeAddress() }
      schema.object("name") { $0.types(["string", "number", "boolean", "null"]) }
      schema.object("type") { $0.writeKind() }
      schema.object("value") { $0.types(["string", "number", "boolean"]) }
    }
    json.endObject()
  }

  // MARK: A person

  private mutating func writePerson() {
    text("type", "object")
    text("$ref", "#/$defs/parameters")
    object("properties") { schema in
      for field in WantedFields.fields {
        for key in schema.keys(of: field) { schema.reference(key, to: field) }
      }
      schema.reference("parameters", to: "parameters")
    }
    array("allOf") { schema in
      schema.require(
        Message("the address", ko: "주소"), keys: schema.keys(of: "address"), nestedKeys: [])
      for entry in schema.entries where entry.supply.isRequired && entry.name != "address" {
        let keys = schema.keys(of: entry)
        let own = entry.name == "name" ? schema.keys(of: "name").filter { $0 != "name" } : []
        schema.require(
          Message("a value of \(quoted: entry.name)", ko: "\(quoted: entry.name) 값"),
          keys: keys + own, nestedKeys: keys)
      }
    }
  }

  private mutating func writeAddress() {
    types(["string", "null"])
    number("maxLength", EmailAddress.lengthLimit)
    // Mail is sent without what stands around an address, and to letters of any script.
    text("pattern", #"^[\s\S]+@[^@]+\.[^@]+$"#)
  }

  private mutating func writeKind() {
    json.key("enum")
    json.beginArray()
    for spelling in RecipientKind.allCases.flatMap(\.spellings) { json.string(spelling) }
    json.null()
    json.endArray()
  }

  /// Asks for one of several keys, at the top or below `parameters`.
  private mutating func require(_ what: Message, keys: [String], nestedKeys: [String]) {
    json.beginObject()
    say("description", what)
    array("anyOf") { schema in
      for key in keys {
        schema.json.beginObject()
        schema.demand(key)
        schema.json.endObject()
      }
      for key in nestedKeys {
        schema.json.beginObject()
        schema.names("required", ["parameters"])
        schema.object("properties") { schema in
          schema.object("parameters") { schema in
            schema.text("type", "object")
            schema.demand(key)
          }
        }
        schema.json.endObject()
      }
    }
    json.endObject()
  }

  /// The key is there, and its value is not null.
  private mutating func demand(_ key: String) {
    names("required", [key])
    object("properties") { $0.reference(key, to: "value") }
  }

  // MARK: Parameters

  private mutating func writeParameters() {
    object("properties") { schema in
      for entry in schema.entries {
        let values = ValueSchema(
          entry, isFinal: schema.table.draft.hasFinalValues, schema.constraints[entry.name])
        for key in schema.keys(of: entry) { schema.object(key) { $0.write(values, of: entry) } }
      }
    }
  }

  private mutating func write(_ values: ValueSchema, of entry: ParameterTable.Entry) {
    let places = entry.uses.map { place in
      "\(Message(placeOf: place.use.context).text(language)) (\(place.location.description))"
    }
    text("description", places.joined(separator: ", "))
    types(values.types)
    if let limit = values.lengthLimit { number("maxLength", limit) }
    if let least = values.minimum { number("minimum", least) }
    if let most = values.maximum { number("maximum", most) }
    if !values.values.isEmpty {
      json.key("enum")
      json.beginArray()
      for value in values.values { json.string(value) }
      json.null()
      json.endArray()
    }
    guard let first = values.patterns.first else { return }
    text("pattern", first)
    guard values.patterns.count > 1 else { return }
    array("allOf") { schema in
      for pattern in values.patterns.dropFirst() {
        schema.json.beginObject()
        schema.text("pattern", pattern)
        schema.json.endObject()
      }
    }
  }

  // MARK: Keys

  private func keys(of field: String) -> [String] {
    unique(wanted.spellings(ofField: field))
  }

  private func keys(of entry: ParameterTable.Entry) -> [String] {
    unique([entry.name] + (wanted.knownHeaders[entry.name].map { [$0] } ?? []))
  }

  private func unique(_ keys: [String]) -> [String] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  // MARK: JSON

  private mutating func object(_ key: String, _ members: (inout PersonSchema) -> Void) {
    json.key(key)
    json.beginObject()
    members(&self)
    json.endObject()
  }

  private mutating func array(_ key: String, _ elements: (inout PersonSchema) -> Void) {
    json.key(key)
    json.beginArray()
    elements(&self)
    json.endArray()
  }

  private mutating func say(_ key: String, _ message: Message) { text(key, message.text(language)) }

  private mutating func text(_ key: String, _ text: String) {
    json.key(key)
    json.string(text)
  }

  private mutating func reference(_ key: String, to definition: String) {
    object(key) { $0.text("$ref", "#/$defs/\(definition)") }
  }

  private mutating func number(_ key: String, _ number: Int) {
    json.key(key)
    json.integer(number)
  }

  private mutating func number(_ key: String, _ number: Double) {
    json.key(key)
    json.number(number)
  }

  private mutating func types(_ names: [String]) { self.names("type", names) }

  private mutating func names(_ key: String, _ names: [String]) {
    array(key) { schema in for name in names { schema.json.string(name) } }
  }
}
