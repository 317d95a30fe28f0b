/// Paths as text: joined, cleaned of `.` and `..`, and shown from where the user stands.
enum Paths {
  /// A path taken from a folder, unless it is absolute.
  static func join(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") ? clean(path) : clean(folder + "/" + path)
  }

  /// The folder that holds a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// An absolute path as seen from a folder: `templates/x`, `../list.csv`, or itself when far.
  static func shown(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(target, base).prefix { $0 == $1 }.count
    let up = base.count - common
    guard up <= 3, common > 0 || up == 0 else { return path }
    let parts = Array(repeating: "..", count: up) + target[common...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func clean(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
