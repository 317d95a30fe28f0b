import Diagnostics
import JSONSyntax
import Mailing

/// The folder a run works in: the nearest above with `tmpl.json` or `templates/`, and its settings.
struct Project {
  /// The project's root; the current folder where there is no project.
  let root: String
  /// The current folder, from which paths are shown.
  let current: String
  /// What `tmpl.json` says.
  let settings: Settings
  /// What files are to hold that lie otherwise on disk, by their paths.
  var edits: [String: [UInt8]] = [:]

  init(_ environment: Environment) throws(Failure) {
    current = environment.currentDirectory
    var folder = current
    var found: String?
    while found == nil {
      let isRoot =
        Files.kind(Paths.join(folder, "tmpl.json")) == .file
        || Files.kind(Paths.join(folder, "templates")) == .folder
      if isRoot { found = folder }
      if folder == "/" { break }
      folder = Paths.folder(of: folder)
    }
    root = found.map(Self.root) ?? current
    settings = try Self.settings(root: root, current: current)
  }

  /// The root that a folder with `tmpl.json` or `templates/` belongs to: the settings may lie in
  /// `templates/` itself.
  private static func root(of folder: String) -> String {
    let isInside =
      Paths.name(of: folder) == "templates"
      && Files.kind(Paths.join(folder, "templates")) != .folder
    return isInside ? Paths.folder(of: folder) : folder
  }

  /// A path as reports show it.
  func shown(_ path: String) -> String { Paths.shown(path, from: current) }

  /// Reads a file of the project as it is to be.
  func read(_ path: String) throws(Failure) -> [UInt8] {
    if let edited = edits[path] { return edited }
    return try Files.read(path, shownAs: shown(path))
  }

  /// The names of all templates of the project.
  var templateNames: [String] {
    let folder = Paths.join(root, "templates")
    return Files.list(folder).filter {
      Files.kind(Paths.join(folder, $0 + "/body.html")) == .file
        || Files.kind(Paths.join(folder, $0 + "/mail.json")) == .file
    }
  }

  private static func settings(root: String, current: String) throws(Failure) -> Settings {
    let places = ["tmpl.json", "templates/tmpl.json"].map { Paths.join(root, $0) }
    guard let path = places.first(where: { Files.kind($0) == .file }) else { return Settings() }
    let shown = Paths.shown(path, from: current)
    let file = SourceFile(path: shown, bytes: try Files.read(path, shownAs: shown))
    let settings = Settings(try JSONFile.parse(file))
    guard
      let problem = settings.problems.first ?? settings.ruleProblem ?? settings.clientProblem
    else { return settings }
    let place = file.location(of: problem.range).description
    throw Failure(
      Message(
        "\(place): \(problem.message.text(.english))",
        ko: "\(place): \(problem.message.text(.korean))"))
  }
}
