/// What is known about a feature in mail programs, in our own judgement.
struct ClientSupport: Sendable {
  /// How a feature may matter.
  enum Kind: String, Sendable {
    /// Without it the layout falls apart.
    case layout
    /// Without it a declaration is dropped.
    case value
    /// Without it an element is dropped, or shown as plain text.
    case element
    /// A control of a form.
    case form
    /// A kind of image.
    case image
    /// A way to load styles.
    case style
    /// Without it the mail only looks plainer.
    case feature
  }

  /// What a program makes of it.
  enum Answer: Sendable {
    case yes
    case partly
    case no
    case unknown
  }

  /// The feature as it is written in mails.
  let key: String
  /// How it may matter.
  let kind: Kind
  /// The page about it at Can I email.
  let page: String
  /// The month in which the page's tests were last made.
  let tested: String
  /// A letter for each program, in the order of `MailClient`; what the table ends before is unknown.
  private let letters: [UInt8]

  /// The judgement of a feature; nil for one that is not in the table.
  static func of(_ key: String) -> ClientSupport? { table[key] }

  /// Every judgement, by its key.
  static let table: [String: ClientSupport] = {
    let judgements = rows.split(separator: "\n").compactMap { ClientSupport(row: $0) }
    return Dictionary(judgements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Reads `kind key page tested letters`; a key may hold a space as `_`.
  init?(row: Substring) {
    let parts = row.split(separator: " ")
    guard parts.count == 5, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.kind = kind
    key = String(parts[1]).replacing("_", with: " ")
    page = String(parts[2])
    tested = String(parts[3])
    letters = Array(parts[4].utf8)
  }

  /// What a program makes of it.
  func answer(_ client: MailClient) -> Answer {
    guard client.rawValue < letters.count else { return .unknown }
    return switch letters[client.rawValue] {
    case UInt8(ascii: "y"): .yes
    case UInt8(ascii: "a"): .partly
    case UInt8(ascii: "n"): .no
    default: .unknown
    }
  }

  /// The programs of a set that give an answer.
  func clients(_ answer: Answer, among set: ClientSet) -> ClientSet {
    var found: ClientSet = []
    for client in set.clients where self.answer(client) == answer {
      found.insert(ClientSet(client))
    }
    return found
  }
}
