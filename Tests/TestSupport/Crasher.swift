import Foundation

/// An input that broke something once, or is as bad as one that did.
public struct Crasher: Sendable {
  /// The name of its file.
  public let name: String
  /// The input, which is a template to some laws and a value to others.
  public let bytes: [UInt8]

  /// All of them, one file each in `Tests/Crashers`.
  public static let all: [Crasher] = {
    let folder = Checkout.url.appending(path: "Tests/Crashers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0 != "README.md" }.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        Crasher(name: name, bytes: [UInt8]($0))
      }
    }
  }()
}
