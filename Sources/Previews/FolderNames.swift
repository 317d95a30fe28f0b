import Approving

/// Names templates' folders after the templates, safely beside `index.html` and each other.
public struct FolderNames: Sendable {
  private var taken: Set<String> = ["index.html"]

  /// Starts with every name free but the gallery's.
  public init() {}

  /// The folder of one template.
  ///
  /// - Parameter template: the template's name; letters of any script stay.
  /// - Returns: the name with what is unsafe percent-encoded, and a number where it is taken.
  public mutating func folder(for template: String) -> String {
    let safe = Self.safe(template)
    var name = safe
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(safe)~\(number)"
      number += 1
    }
    return name
  }

  private static func safe(_ name: String) -> String {
    var safe = ""
    for (index, scalar) in name.unicodeScalars.enumerated() {
      let isUnsafe =
        scalar.value < 0x20 || scalar.value == 0x7F
        || "/\\:*?\"<>|%#".unicodeScalars.contains(scalar)
        || index == 0 && scalar == "."
      if isUnsafe {
        safe += UInt8(truncatingIfNeeded: scalar.value).percentEncoded
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe.isEmpty ? "unnamed" : safe
  }
}
