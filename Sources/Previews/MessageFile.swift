import Composing
import Hashing
import Mailing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The exact mail of one person as a message file (RFC 5322), which mail programs open.
///
/// The HTML part holds the very bytes that are sent. The text part is made from them; the services
/// are given HTML alone. What a service adds (a mark for advertising, a notice on how to
/// unsubscribe) is not there.
struct MessageFile {
  private let preview: TemplatePreview
  private let mail: Mail
  private let date: String

  /// Prepares the file of a person without problems; `date` is written as RFC 5322 §3.3 has it.
  init(_ preview: TemplatePreview, _ mail: Mail, date: String) {
    self.preview = preview
    self.mail = mail
    self.date = date
  }

  var bytes: [UInt8] {
    let plan = preview.draft.plan
    let html = plan.body.substituting(mail.values)
    let text = Array(preview.text.text(mail).utf8)
    let title = plan.title.substituting(mail.values)
    // Base64 has no `=_`, so that nothing in a part ends it.
    let boundary = "=_\(SHA256.hash(html + title).hex.prefix(32))"
    let envelope = preview.draft.envelope
    var lines = [
      "From: " + Self.mailbox(envelope.string(.senderName), envelope.string(.senderAddress) ?? ""),
      "\(Self.field(of: mail.kind)): "
        + Self.mailbox(
          mail.name.map { String(decoding: $0, as: UTF8.self) },
          String(decoding: mail.address, as: UTF8.self)),
      "Subject: " + EncodedWords.text(String(decoding: title, as: UTF8.self)),
      "Date: \(date)",
      "MIME-Version: 1.0",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
      "",
    ]
    lines += Self.part(text.withNetworkLineEnds, "plain", boundary)
    lines += Self.part(html, "html", boundary)
    lines += ["--\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private static func part(_ bytes: [UInt8], _ kind: String, _ boundary: String) -> [String] {
    let data = Data(bytes).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return [
      "--\(boundary)", "Content-Type: text/\(kind); charset=utf-8",
      "Content-Transfer-Encoding: base64", "", data,
    ]
  }

  private static func field(of kind: RecipientKind) -> String {
    switch kind {
    case .to: "To"
    case .carbonCopy: "Cc"
    case .blindCopy: "Bcc"
    }
  }

  /// A mailbox; an address that no header may hold is left out, whoever it belongs to.
  private static func mailbox(_ name: String?, _ address: String) -> String {
    let isSound =
      EmailAddress.objection(to: Array(address.utf8)) == nil
      && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isSound else { return "undisclosed-recipients:;" }
    guard let name, !name.isEmpty else { return address }
    return EncodedWords.phrase(name) + "\r\n <\(address)>"
  }
}

extension [UInt8] {
  /// Lines ended as MIME has them (RFC 2046 §4.1.1).
  fileprivate var withNetworkLineEnds: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(count + count / 32)
    for byte in self {
      if byte == 0x0A, output.last != 0x0D { output.append(0x0D) }
      output.append(byte)
    }
    return output
  }
}
