import Diagnostics

/// Keeps a run from writing over what it reads, or what people wrote.
struct OutputCheck {
  private let project: Project
  private let inputs: [String]
  private let kept: [String]
  /// What was sent: written by runs, but never by way of another option.
  private var ledgers: [String] = []

  /// Options that name a file to write.
  private static let files: [Option] = [
    .share, .badRows, .cleanRows, .writeBaseline, .output,
    .writeRemaining, .ledger, .html,
  ]

  /// Checks every output that an invocation names.
  static func run(_ invocation: Invocation) throws(Failure) {
    let options = files + [.out]
    guard options.contains(where: invocation.has) else { return }
    let check = try OutputCheck(invocation)
    for option in files {
      for value in invocation.values(option) {
        // Reports are named behind their format.
        let name =
          option.name == Option.output.name ? value.drop { $0 != ":" }.dropFirst() : value[...]
        try check.file(String(name), option)
      }
    }
    for value in invocation.values(.out) { try check.folder(value) }
  }

  private init(_ invocation: Invocation) throws(Failure) {
    let project = try Project(invocation.environment)
    self.project = project
    let named = invocation.values(.list) + invocation.values(.exclude) + invocation.operands
    let files =
      named.map { Paths.join(project.current, $0) }
      + ["tmpl.json", ".env"].map { Paths.join(project.root, $0) }
    inputs = files.map(Files.resolved)
    kept = ["templates", "snapshots"].map { Files.resolved(Paths.join(project.root, $0)) }
    ledgers =
      [place(Paths.join(project.root, ".tmpl/ledger"))] + invocation.values(.ledger).map(place)
  }

  /// Where a name leads, whether something is there or not.
  private func place(_ name: String) -> String {
    let path = Paths.join(project.current, name)
    guard Files.kind(path) == nil else { return Files.resolved(path) }
    return Paths.join(Files.resolved(Paths.folder(of: path)), Paths.name(of: path))
  }

  private func file(_ name: String, _ option: Option) throws(Failure) {
    let path = place(name)
    let others = option.name == Option.ledger.name ? [] : ledgers
    let isKept = (kept + others).contains { path == $0 || path.hasPrefix($0 + "/") }
    guard isKept || inputs.contains(path) else { return }
    throw Failure(
      Message(
        "\(quoted: option.name) would write over \(quoted: name), which is read or kept by hand; name another file",
        ko: "\(quoted: option.name)이(가) 읽는 파일이나 직접 만든 파일 \(quoted: name)을(를) 덮어씁니다. 다른 파일을 지정하세요"))
  }

  /// Pages must not stand among what people wrote.
  private func folder(_ name: String) throws(Failure) {
    let path = place(name)
    let isMixed = kept.contains { kept in
      path == kept || path.hasPrefix(kept + "/") || kept.hasPrefix(path == "/" ? path : path + "/")
    }
    guard isMixed else { return }
    throw Failure(
      Message(
        "'--out' would put pages among the project's own files in \(quoted: name); name a folder of their own",
        ko: "'--out'이 프로젝트 파일 사이(\(quoted: name))에 페이지를 씁니다. 따로 폴더를 지정하세요"))
  }
}
