import JSONSyntax

/// The constraints of SARIF 2.1.0 on the objects that our reports use: what must be there, and what
/// may be there at all, because none of them may have other properties.
enum SARIFShape {
  /// What a property holds.
  indirect enum Form: Sendable {
    case text
    /// One of these words.
    case word(Set<String>)
    /// A whole number from 1 on.
    case count
    case object(String)
    case array(Form)
    /// Names of one's own.
    case bag
  }

  private static let objects: [String: (required: Set<String>, properties: [String: Form])] = [
    "sarifLog": (
      ["version", "runs"],
      ["$schema": .text, "version": .word(["2.1.0"]), "runs": .array(.object("run"))]
    ),
    // `columnKind` shall be there when results exist (§3.14.27).
    "run": (
      ["tool", "columnKind"],
      [
        "tool": .object("tool"), "results": .array(.object("result")),
        "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]),
      ]
    ),
    "tool": (["driver"], ["driver": .object("toolComponent")]),
    "toolComponent": (
      ["name"], ["name": .text, "rules": .array(.object("reportingDescriptor"))]
    ),
    "reportingDescriptor": (
      ["id"],
      [
        "id": .text, "shortDescription": .object("message"), "fullDescription": .object("message"),
        "help": .object("message"), "helpUri": .text,
        "defaultConfiguration": .object("reportingConfiguration"),
      ]
    ),
    "reportingConfiguration": ([], ["level": levels]),
    "message": (["text"], ["text": .text]),
    "result": (
      ["message"],
      [
        "ruleId": .text, "level": levels, "message": .object("message"),
        "locations": .array(.object("location")), "partialFingerprints": .bag,
        "fixes": .array(.object("fix")),
      ]
    ),
    "location": ([], ["physicalLocation": .object("physicalLocation")]),
    "physicalLocation": (
      ["artifactLocation"],
      ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "artifactLocation": ([], ["uri": .text]),
    "region": (
      [], ["startLine": .count, "startColumn": .count, "endLine": .count, "endColumn": .count]
    ),
    "fix": (
      ["artifactChanges"],
      [
        "description": .object("message"), "artifactChanges": .array(.object("artifactChange")),
        "properties": .bag,
      ]
    ),
    "artifactChange": (
      ["artifactLocation", "replacements"],
      [
        "artifactLocation": .object("artifactLocation"),
        "replacements": .array(.object("replacement")),
      ]
    ),
    "replacement": (
      ["deletedRegion"],
      ["deletedRegion": .object("region"), "insertedContent": .object("message")]
    ),
  ]

  private static let levels = Form.word(["none", "note", "warning", "error"])

  /// Everything in a report that is not as it should be, by its path.
  static func objections(to report: JSONValue) -> [String] {
    objections(to: report, .object("sarifLog"), at: "$")
  }

  private static func objections(to value: JSONValue, _ form: Form, at path: String) -> [String] {
    switch (form, value.kind) {
    // Services refuse empty strings.
    case (.text, .string(let text)): text.bytes.isEmpty ? ["\(path) is empty"] : []
    case (.word(let words), .string(let text)):
      words.contains(text.text) ? [] : ["\(path) is \(text.text)"]
    case (.count, .number(let literal)):
      (Int(String(decoding: literal, as: UTF8.self)) ?? 0) >= 1 ? [] : ["\(path) is below 1"]
    case (.bag, .object): []
    case (.array(let form), .array(let items)):
      items.enumerated().flatMap { objections(to: $1, form, at: "\(path)[\($0)]") }
    case (.object(let name), .object(let members)): objections(to: members, name, at: path)
    default: ["\(path) is no \(form)"]
    }
  }

  private static func objections(
    to members: [JSONMember], _ name: String, at path: String
  ) -> [String] {
    guard let object = objects[name] else { return ["\(name) is not known"] }
    let names = Set(members.map(\.key.text))
    return object.required.subtracting(names).sorted().map { "\(path) has no \($0)" }
      + members.flatMap { member -> [String] in
        guard let form = object.properties[member.key.text] else {
          return ["\(path) has \(member.key.text)"]
        }
        return objections(to: member.value, form, at: "\(path).\(member.key.text)")
      }
  }
}
