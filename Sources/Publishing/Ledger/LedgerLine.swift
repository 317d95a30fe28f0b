import JSONSyntax
import Mailing

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
    case .send(let send): write(send, to: &json)
    case .intent(let intent):
      json.member("kind", "intent")
      json.member("number", intent.number)
      json.member("time", intent.time)
      json.member("send", intent.send)
      json.member("batch", intent.batch)
      json.member("firstRow", intent.rows.lowerBound)
      json.member("lastRow", intent.rows.upperBound)
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

  private static func write(_ send: LedgerEntry.Send, to json: inout JSONWriter) {
    json.member("kind", "send")
    json.member("number", send.number)
    json.member("time", send.time)
    json.member("purpose", send.purpose.rawValue)
    json.member("profile", send.profile)
    json.member("content", send.content)
    json.member("list", send.list)
    json.member("people", send.people)
    json.member("batchRecipients", send.batchRecipients)
    json.member("batchBytes", send.batchBytes)
    if let first = send.first { json.member("first", first) }
    if let reason = send.reason { json.member("reason", reason) }
  }

  private static func write(_ result: LedgerEntry.Result, to json: inout JSONWriter) {
    switch result {
    case .accepted(let id, let count):
      json.member("requestId", id)
      if let count { json.member("count", count) }
    case .refused(let status, let code):
      if let status { json.member("status", status) }
      if let code { json.member("code", code) }
    case .unknown(let status): if let status { json.member("status", status) }
    case .resolved(let isSent, let id):
      json.key("sent")
      json.bool(isSent)
      if let id { json.member("requestId", id) }
    }
  }

  private static let beginning = Array("{\"schema\":\(schema),\"kind\":\"".utf8)

  /// Whether this can be what is left of a line whose writing was cut short: its beginning, and
  /// zeros where the power failed before the bytes were on the disk.
  static func isTorn(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.prefix { $0 != 0 }
    return bytes[text.endIndex...].allSatisfy { $0 == 0 }
      && (text.starts(with: beginning) || beginning.starts(with: text))
  }

  /// Reads a line without its line feed; nil when it is no entry of this version.
  static func entry(_ line: [UInt8]) -> LedgerEntry? {
    guard let value = try? JSONParser.parse(line), value.count("schema") == schema,
      let kind = value.text("kind"), let number = value.count("number"), number > 0,
      let time = value.time("time")
    else { return nil }
    switch kind {
    case "send": return send(number, time, value).map(LedgerEntry.send)
    case "intent": return intent(number, time, value).map(LedgerEntry.intent)
    default:
      return result(kind, value).map {
        .settlement(LedgerEntry.Settlement(number: number, time: time, result: $0))
      }
    }
  }

  private static func send(_ number: Int, _ time: Int, _ value: JSONValue) -> LedgerEntry.Send? {
    guard
      let purpose = value.text("purpose").flatMap(LedgerEntry.Send.Purpose.init(rawValue:)),
      let profile = value.text("profile"), let content = value.text("content"),
      let list = value.text("list"), let people = value.count("people"),
      let recipients = value.count("batchRecipients"), recipients > 0,
      let bytes = value.count("batchBytes"), bytes > 0
    else { return nil }
    return LedgerEntry.Send(
      number: number, time: time, purpose: purpose, profile: profile, content: content,
      list: list, people: people, batchRecipients: recipients, batchBytes: bytes,
      first: value.count("first"), reason: value.text("reason"))
  }

  private static func intent(
    _ number: Int, _ time: Int, _ value: JSONValue
  ) -> LedgerEntry.Intent? {
    guard let send = value.count("send"), let batch = value.count("batch"), batch > 0,
      let first = value.count("firstRow"), let last = value.count("lastRow"), first <= last,
      let digest = value.text("digest"), let recipients = value.count("recipients")
    else { return nil }
    return LedgerEntry.Intent(
      number: number, time: time, send: send, batch: batch, rows: first...last, digest: digest,
      recipients: recipients)
  }

  private static func result(_ kind: String, _ value: JSONValue) -> LedgerEntry.Result? {
    switch kind {
    case "accepted":
      value.text("requestId").map { .accepted(requestID: $0, count: value.count("count")) }
    case "refused": .refused(status: value.count("status"), code: value.text("code"))
    case "unknown": .unknown(status: value.count("status"))
    case "resolved":
      switch value.member("sent")?.kind {
      case .bool(let isSent): .resolved(isSent: isSent, requestID: value.text("requestId"))
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
  /// The most that anything is counted to: sums of such numbers stay far from their own limit.
  private static let largestCount = 1 << 31

  /// A count, which whoever wrote it may have made too large or negative; nil then.
  func count(_ name: String) -> Int? {
    text(name).flatMap { Int($0) }.flatMap { (0...Self.largestCount).contains($0) ? $0 : nil }
  }

  /// Milliseconds since 1970, before the year 10000.
  fileprivate func time(_ name: String) -> Int? {
    text(name).flatMap { Reservation(literal: Array($0.utf8))?.milliseconds }
  }
}
