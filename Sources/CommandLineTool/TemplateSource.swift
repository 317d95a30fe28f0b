import Composing
import Diagnostics
import JSONSyntax
import Mailing
import Templating

/// A template as it lies on disk: a folder, a single HTML file, or a complete request.
struct TemplateSource {
  /// The template, parsed and lowered.
  let draft: Draft
  /// The list beside it: its sample people, or the people of a request.
  let people: ListSource?
  /// The files that people write it in: their paths on disk, and what they hold.
  let files: [(path: String, file: SourceFile)]

  /// Finds the template that an operand names.
  init(_ operand: String, in project: Project) throws(Failure) {
    guard !operand.isEmpty else { throw Self.notFound(operand, in: project) }
    let direct = Paths.join(project.current, operand)
    let inTemplates = Paths.join(project.root, "templates/\(operand)")
    switch Files.kind(direct) {
    case .stream?: self = try Self.file(direct, in: project)
    case .file? where operand.contains(".") || Files.kind(inTemplates) == nil:
      self = try Self.file(direct, in: project)
    case .folder? where Self.isTemplate(direct) || Files.kind(inTemplates) == nil:
      self = try Self.folder(direct, in: project)
    default:
      guard Files.kind(inTemplates) == .folder else { throw Self.notFound(operand, in: project) }
      self = try Self.folder(inTemplates, in: project)
    }
  }

  /// Reads a template as it was in version control: `HEAD~1:templates/x`.
  ///
  /// - Returns: nil for an operand that names no revision.
  init?(revision operand: String, in project: Project) throws(Failure) {
    guard let colon = operand.firstIndex(of: ":"), colon != operand.startIndex,
      !operand.hasPrefix("-"), Files.kind(Paths.join(project.current, operand)) == nil,
      Files.kind(Paths.join(project.root, "templates/\(operand)")) == nil
    else { return nil }
    let folder = String(operand[operand.index(after: colon)...])
    func file(_ name: String) -> SourceFile? {
      Git.output(["show", "--end-of-options", "\(operand)/\(name)"], in: project.root).map {
        SourceFile(path: "\(operand)/\(name)", bytes: $0)
      }
    }
    guard let body = file("body.html"), let mail = file("mail.json") else {
      throw Failure(
        Message(
          "version control has no template \(quoted: operand); write it as HEAD~1:templates/NAME, from the project's root",
          ko: "버전 관리에 \(quoted: operand) 템플릿이 없습니다. HEAD~1:templates/이름처럼 쓰세요(프로젝트 루트 기준)"))
    }
    let envelope = Envelope(try JSONFile.parse(mail), file: mail, form: .folder)
    let attachments = envelope.attachments.map { path in
      let name = path.value.text
      let bytes = name.hasPrefix("/") ? nil : file(name)?.bytes
      return Attachment(path: name, content: bytes.map { .bytes($0) } ?? .absent)
    }
    self.init(
      draft: Self.draft(
        Paths.name(of: folder), envelope, SourceText(body), .authored, project, attachments),
      people: nil, files: [])
  }

  private init(draft: Draft, people: ListSource?, files: [(path: String, file: SourceFile)]) {
    self.draft = draft
    self.people = people
    self.files = files
  }

  /// The same template with another time to leave at.
  func leaving(at time: Reservation, in project: Project) -> TemplateSource {
    var envelope = draft.envelope
    let place = envelope.range.lowerBound..<envelope.range.lowerBound
    envelope.texts[.reservationDateTime] = nil
    envelope.numbers[.reservationUtc] = Spanned(Array(String(time.milliseconds).utf8), place)
    return TemplateSource(
      draft: Self.draft(
        draft.name, envelope, draft.body.text, draft.body.dialect, project, draft.attachments),
      people: people, files: files)
  }

  private static func isTemplate(_ folder: String) -> Bool {
    Files.kind(Paths.join(folder, "body.html")) == .file
      || Files.kind(Paths.join(folder, "mail.json")) == .file
  }

  private static func notFound(_ operand: String, in project: Project) -> Failure {
    let names = project.templateNames
    if let near = Suggestion.nearest(to: operand, among: names) {
      return Failure(
        Message(
          "there is no template \(quoted: operand); did you mean \(quoted: near)?",
          ko: "\(quoted: operand) 템플릿이 없습니다. \(quoted: near)을(를) 쓰려던 것인가요?"))
    }
    let known = names.prefix(12).joined(separator: ", ")
    return Failure(
      names.isEmpty
        ? Message(
          "there is no template \(quoted: operand), and no templates/ folder here",
          ko: "\(quoted: operand) 템플릿도, templates/ 폴더도 없습니다")
        : Message(
          "there is no template \(quoted: operand); this project has \(known)",
          ko: "\(quoted: operand) 템플릿이 없습니다. 이 프로젝트의 템플릿: \(known)"))
  }

  // MARK: Forms

  private static func folder(_ path: String, in project: Project) throws(Failure) -> TemplateSource
  {
    let bodyPath = Paths.join(path, "body.html")
    guard Files.kind(bodyPath) == .file else {
      let shown = project.shown(path)
      if let page = Files.list(path).first(where: { $0.hasSuffix(".html") }) {
        throw Failure(
          Message(
            "\(quoted: shown) has no body.html but \(quoted: page); rename it to body.html",
            ko: "\(quoted: shown)에 body.html 대신 \(quoted: page)이(가) 있습니다. 이름을 body.html로 바꾸세요"))
      }
      throw Failure(
        Message(
          "\(quoted: shown) has no body.html; a template is a folder with mail.json and body.html",
          ko: "\(quoted: shown)에 body.html이 없습니다. 템플릿은 mail.json과 body.html이 든 폴더입니다"))
    }
    let body = try text(bodyPath, in: project)
    let mailPath = Paths.join(path, "mail.json")
    var envelope: Envelope
    var files = [(path: bodyPath, file: body)]
    if Files.kind(mailPath) == .file {
      let file = try text(mailPath, in: project)
      files.append((mailPath, file))
      envelope = Envelope(try JSONFile.parse(file), file: file, form: .folder)
    } else {
      envelope = Envelope(file: SourceFile(path: project.shown(mailPath), bytes: []), range: 0..<0)
      envelope.isAbsent = true
    }
    let samples = ["csv", "tsv", "json", "ndjson"]
      .map { Paths.join(path, "recipients.\($0)") }
      .first { Files.kind($0) == .file }
    return TemplateSource(
      draft: draft(
        Paths.name(of: path), envelope, SourceText(body), .authored, project,
        try AttachmentFiles.read(envelope.attachments, in: path)),
      people: samples.map {
        ListSource(.file(path: $0), shown: project.shown($0), isSample: true)
      }, files: files)
  }

  private static func file(_ path: String, in project: Project) throws(Failure) -> TemplateSource {
    let file = try text(path, in: project)
    let name = Paths.name(of: path)
    let beginning = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    // A name of dots alone would lead to another folder.
    let stem = beginning.allSatisfy { $0 == "." } ? "request" : beginning
    let isPage = [".html", ".htm"].contains { name.lowercased().hasSuffix($0) }
    let first = file.bytes.first { $0 > 0x20 && $0 < 0x80 }
    guard !isPage, first == UInt8(ascii: "{") else {
      let isBody = name == "body.html" && isTemplate(Paths.folder(of: path))
      if isBody { return try folder(Paths.folder(of: path), in: project) }
      var envelope = Envelope(file: SourceFile(path: file.path, bytes: []), range: 0..<0)
      envelope.isAbsent = true
      envelope.isOptional = true
      return TemplateSource(
        draft: draft(stem, envelope, SourceText(file), .authored, project), people: nil,
        files: [(path, file)])
    }
    return try request(file, at: path, name: stem, in: project)
  }

  private static func request(
    _ file: SourceFile, at path: String, name: String, in project: Project
  ) throws(Failure) -> TemplateSource {
    guard !holdsManyRequests(file) else {
      throw Failure(
        Message(
          "\(quoted: file.path) holds several requests, one a line; give one of the lines as a file of its own",
          ko: "\(quoted: file.path)에는 한 줄에 하나씩 여러 요청이 있습니다. 한 줄을 따로 파일로 만들어 지정하세요"))
    }
    let envelope = Envelope(try JSONFile.parse(file), file: file, form: .request)
    let nothing = SourceText(SourceFile(path: file.path, bytes: []))
    return TemplateSource(
      draft: draft(name, envelope, envelope.body ?? nothing, .wire, project),
      people: envelope.people.map { people in
        ListSource(.request(people: people.value, bytes: file.bytes), shown: file.path)
      }, files: [(path, file)])
  }

  /// Whether a file is what `tmpl payload` prints for a long list: a whole request on each line.
  private static func holdsManyRequests(_ file: SourceFile) -> Bool {
    guard file.lines.count > 2 else { return false }
    let first = 0..<file.lines.start(ofLine: 2)
    let second = file.lines.start(ofLine: 2)
    return second < file.bytes.count && file.bytes[second] == UInt8(ascii: "{")
      && (try? JSONParser.parse(file.bytes, range: first)) != nil
  }

  private static func draft(
    _ name: String, _ envelope: Envelope, _ body: SourceText, _ dialect: Template.Dialect,
    _ project: Project, _ attachments: [Attachment]? = nil
  ) -> Draft {
    Draft(
      name: name, envelope: envelope, body: body, dialect: dialect,
      optionalParameters: project.settings.optionalParameters, attachments: attachments)
  }

  /// Reads a file that must be UTF-8.
  private static func text(_ path: String, in project: Project) throws(Failure) -> SourceFile {
    let shown = project.shown(path)
    let file = SourceFile(path: shown, bytes: try project.read(path))
    do {
      _ = try UTF8Span(validating: file.bytes.span)
      return file
    } catch {
      let position = file.position(at: error.byteOffsets.lowerBound)
      let place = "\(shown):\(position.line):\(position.column)"
      throw Failure(
        Message(
          "\(place): this is not UTF-8 text; save the file as UTF-8",
          ko: "\(place): UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요"))
    }
  }
}
