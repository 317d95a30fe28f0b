import JSONSyntax
import Mailing

/// Reads the files that `mail.json` wants sent along.
enum AttachmentFiles {
  /// What the envelope names, as far as it lies in the template's own folder.
  static func read(
    _ paths: [Spanned<JSONString>], in folder: String
  ) throws(Failure) -> [Attachment] {
    let root = Files.resolved(folder) + "/"
    var attachments: [Attachment] = []
    for path in paths {
      let text = path.value.text
      attachments.append(
        Attachment(path: text, content: try content(of: Paths.join(folder, text), root)))
    }
    return attachments
  }

  private static func content(
    of path: String, _ root: String
  ) throws(Failure) -> Attachment.Content {
    guard Files.kind(path) == .file else { return .absent }
    let place = Files.resolved(path)
    guard place.hasPrefix(root) else { return .outside }
    let size = Files.size(place)
    guard size <= Attachment.sizeLimit else { return .tooLarge(size) }
    return .bytes(try Files.read(place, shownAs: path))
  }
}
