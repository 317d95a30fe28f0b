import Diagnostics

/// Writes previews now and after every change, until it is interrupted.
///
/// A mistake in a file is said and waited out: it is being worked on.
func watch(
  _ invocation: Invocation, _ project: Project, _ console: inout Console
) throws(Failure) -> ExitStatus {
  var isFirst = true
  while true {
    let written = [invocation.value(.out).map { $0 + "/index.html" }, invocation.value(.share)]
      .compactMap(\.self).map { Paths.join(project.current, $0) }
    let watch = FileWatch(try watchedPaths(invocation, project), except: Set(written))
    do throws(Failure) {
      // Settings may have changed too.
      _ = try writeOnce(
        invocation, try Project(invocation.environment), &console,
        opens: isFirst && invocation.has(.open))
      isFirst = false
    } catch {
      console.fail(error.message)
    }
    console.note(Message("waiting for changes", ko: "파일이 바뀌기를 기다립니다"))
    console.flush()
    guard !console.isBroken else { return .success }
    watch.wait()
  }
}

/// Folders of templates, and the folder of the list: editors put a new file in the place of the old.
private func watchedPaths(
  _ invocation: Invocation, _ project: Project
) throws(Failure) -> [String] {
  let names = invocation.operands.isEmpty ? project.templateNames : invocation.operands
  let templates = names.flatMap { name in
    [Paths.join(project.root, "templates/\(name)"), Paths.join(project.current, name)]
  }
  let list = invocation.value(.list).map { [Paths.join(project.current, $0)] } ?? []
  let paths = (templates + list).compactMap { path in
    switch Files.kind(path) {
    case .folder: path
    case .file: Paths.folder(of: path)
    case .stream, nil: String?.none
    }
  }
  let folders = Set(paths + [project.root, Paths.join(project.root, "templates")])
  return folders.filter { Files.kind($0) == .folder }.sorted()
}
