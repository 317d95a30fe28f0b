extension ReportFormat {
  /// JUnit XML: a suite a file, a case a finding; one case that passes where nothing is found, so
  /// that no service takes the report for an empty one.
  public static let junit = ReportFormat(name: "junit", isMachineReadable: true) {
    report, options in
    var suites: [(file: String, findings: [Finding])] = []
    for finding in report.findings {
      if suites.last?.file == finding.location.file {
        suites[suites.count - 1].findings.append(finding)
      } else {
        suites.append((finding.location.file, [finding]))
      }
    }
    let total = report.findings.count
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<testsuites name=\"tmpl\" tests=\"\(max(1, total))\" failures=\"\(total)\">\n"
    if suites.isEmpty {
      output += "  <testsuite name=\"tmpl\" tests=\"1\" failures=\"0\">\n"
      output += "    <testcase name=\"lint\" classname=\"tmpl\"/>\n  </testsuite>\n"
    }
    for suite in suites {
      let count = suite.findings.count
      output +=
        "  <testsuite name=\"\(escaped(VisibleText.escaping(suite.file)))\" tests=\"\(count)\" failures=\"\(count)\">\n"
      for finding in suite.findings { output += testCase(finding, options) }
      output += "  </testsuite>\n"
    }
    return output + "</testsuites>\n"
  }

  private static func testCase(_ finding: Finding, _ options: ReportOptions) -> String {
    func text(_ message: Message) -> String { message.text(options.language, options.disclosure) }
    let place = VisibleText.escaping(finding.location.description)
    let help = finding.help.map { "\n" + text($0) } ?? ""
    return
      "    <testcase name=\"\(finding.rule)\" classname=\"\(escaped(VisibleText.escaping(finding.location.file)))\">\n"
      + "      <failure message=\"\(escaped(text(finding.message)))\" type=\"\(finding.severity.rawValue)\">"
      + escaped(place + help) + "</failure>\n    </testcase>\n"
  }

  /// Text as XML 1.0 can hold it.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
        escaped.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }
}
