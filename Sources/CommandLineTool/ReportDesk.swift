import Diagnostics
import Linting

/// Where findings become reports: what is known is left out, and each report goes where it was asked.
struct ReportDesk {
  private let invocation: Invocation
  private let project: Project
  private let baseline: Baseline?
  private let limit: Int?
  /// Formats with the files they go to.
  private let outputs: [(format: ReportFormat, file: String)]

  /// Reads all that could be wrong with the options before any work is done.
  init(_ invocation: Invocation, _ project: Project) throws(Failure) {
    self.invocation = invocation
    self.project = project
    limit =
      invocation.has(.maxFindings)
      ? try invocation.number(.maxFindings, orElse: .max, from: 1) : nil
    baseline = try Self.baseline(invocation, project)
    var outputs: [(format: ReportFormat, file: String)] = []
    for output in invocation.values(.output) {
      let parts = output.split(separator: ":", maxSplits: 1)
      guard parts.count == 2,
        let format = ReportFormat.all.first(where: { $0.name == String(parts[0]) })
      else {
        let names = ReportFormat.all.map(\.name).joined(separator: ", ")
        throw Failure(
          Message(
            "'--output' takes FORMAT:FILE with one of \(names), not \(quoted: output)",
            ko: "'--output' 값은 FORMAT:FILE이며 형식은 \(names) 중 하나입니다(\(quoted: output))"))
      }
      outputs.append((format, String(parts[1])))
    }
    self.outputs = outputs
    if invocation.has(.writeBaseline), invocation.environment.isCI {
      throw Failure(
        Message(
          "a baseline is not written under CI; write it where somebody looks at it",
          ko: "CI에서는 기준선을 저장하지 않습니다. 사람이 확인하는 곳에서 저장하세요"))
    }
  }

  private static func baseline(
    _ invocation: Invocation, _ project: Project
  ) throws(Failure) -> Baseline? {
    guard let name = invocation.value(.baseline) else { return nil }
    let path = Paths.join(project.current, name)
    let file = SourceFile(path: name, bytes: try Files.read(path, shownAs: name))
    guard let baseline = Baseline(try JSONFile.parse(file)) else {
      throw Failure(
        Message(
          "\(quoted: name) is no baseline; '--write-baseline' writes one",
          ko: "\(quoted: name)은(는) 기준선 파일이 아닙니다. '--write-baseline'으로 만드세요"))
    }
    return baseline
  }

  /// The report of findings, without those that are known.
  func report(
    _ findings: [Finding], _ summary: Report.Summary, _ console: inout Console
  ) throws(Failure) -> Report {
    if let name = invocation.value(.writeBaseline) {
      let path = Paths.join(project.current, name)
      try Files.write(Baseline(findings).json, to: path, shownAs: name)
    }
    var findings = findings
    if let baseline {
      let (new, gone) = baseline.new(in: findings)
      if gone > 0 {
        console.note(
          Message(
            "\(gone, "finding") of the baseline no longer found; write it anew",
            ko: "기준선의 결과 \(gone)건이 더는 발견되지 않습니다. 다시 저장하세요"))
      }
      findings = new
    }
    return Report(
      findings: findings, summary: summary, rules: Rule.all.map(\.note), limit: limit)
  }

  /// Writes a report to the files it is to go to, and to standard output.
  func write(_ report: Report, _ console: inout Console) throws(Failure) {
    for output in outputs {
      var options = invocation.reportOptions(console.language, output.format)
      options.isColored = false
      let path = Paths.join(project.current, output.file)
      try Files.write(
        Array(output.format.write(report, options).utf8), to: path, shownAs: output.file)
    }
    let name = invocation.value(named: "--format") ?? ReportFormat.text.name
    let format = ReportFormat.all.first { $0.name == name } ?? .text
    console.write(format.write(report, invocation.reportOptions(console.language, format)))
  }
}

extension Rule {
  /// What reports say about the rule.
  fileprivate var note: RuleNote {
    RuleNote(
      name: name, severity: severity, summary: summary, rationale: rationale, instead: instead,
      address: sources.lazy.compactMap(\.address).first)
  }
}
