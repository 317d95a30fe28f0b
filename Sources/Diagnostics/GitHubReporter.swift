extension ReportFormat {
  /// Annotations of GitHub Actions: workflow commands that put findings beside the lines of a change.
  ///
  /// GitHub shows ten of each kind a step, first come, so errors are printed first.
  public static let github = ReportFormat(name: "github", isMachineReadable: true) {
    report, options in
    let findings = [Severity.error, .warning, .advice].flatMap { severity in
      report.findings.filter { $0.severity == severity }
    }
    return findings.map { annotation($0, options) + "\n" }.joined()
  }

  private static func annotation(_ finding: Finding, _ options: ReportOptions) -> String {
    func text(_ message: Message) -> String { message.text(options.language, options.disclosure) }
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .advice: "notice"
      }
    var properties = [("file", finding.location.file)]
    if let span = finding.location.span {
      properties += [("line", String(span.start.line)), ("endLine", String(span.end.line))]
      // Columns of a range over several lines are refused.
      if span.start.line == span.end.line {
        properties += [
          ("col", String(span.start.column)), ("endColumn", String(span.end.column)),
        ]
      }
    }
    properties.append(("title", finding.rule))
    // The log shows the message alone, so that it names the place as well.
    let sentence =
      "\(VisibleText.escaping(finding.location.description)): \(text(finding.message)) [\(finding.rule)]"
      + (finding.help.map { "\n" + text($0) } ?? "")
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escaped(sentence, isProperty: false))"
  }

  /// What the runner's parser takes back: percent signs and line ends, in properties also its marks.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped += VisibleText.escaping(String(scalar))
      }
    }
    return escaped
  }
}
