import Diagnostics
import Previews

/// The pages of one template, as `tmpl preview` left them.
struct VerifiedFolder {
  let manifest: PreviewManifest
  private let path: String
  private let project: Project

  /// Finds the folder that an operand names, or the only one in it.
  init(_ operand: String, in project: Project) throws(Failure) {
    self.project = project
    path = try Self.folder(operand, in: project)
    let file = Paths.join(path, WrittenFiles.name)
    let shown = project.shown(file)
    let bytes = try Files.read(file, shownAs: shown)
    guard let manifest = PreviewManifest(file: bytes), manifest.version == Tool.version else {
      _ = try JSONFile.parse(SourceFile(path: shown, bytes: bytes))
      throw Failure(
        Message(
          "\(quoted: shown) is not of this version of tmpl, or was changed; write the previews again with 'tmpl preview'",
          ko: "\(quoted: shown)은(는) 이 버전의 tmpl이 쓴 것이 아니거나 바뀌었습니다. 'tmpl preview'로 다시 만드세요"))
    }
    self.manifest = manifest
  }

  private static func folder(_ operand: String, in project: Project) throws(Failure) -> String {
    let path = Paths.join(project.current, operand)
    func isWritten(_ path: String) -> Bool {
      Files.kind(Paths.join(path, WrittenFiles.name)) == .file
    }
    if isWritten(path) { return path }
    let inside = Files.list(path).map { Paths.join(path, $0) }.filter(isWritten)
    if inside.count == 1 { return inside[0] }
    let names = inside.map(project.shown).joined(separator: ", ")
    throw Failure(
      inside.isEmpty
        ? Message(
          "there are no previews in \(quoted: operand); 'tmpl preview' writes them",
          ko: "\(quoted: operand)에 미리보기가 없습니다. 'tmpl preview'로 만드세요")
        : Message(
          "a request is of one template; name its previews: \(names)",
          ko: "요청은 템플릿 하나의 것입니다. 해당 미리보기 폴더를 지정하세요: \(names)"))
  }

  /// The bytes of a person's page; nil where there is none.
  func page(_ person: PreviewManifest.Person) -> [UInt8]? {
    let file = place(person)
    guard Files.kind(file) == .file else { return nil }
    return try? Files.read(file, shownAs: project.shown(file))
  }

  /// The name of a person's page, as reports show it.
  func shown(_ person: PreviewManifest.Person) -> String { project.shown(place(person)) }

  private func place(_ person: PreviewManifest.Person) -> String {
    Paths.join(path, "\(person.key).html")
  }

  /// Pages that the manifest does not know, as reports show them.
  var strangers: [String] {
    let known = Set(manifest.people.map { "\($0.key).html" })
    return Files.list(path).filter { $0.hasSuffix(".html") && !known.contains($0) }
      .map { project.shown(Paths.join(path, $0)) }
  }
}
