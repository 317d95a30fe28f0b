import Hashing
import JSONSyntax
import Mailing

extension Approval {
  /// The file: indented, keys sorted, the people's yes last but one.
  public var file: [UInt8] {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("consents")
    json.beginArray()
    for consent in consents {
      json.beginObject()
      json.key("at")
      json.string(consent.at.iso8601)
      json.key("by")
      json.string(consent.by)
      json.endObject()
    }
    json.endArray()
    writeSubject(to: &json)
    json.key("schema")
    json.integer(1)
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// What was said yes to.
  var subject: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    writeSubject(to: &json)
    json.endObject()
    return json.bytes
  }

  private func writeSubject(to json: inout JSONWriter) {
    json.key("content")
    content.write(to: &json)
    json.key("list")
    if let list { list.write(to: &json) } else { json.null() }
    json.key("schedule")
    json.beginArray()
    for time in schedule.times { json.integer(time.milliseconds) }
    json.endArray()
    json.key("template")
    json.string(template)
  }

  /// Reads a file; nil for one that is no approval of this version.
  public init?(file: [UInt8]) {
    guard let object = (try? JSONParser.parse(file))?.members, object["schema"]?.number == 1,
      let template = object["template"]?.text,
      let content = object["content"].flatMap(Content.init),
      let times = object["schedule"]?.items?.map({ $0.number.map { Reservation(milliseconds: $0) } }
      ),
      let schedule = Schedule(times), let consents = object["consents"]?.items?.map(Consent.init)
    else { return nil }
    let given = consents.compactMap { $0 }
    guard given.count == consents.count, let list = object["list"] else { return nil }
    var summary: ListSummary?
    if case .null = list.kind {
      summary = nil
    } else {
      guard let read = ListSummary(list) else { return nil }
      summary = read
    }
    self.init(
      template: template, content: content, list: summary, schedule: schedule, consents: given)
  }
}

extension Approval.Consent {
  fileprivate init?(_ value: JSONValue) {
    guard let members = value.members, let by = members["by"]?.text,
      let at = members["at"]?.text.flatMap({ Reservation(text: $0) })
    else { return nil }
    self.init(by: by, at: at)
  }
}

extension Content {
  fileprivate init?(_ value: JSONValue) {
    guard let members = value.members, let profile = members["profile"]?.text,
      let renderer = members["renderer"]?.number, let title = members["title"]?.bytes,
      let body = members["body"]?.bytes, let fields = members["fields"]?.members
    else { return nil }
    var values: [String: [UInt8]] = [:]
    for (name, value) in fields {
      var json = JSONWriter()
      json.value(value, sortsKeys: true)
      values[name] = json.bytes
    }
    self.init(profile: profile, renderer: renderer, title: title, body: body, fields: values)
  }
}

extension ListSummary {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("blocks")
    json.beginArray()
    for block in blocks {
      json.beginObject()
      json.key("digest")
      json.string(block.digest.hex)
      json.key("rows")
      json.beginArray()
      json.integer(block.rows.lowerBound)
      json.integer(block.rows.upperBound)
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.key("digest")
    json.string(digest.hex)
    json.key("people")
    json.integer(people)
    json.key("sum")
    json.string(sum.hex)
    json.endObject()
  }

  fileprivate init?(_ value: JSONValue) {
    guard let members = value.members, let people = members["people"]?.number,
      let digest = members["digest"]?.digest, let sum = members["sum"]?.digest,
      let read = members["blocks"]?.items?.map(Block.init)
    else { return nil }
    let blocks = read.compactMap { $0 }
    guard blocks.count == read.count else { return nil }
    self.init(people: people, digest: digest, sum: sum, blocks: blocks)
  }
}

extension ListSummary.Block {
  fileprivate init?(_ value: JSONValue) {
    guard let members = value.members, let digest = members["digest"]?.digest,
      let rows = members["rows"]?.items?.compactMap(\.number), rows.count == 2, rows[0] <= rows[1]
    else { return nil }
    self.init(rows: rows[0]...rows[1], digest: digest)
  }
}

extension Schedule {
  /// None, one, or the first and the last.
  fileprivate var times: [Reservation] {
    switch self {
    case .immediate: []
    case .at(let time): [time]
    case .between(let first, let last): [first, last]
    }
  }

  fileprivate init?(_ times: [Reservation?]) {
    let known = times.compactMap { $0 }
    guard known.count == times.count else { return nil }
    switch known.count {
    case 0: self = .immediate
    case 1: self = .at(known[0])
    case 2: self = .between(known[0], known[1])
    default: return nil
    }
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue]? {
    guard case .object(let members) = kind else { return nil }
    return Dictionary(members.map { ($0.key.text, $0.value) }) { first, _ in first }
  }

  fileprivate var items: [JSONValue]? {
    guard case .array(let items) = kind else { return nil }
    return items
  }

  fileprivate var bytes: [UInt8]? {
    guard case .string(let text) = kind else { return nil }
    return text.bytes
  }

  fileprivate var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  fileprivate var number: Int? {
    guard case .number(let literal) = kind else { return nil }
    return Int(String(decoding: literal, as: UTF8.self))
  }

  fileprivate var digest: Digest? { text.flatMap { Digest(hex: $0) } }
}
