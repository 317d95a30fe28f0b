import Approving
import Diagnostics

/// The approvals of one template on disk.
struct ApprovalStore {
  private let folder: String
  private let project: Project

  init(_ template: String, in project: Project) {
    self.project = project
    folder = Paths.join(project.root, "snapshots/\(template)/approvals")
  }

  /// All approvals, by file name.
  func all() throws(Failure) -> [Approval] {
    var approvals: [Approval] = []
    for name in Files.list(folder) where name.hasSuffix(".json") {
      let path = Paths.join(folder, name)
      let shown = project.shown(path)
      guard let approval = Approval(file: try Files.read(path, shownAs: shown)) else {
        throw Failure(
          Message(
            "\(quoted: shown) is no approval of this version; restore it from version control or delete it",
            ko: "\(quoted: shown)은(는) 이 버전의 승인이 아닙니다. 버전 관리에서 복원하거나 지우세요"))
      }
      approvals.append(approval)
    }
    return approvals
  }

  /// Writes an approval.
  ///
  /// - Returns: where it is, as reports show it.
  func write(_ approval: Approval) throws(Failure) -> String {
    try Files.makeFolder(folder, shownAs: project.shown(folder))
    let path = Paths.join(folder, approval.fileName)
    try Files.write(approval.file, to: path, shownAs: project.shown(path))
    return project.shown(path)
  }
}
