import JSONSyntax

extension ReportFormat {
  /// GitLab's Code Quality report, as its widget for merge requests reads it.
  public static let gitlab = ReportFormat(name: "gitlab", isMachineReadable: true) {
    report, options in
    var writer = JSONWriter(indent: 2)
    writer.beginArray()
    for (finding, key) in report.numbered {
      writer.beginObject()
      writer.key("description")
      // The widget shows no names of checks, so that the sentence has it.
      let sentence = finding.message.text(options.language, options.disclosure)
      writer.string("\(finding.rule): \(sentence)")
      writer.key("check_name")
      writer.string(finding.rule)
      writer.key("fingerprint")
      writer.string(key)
      writer.key("severity")
      writer.string(severity(finding.severity))
      writer.key("location")
      writer.beginObject()
      writer.key("path")
      writer.string(finding.location.file)
      writer.key("lines")
      writer.beginObject()
      writer.key("begin")
      writer.integer(finding.location.span?.start.line ?? 1)
      writer.endObject()
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
    return escaping(String(decoding: writer.bytes, as: UTF8.self)) + "\n"
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .advice: "info"
    }
  }
}
