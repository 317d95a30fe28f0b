import JSONSyntax

extension ReportFormat {
  /// SARIF 2.1.0, in the part that GitHub's code scanning reads.
  ///
  /// Source: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
  public static let sarif = ReportFormat(name: "sarif", isMachineReadable: true) {
    report, options in
    var sarif = SARIFWriter(options: options)
    sarif.write(report)
    return String(decoding: sarif.writer.bytes, as: UTF8.self) + "\n"
  }
}

private struct SARIFWriter {
  let options: ReportOptions
  var writer = JSONWriter(indent: 2)

  init(options: ReportOptions) { self.options = options }

  mutating func write(_ report: Report) {
    object { sarif in
      sarif.pair("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      sarif.pair("version", "2.1.0")
      sarif.array("runs") { $0.object { $0.writeRun(report) } }
    }
  }

  private mutating func writeRun(_ report: Report) {
    let names = Set(report.findings.map(\.rule))
    let rules = report.rules.filter { names.contains($0.name) }
    object("tool") {
      $0.object("driver") { driver in
        driver.pair("name", "tmpl")
        driver.array("rules") { array in for rule in rules { array.write(rule) } }
      }
    }
    pair("columnKind", "unicodeCodePoints")
    array("results") { results in
      for (finding, key) in report.numbered { results.write(finding, key) }
    }
  }

  private mutating func write(_ rule: RuleNote) {
    object { object in
      object.pair("id", rule.name)
      object.message("shortDescription", object.text(rule.summary))
      object.message("fullDescription", object.text(rule.rationale))
      object.message("help", object.text(rule.instead))
      if let address = rule.address { object.pair("helpUri", address) }
      object.object("defaultConfiguration") { $0.pair("level", Self.level(rule.severity)) }
    }
  }

  private mutating func write(_ finding: Finding, _ key: String) {
    object { result in
      result.pair("ruleId", finding.rule)
      result.pair("level", Self.level(finding.severity))
      let help = finding.help.map { "\n" + result.text($0) } ?? ""
      result.message("message", result.text(finding.message) + help)
      result.array("locations") { $0.object { $0.writeLocation(finding.location) } }
      result.object("partialFingerprints") { $0.pair("tmpl/v1", key) }
      if let fix = finding.fix { result.write(fix, of: finding.location.file) }
    }
  }

  private mutating func write(_ fix: Fix, of file: String) {
    array("fixes") {
      $0.object { object in
        object.message("description", object.text(fix.title))
        object.array("artifactChanges") {
          $0.object { change in
            change.artifact(file)
            change.array("replacements") {
              $0.object { replacement in
                replacement.region("deletedRegion", fix.span.start, fix.span.end)
                // Nothing is no content: services refuse empty strings.
                if !fix.replacement.isEmpty {
                  replacement.message("insertedContent", fix.replacement)
                }
              }
            }
          }
        }
        object.object("properties") { $0.pair("safety", fix.safety.rawValue) }
      }
    }
  }

  private mutating func writeLocation(_ location: Location) {
    object("physicalLocation") { place in
      place.artifact(location.file)
      // Where only the file is known, services want its first line.
      let start = location.span?.start ?? Position(line: 1, column: 1)
      place.region("region", start, location.span?.end ?? start)
    }
  }

  private mutating func artifact(_ file: String) {
    object("artifactLocation") { $0.pair("uri", Self.uri(file)) }
  }

  private mutating func region(_ key: String, _ start: Position, _ end: Position) {
    object(key) { region in
      for (name, number) in [
        ("startLine", start.line), ("startColumn", start.column), ("endLine", end.line),
        ("endColumn", end.column),
      ] {
        region.writer.key(name)
        region.writer.integer(number)
      }
    }
  }

  private func text(_ message: Message) -> String {
    message.text(options.language, options.disclosure)
  }

  private static func level(_ severity: Severity) -> String {
    severity == .advice ? "note" : severity.rawValue
  }

  /// A path as a relative URI: all but unreserved characters and slashes percent-encoded.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      let isPlain =
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || "-._~/".utf8.contains(byte)
      bytes +=
        isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: JSON

  private mutating func object(_ key: String? = nil, _ body: (inout SARIFWriter) -> Void) {
    if let key { writer.key(key) }
    writer.beginObject()
    body(&self)
    writer.endObject()
  }

  private mutating func array(_ key: String, _ body: (inout SARIFWriter) -> Void) {
    writer.key(key)
    writer.beginArray()
    body(&self)
    writer.endArray()
  }

  private mutating func pair(_ key: String, _ value: String) {
    writer.key(key)
    writer.string(value)
  }

  private mutating func message(_ key: String, _ text: String) {
    object(key) { $0.pair("text", text) }
  }
}
