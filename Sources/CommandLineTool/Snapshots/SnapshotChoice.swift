import Approving
import Diagnostics

/// Which snapshots a command is about: all, those of templates, those of single people.
struct SnapshotChoice {
  private let names: [(template: String, key: String?)]

  /// Takes operands apart: `TEMPLATE` or `TEMPLATE/KEY`.
  init(_ operands: some Sequence<String>, isTemplate: (String) -> Bool) {
    names = operands.map { operand in
      // Keys have no slash; templates may be paths, to folders that are there.
      guard let slash = operand.lastIndex(of: "/"), !isTemplate(operand) else {
        return (operand, nil)
      }
      return (String(operand[..<slash]), String(operand[operand.index(after: slash)...]))
    }
  }

  /// Whether everything is meant.
  var isEverything: Bool { names.isEmpty }

  /// The templates to read; none stands for all.
  var templates: [String] {
    names.map(\.template).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether a snapshot is meant.
  func accepts(_ key: String, of template: String) -> Bool {
    isEverything
      || names.contains {
        Paths.name(of: $0.template) == template && ($0.key == nil || $0.key == key)
      }
  }

  /// Makes sure that every key exists.
  func check(_ jobs: [SnapshotJob]) throws(Failure) {
    for (template, key) in names {
      guard let key else { continue }
      let known = jobs.filter { Paths.name(of: template) == $0.template }
        .flatMap { $0.comparison.items.map(\.key) + $0.store.pendingKeys }
      guard !known.contains(key) else { continue }
      let near = Suggestion.nearest(to: key, among: known)
      throw Failure(
        near.map {
          Message(
            "\(quoted: template) has no snapshot \(quoted: key); did you mean \(quoted: $0)?",
            ko: "\(quoted: template)에 스냅샷 \(quoted: key)이(가) 없습니다. \(quoted: $0)을(를) 쓰려던 것인가요?")
        }
          ?? Message(
            "\(quoted: template) has no snapshot \(quoted: key)",
            ko: "\(quoted: template)에 스냅샷 \(quoted: key)이(가) 없습니다"))
    }
  }
}
