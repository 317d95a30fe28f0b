/// A file that goes with every mail, as `mail.json` names it.
public struct Attachment: Sendable, Hashable {
  /// What became of the file.
  public enum Content: Sendable, Hashable {
    /// Its bytes.
    case bytes([UInt8])
    /// It has more bytes than any service takes.
    case tooLarge(Int)
    /// It is not there, or no file.
    case absent
    /// It lies outside the template's folder, where nobody expects what is sent.
    case outside
  }

  /// The path as it is written, from the template's folder.
  public let path: String
  /// What became of the file.
  public let content: Content

  /// Describes a file.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// The name that recipients see.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The file's bytes, or none.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = content { return bytes }
    return []
  }

  /// The most bytes of one file, by the smaller reading of "10 MB".
  ///
  /// Source: <https://api.ncloud-docs.com/docs/ai-application-service-cloudoutboundmailer-createfile>
  public static let sizeLimit = 10_000_000
  /// The most bytes of all files of a mail, by the smaller reading of "20 MB".
  public static let totalLimit = 20_000_000
}
