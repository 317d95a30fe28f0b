public import JSONSyntax

extension ReportFormat {
  /// Stable JSON for programs: schema 1, sorted, with UTF-8 byte offsets and code point columns.
  public static let json = ReportFormat(name: "json", isMachineReadable: true) { report, options in
    var writer = JSONWriter(indent: 2)
    writer.beginObject()
    writer.key("schema")
    writer.integer(1)
    writer.key("findings")
    writer.beginArray()
    for finding in report.findings { write(finding, options, to: &writer) }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.key("templates")
    writer.integer(report.summary.templates)
    writer.key("recipients")
    writer.integer(report.summary.recipients)
    writer.key("samples")
    writer.bool(report.summary.samples)
    writer.key("errors")
    writer.integer(report.count(.error))
    writer.key("warnings")
    writer.integer(report.count(.warning))
    writer.key("advice")
    writer.integer(report.count(.advice))
    writer.endObject()
    writer.endObject()
    return escaping(String(decoding: writer.bytes, as: UTF8.self)) + "\n"
  }

  /// Writes what could act on a terminal as escapes; such characters stand in strings alone.
  static func escaping(_ json: String) -> String {
    func isActing(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 0x7F && VisibleText.isHidden(scalar)
    }
    guard json.unicodeScalars.contains(where: isActing) else { return json }
    var escaped = ""
    for scalar in json.unicodeScalars {
      guard isActing(scalar) else {
        escaped.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return escaped
  }

  private static func write(
    _ finding: Finding, _ options: ReportOptions, to writer: inout JSONWriter
  ) {
    func text(_ message: Message) -> String { message.text(options.language, options.disclosure) }
    writer.beginObject()
    writer.key("rule")
    writer.string(finding.rule)
    writer.key("severity")
    writer.string(finding.severity.rawValue)
    writer.key("message")
    writer.string(text(finding.message))
    writer.key("file")
    writer.string(finding.location.file)
    if let span = finding.location.span {
      writer.key("range")
      writer.append(span)
    }
    if let parameter = finding.parameter {
      writer.key("parameter")
      writer.string(Clipping.clipped(parameter))
    }
    if !finding.rows.isEmpty {
      writer.key("rows")
      writer.beginArray()
      for row in finding.rows { writer.integer(row) }
      writer.endArray()
    }
    writer.key("count")
    writer.integer(finding.count)
    if finding.further > 0 {
      writer.key("further")
      writer.integer(finding.further)
    }
    if let help = finding.help {
      writer.key("help")
      writer.string(text(help))
    }
    if let fix = finding.fix {
      writer.key("fix")
      writer.beginObject()
      writer.key("title")
      writer.string(text(fix.title))
      writer.key("safety")
      writer.string(fix.safety.rawValue)
      writer.key("range")
      writer.append([("offset", fix.range.lowerBound), ("length", fix.range.count)])
      writer.key("replacement")
      writer.string(fix.replacement)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes a place as an object: bytes for programs, lines and columns for people.
  public mutating func append(_ span: SourceSpan) {
    append([
      ("offset", span.offset), ("length", span.length), ("line", span.start.line),
      ("column", span.start.column), ("endLine", span.end.line), ("endColumn", span.end.column),
    ])
  }

  fileprivate mutating func append(_ numbers: [(String, Int)]) {
    beginObject()
    for (name, number) in numbers {
      key(name)
      integer(number)
    }
    endObject()
  }
}
