import Diagnostics
import Hashing
import JSONSyntax

/// `manifest.json` of a folder: the message files that a run wrote there, and what it says of pages.
///
/// Only what is listed and still has the listed bytes may be removed.
public struct WrittenFiles: Sendable {
  /// The file's name.
  public static let name = "manifest.json"

  private var digests: [String: String] = [:]

  /// Starts with no file.
  public init() {}

  /// Reads what an earlier run wrote; nil for anything else, which is not ours.
  public init?(_ json: [UInt8]) {
    guard let root = try? JSONParser.parse(json), case .object(let members) = root.kind,
      ["files", "previews"].starts(with: members.map(\.key.text)), !members.isEmpty,
      case .object(let files) = members[0].value.kind
    else { return nil }
    for file in files {
      guard case .string(let digest) = file.value.kind, digest.text.utf8.count == 64 else {
        return nil
      }
      digests[file.key.text] = digest.text
    }
  }

  /// The names, sorted.
  public var names: [String] { digests.keys.sorted() }

  /// Adds a file.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    digests[name] = SHA256.hash(bytes).hex
  }

  /// Whether a file still is what was written.
  public func isUntouched(_ name: String, _ bytes: [UInt8]) -> Bool {
    digests[name] == SHA256.hash(bytes).hex
  }

  /// The manifest, with what there is to say of the pages beside the files.
  public func json(_ pages: PreviewManifest) -> [UInt8] {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("files")
    json.beginObject()
    for name in names {
      json.key(name)
      json.string(digests[name] ?? "")
    }
    json.endObject()
    json.key("previews")
    pages.write(to: &json)
    json.endObject()
    return json.bytes + [0x0A]
  }
}
