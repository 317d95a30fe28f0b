import JSONSyntax

/// A ledger's entry as a line of JSON, which ends with a line feed.
enum LedgerLine {
  /// The version of the format.
  static let schema = 1

  /// Writes an entry.
  static func bytes(_ entry: LedgerEntry) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", schema)
    switch entry {
    case .intent(let intent):
      json.member("kind", "intent")
      json.member("number", intent.number)
      json.member("time", intent.time)
      json.member("profile", intent.profile)
      json.member("digest", intent.digest)
      json.member("recipients", intent.recipients)
    case .settlement(let settlement):
      json.member("kind", settlement.result.kind)
      json.member("number", settlement.number)
      json.member("time", settlement.time)
      write(settlement.result, to: &json)
    }
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ result: LedgerEntry.Result, to json: inout JSONWriter) {
    switch result {
    case .accepted(let id): json.member("requestId", id)
    case .refused(let status, let code):
      if let status { json.member("status", status) }
      if let code { json.member("code", code) }
    case .unknown(let status): if let status { json.member("status", status) }
    case .resolved(let isSent):
      json.key("sent")
      json.bool(isSent)
    }
  }

  /// Reads a line without its line feed; nil when it is no entry of this version.
  static func entry(_ line: [UInt8]) -> LedgerEntry? {
    guard let value = try? JSONParser.parse(line), value.whole("schema") == schema,
      let kind = value.text("kind"), let number = value.whole("number"), number > 0,
      let time = value.whole("time")
    else { return nil }
    if kind == "intent" {
      guard let profile = value.text("profile"), let digest = value.text("digest"),
        let recipients = value.whole("recipients")
      else { return nil }
      return .intent(
        LedgerEntry.Intent(
          number: number, time: time, profile: profile, digest: digest, recipients: recipients))
    }
    guard let result = result(kind, value) else { return nil }
    return .settlement(LedgerEntry.Settlement(number: number, time: time, result: result))
  }

  private static func result(_ kind: String, _ value: JSONValue) -> LedgerEntry.Result? {
    switch kind {
    case "accepted": value.text("requestId").map { .accepted(requestID: $0) }
    case "refused": .refused(status: value.whole("status"), code: value.text("code"))
    case "unknown": .unknown(status: value.whole("status"))
    case "resolved":
      switch value.member("sent")?.kind {
      case .bool(let isSent): .resolved(isSent: isSent)
      default: nil
      }
    default: nil
    }
  }
}

extension LedgerEntry.Result {
  /// The word for it in a ledger.
  fileprivate var kind: String {
    switch self {
    case .accepted: "accepted"
    case .refused: "refused"
    case .unknown: "unknown"
    case .resolved: "resolved"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  fileprivate mutating func member(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }
}

extension JSONValue {
  fileprivate func whole(_ name: String) -> Int? { text(name).flatMap { Int($0) } }
}
