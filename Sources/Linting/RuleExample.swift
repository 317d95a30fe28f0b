public import Diagnostics

/// A mail on which a rule speaks or keeps quiet; `‹…›` marks what it flags.
public struct RuleExample: Sendable {
  /// Whether the rule is to flag it.
  public let isFlagged: Bool
  /// The body, with marks.
  public let body: String
  /// The title, with marks.
  public let title: String
  /// Further fields of `mail.json`, with marks: `"advertising": true`.
  public let fields: String
  /// The list as CSV, or nil for a template without one.
  public let people: String?
  /// A complete request in place of all of these, with marks.
  public let request: String?
  /// The rows it names, for rules about data.
  public let rows: [Int]
  /// Whether the list holds the sample people.
  public let isSample: Bool
  /// What `tmpl.json` says in `parameters`.
  public let parameters: String
  /// What else `tmpl.json` says.
  public let settings: String
  /// How much it matters; nil where that is the rule's own severity.
  public let severity: Severity?
  /// What `--clients` names; nil where it is not given.
  public let clients: String?

  /// The list that an example has unless it brings its own.
  public static let onePerson = "address,NAME\nkim@example.com,Kim\n"

  /// The title that an example has unless it brings its own.
  public static let plainTitle = "Hello"

  /// So many bytes of text, made at once.
  static func filler(_ count: Int) -> String {
    String(decoding: [UInt8](repeating: UInt8(ascii: "x"), count: count), as: UTF8.self)
  }

  /// A complete request for one person, in one line.
  static func request(body: String, parameters: String = "", fields: String = "") -> String {
    "{\"senderAddress\": \"sender@example.com\", \"title\": \"Hello\", \(fields)\"body\": \"\(body)\", "
      + "\"recipients\": [{\"address\": \"kim@example.com\", \"type\": \"R\", "
      + "\"parameters\": {\(parameters)}}]}"
  }

  /// A mail that the rule flags at the marks, or at the rows.
  static func flagged(
    _ body: String = "<p>$<NAME></p>", title: String = plainTitle, fields: String = "",
    people: String? = onePerson, request: String? = nil, rows: [Int] = [],
    isSample: Bool = false, parameters: String = "", settings: String = "",
    severity: Severity? = nil, clients: String? = nil
  ) -> RuleExample {
    RuleExample(
      isFlagged: true, body: body, title: title, fields: fields, people: people,
      request: request, rows: rows, isSample: isSample, parameters: parameters,
      settings: settings, severity: severity, clients: clients)
  }

  /// A body for one person, of which nothing is said yet.
  public static func probe(_ body: String) -> RuleExample { quiet(body) }

  /// A mail that looks alike and is fine.
  static func quiet(
    _ body: String = "<p>$<NAME></p>", title: String = plainTitle, fields: String = "",
    people: String? = onePerson, request: String? = nil, isSample: Bool = false,
    parameters: String = "", settings: String = "", clients: String? = nil
  ) -> RuleExample {
    RuleExample(
      isFlagged: false, body: body, title: title, fields: fields, people: people,
      request: request, rows: [], isSample: isSample, parameters: parameters,
      settings: settings, severity: nil, clients: clients)
  }
}
