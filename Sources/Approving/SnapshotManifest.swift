public import Hashing
import JSONSyntax

/// `manifest.json`: the titles of approved snapshots, and digests that show files changed by hand.
public struct SnapshotManifest: Sendable, Hashable {
  /// What is known of one snapshot beside its body.
  public struct Entry: Sendable, Hashable {
    /// The title.
    public let title: [UInt8]
    /// The digest of title and body.
    public let digest: Digest

    /// Takes what is known of a snapshot.
    public init(_ snapshot: Snapshot) {
      title = snapshot.title
      digest = snapshot.digest
    }

    init(title: [UInt8], digest: Digest) {
      self.title = title
      self.digest = digest
    }
  }

  /// The snapshots by key.
  public var entries: [String: Entry] = [:]

  /// Starts without snapshots.
  public init() {}

  /// Reads a file; nil for one that is none.
  public init?(file: [UInt8]) {
    guard case .object(let members)? = (try? JSONParser.parse(file))?.kind else { return nil }
    for member in members {
      switch member.key.text {
      case "schema":
        guard member.value.scalarText == [UInt8(ascii: "1")] else { return nil }
      case "snapshots":
        guard case .object(let snapshots) = member.value.kind else { return nil }
        for snapshot in snapshots {
          let key = snapshot.key
          guard PersonKeys.isKey(key.bytes), let entry = Entry(snapshot.value) else { return nil }
          entries[key.text] = entry
        }
      default: return nil
      }
    }
  }

  /// The file, sorted, so that changes of it are easy to read.
  public var file: [UInt8] {
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("schema")
    json.integer(1)
    json.key("snapshots")
    json.beginObject()
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      json.key(key)
      json.beginObject()
      json.key("digest")
      json.string(entry.digest.hex)
      json.key("title")
      json.string(bytes: entry.title)
      json.endObject()
    }
    json.endObject()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension SnapshotManifest.Entry {
  fileprivate init?(_ value: JSONValue) {
    guard case .object(let members) = value.kind else { return nil }
    var title: [UInt8]?
    var digest: Digest?
    for member in members {
      guard case .string(let text) = member.value.kind else { return nil }
      switch member.key.text {
      case "title": title = text.bytes
      case "digest": digest = Digest(hex: text.text)
      default: return nil
      }
    }
    guard let title, let digest else { return nil }
    self.init(title: title, digest: digest)
  }
}
