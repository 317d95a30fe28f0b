import Diagnostics
import Previews

/// The folder that previews are written to.
struct PreviewFolder {
  let project: Project
  let path: String

  /// Writes a template's pages, and removes those of people who are not shown any more: they would
  /// mislead.
  ///
  /// - Returns: what the manifest says of them.
  func write(_ preview: TemplatePreview) throws(Failure) -> PreviewManifest {
    let folder = Paths.join(path, preview.folder)
    try Files.makeFolder(folder, shownAs: project.shown(folder))
    var written: Set<String> = []
    var manifest = PreviewManifest(preview, version: Tool.version)
    for (person, page) in zip(preview.people, preview.pages) {
      try write(page)
      manifest.add(person, of: preview, page: page.bytes)
      written.insert(Paths.name(of: page.path))
    }
    Files.remove(marked: PreviewFile.mark, in: folder, except: written)
    return manifest
  }

  /// Writes a template's message files and the manifest, and says for how many people there is no
  /// message.
  ///
  /// - Parameters:
  ///   - preview: the template; nil messages stand for none at all.
  ///   - pages: what the manifest says of the pages.
  ///   - now: the time of writing; nil where no messages were asked for.
  /// - Returns: how many people something is missing for.
  /// - Throws: a failure where a file cannot be read or written.
  func writeMessages(
    _ preview: TemplatePreview, _ pages: PreviewManifest, now: Int?
  ) throws(Failure) -> Int {
    let folder = Paths.join(path, preview.folder)
    let manifest = Paths.join(folder, WrittenFiles.name)
    let earlier = try earlier(in: folder)
    var written = WrittenFiles()
    var missing = 0
    for person in now == nil ? [] : preview.people {
      guard let now, let file = preview.message(person, now: now) else {
        missing += person.isSynthetic ? 0 : 1
        continue
      }
      try write(file)
      written.add(Paths.name(of: file.path), file.bytes)
    }
    try remove(earlier, except: written, in: folder)
    try Files.write(written.json(pages), to: manifest, shownAs: project.shown(manifest))
    return missing
  }

  /// Removes the message files of an earlier run, with the list of them.
  func removeMessages(in folder: String) throws(Failure) {
    guard let earlier = try earlier(in: folder) else { return }
    try remove(earlier, except: WrittenFiles(), in: folder)
    Files.remove(Paths.join(folder, WrittenFiles.name))
  }

  /// What an earlier run wrote into a folder; nil where it wrote no messages.
  private func earlier(in folder: String) throws(Failure) -> WrittenFiles? {
    let manifest = Paths.join(folder, WrittenFiles.name)
    guard Files.kind(manifest) == .file else { return nil }
    return WrittenFiles(try Files.read(manifest, shownAs: project.shown(manifest)))
  }

  /// Removes what an earlier run wrote and nobody has changed since.
  private func remove(
    _ earlier: WrittenFiles?, except written: WrittenFiles, in folder: String
  ) throws(Failure) {
    let kept = Set(written.names)
    for name in earlier?.names ?? [] where !kept.contains(name) && !name.contains("/") {
      let file = Paths.join(folder, name)
      guard Files.kind(file) == .file else { continue }
      let bytes = try Files.read(file, shownAs: project.shown(file))
      if earlier?.isUntouched(name, bytes) == true { Files.remove(file) }
    }
  }

  /// Writes the page of changed snapshots, or removes an old one where nothing is changed.
  func write(_ page: SnapshotPage) throws(Failure) {
    if page.isEmpty {
      let others = Set(Files.list(path)).subtracting([SnapshotPage.name])
      Files.remove(marked: PreviewFile.mark, in: path, except: others)
    } else {
      try write(PreviewFile(path: SnapshotPage.name, bytes: page.html))
    }
  }

  /// Writes one file.
  func write(_ file: PreviewFile) throws(Failure) {
    let target = Paths.join(path, file.path)
    try Files.write(file.bytes, to: target, shownAs: project.shown(target))
  }
}
