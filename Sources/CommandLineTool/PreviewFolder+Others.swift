import Diagnostics
import Previews

extension PreviewFolder {
  /// Removes what earlier runs wrote for templates that are not among these: the gallery leads to
  /// their people's mails no more, and personal data should not outlive its use.
  ///
  /// Whatever is not ours, or was changed by hand, stays with its folder.
  ///
  /// - Parameter folders: the folders of templates that were written now.
  /// - Returns: the folders that were cleared.
  /// - Throws: a failure where a file cannot be read.
  func clear(except folders: Set<String>) throws(Failure) -> [String] {
    var cleared: [String] = []
    for name in Files.list(path) where !folders.contains(name) {
      let folder = Paths.join(path, name)
      // A link leads to somebody else's folder.
      guard Files.kind(folder) == .folder,
        Files.resolved(folder) == Paths.join(Files.resolved(path), name)
      else { continue }
      let before = Files.list(folder).count
      Files.remove(marked: PreviewFile.mark, in: folder, except: [])
      try removeMessages(in: folder)
      Files.removeIfEmpty(folder)
      if Files.list(folder).count < before { cleared.append(project.shown(folder)) }
    }
    return cleared
  }
}
