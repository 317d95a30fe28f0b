import Publishing

/// The git checkout that a folder lies in.
struct GitCheckout {
  private let root: String
  private let folder: String

  /// Finds the nearest checkout above a folder.
  init?(around start: String) {
    var root = start
    while Files.kind(Paths.join(root, ".git")) == nil {
      guard root != "/" else { return nil }
      root = Paths.folder(of: root)
    }
    let place = Paths.join(root, ".git")
    self.root = root
    guard Files.kind(place) == .file else {
      folder = place
      return
    }
    // Worktrees and submodules have a file that says where the folder is.
    guard let bytes = try? Files.read(place, shownAs: place) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).prefix { !$0.isNewline }
    guard text.hasPrefix("gitdir: ") else { return nil }
    folder = Paths.join(root, String(text.dropFirst(8)))
  }

  /// Whether a file is tracked; nil when the list of tracked files cannot be read.
  func tracks(_ path: String) throws(Failure) -> Bool? {
    let index = Paths.join(folder, "index")
    guard Files.kind(index) == .file else { return false }
    let prefix = root == "/" ? root : root + "/"
    guard let list = GitIndex(try Files.read(index, shownAs: index)) else { return nil }
    return list.paths.contains(Array(path.dropFirst(prefix.count).utf8))
  }
}
