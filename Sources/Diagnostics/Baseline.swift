public import JSONSyntax

/// Findings that are known and put up with: only what is new beside them is reported.
public struct Baseline: Sendable {
  private struct Entry: Hashable, Comparable {
    let file: String
    let rule: String
    let fingerprint: String

    static func < (left: Entry, right: Entry) -> Bool {
      (left.file, left.rule, left.fingerprint) < (right.file, right.rule, right.fingerprint)
    }
  }

  private var counts: [Entry: Int] = [:]

  /// Takes findings as known.
  public init(_ findings: [Finding]) {
    for finding in findings { counts[Self.entry(finding), default: 0] += 1 }
  }

  /// Reads what `json` wrote.
  ///
  /// - Returns: nil where the value is no baseline.
  public init?(_ value: JSONValue) {
    guard case .object(let members) = value.kind,
      case .array(let items)? = members.first(where: { $0.key.text == "findings" })?.value.kind
    else { return nil }
    for item in items {
      guard case .object(let members) = item.kind else { return nil }
      var texts: [String: String] = [:]
      var count = 1
      for member in members {
        switch member.value.kind {
        case .string(let text): texts[member.key.text] = text.text
        case .number(let digits): count = Int(String(decoding: digits, as: UTF8.self)) ?? 1
        default: return nil
        }
      }
      guard let file = texts["file"], let rule = texts["rule"], let print = texts["fingerprint"]
      else { return nil }
      counts[Entry(file: file, rule: rule, fingerprint: print), default: 0] += max(
        0, min(count, 1 << 30))
    }
  }

  private static func entry(_ finding: Finding) -> Entry {
    Entry(
      file: finding.location.file, rule: finding.rule, fingerprint: Fingerprint(finding).digits)
  }

  /// The findings that are not known.
  ///
  /// - Returns: these, and how many known ones were not found again.
  public func new(in findings: [Finding]) -> (findings: [Finding], gone: Int) {
    var left = counts
    let new = findings.filter { finding in
      let entry = Self.entry(finding)
      guard let count = left[entry], count > 0 else { return true }
      left[entry] = count - 1
      return false
    }
    return (new, left.values.reduce(0, +))
  }

  /// The file that keeps it: sorted, so that changes read well.
  public var json: [UInt8] {
    var writer = JSONWriter(indent: 2)
    writer.beginObject()
    writer.key("schema")
    writer.integer(1)
    writer.key("findings")
    writer.beginArray()
    for (entry, count) in counts.sorted(by: { $0.key < $1.key }) {
      writer.beginObject()
      for (key, value) in [
        ("file", entry.file), ("rule", entry.rule), ("fingerprint", entry.fingerprint),
      ] {
        writer.key(key)
        writer.string(value)
      }
      writer.key("count")
      writer.integer(count)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
