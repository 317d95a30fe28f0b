public import Composing
import Hashing
public import Mailing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The exact mail of one person as a message file (RFC 5322), which mail programs open.
///
/// The HTML part holds the very bytes that are sent. The text part is made from them; the services
/// are given HTML alone. The mark that a service puts before the title of advertising mail is there
/// with a comment that says so; the notice on how to unsubscribe, which it adds too, is not.
public struct MessageFile: Sendable {
  private let draft: Draft
  private let text: MailText
  private let titleMark: String?

  /// Prepares the files of a template's mails as a service delivers them.
  public init(_ draft: Draft, profile: Profile) {
    self.init(draft, MailText(draft), profile: profile)
  }

  /// Prepares the files with a text that was made before.
  init(_ draft: Draft, _ text: MailText, profile: Profile) {
    self.draft = draft
    self.text = text
    titleMark = TitleMark.of(draft, profile)
  }

  /// The file of somebody without problems.
  ///
  /// - Parameters:
  ///   - mail: their mail.
  ///   - now: the date, in seconds since 1970.
  /// - Returns: the bytes, with lines ended as the standard has it.
  public func bytes(_ mail: Mail, now: Int) -> [UInt8] {
    let plan = draft.plan
    let html = plan.body.substituting(mail.values)
    let text = Array(self.text.text(mail).utf8)
    let title = plan.title.substituting(mail.values)
    // Base64 has no `=_`, so that nothing in a part ends it.
    let boundary = "=_\(SHA256.hash(html + title).hex.prefix(32))"
    let envelope = draft.envelope
    var lines = [
      "From: " + Self.mailbox(envelope.string(.senderName), envelope.string(.senderAddress) ?? ""),
      "\(Self.field(of: mail.kind)): "
        + Self.mailbox(
          mail.name.map { String(decoding: $0, as: UTF8.self) },
          String(decoding: mail.address, as: UTF8.self)),
      "Subject: "
        + EncodedWords.text(
          (titleMark.map { $0 + " " } ?? "") + String(decoding: title, as: UTF8.self)),
      "Date: \(KoreanTime(now).message)",
    ]
    if titleMark != nil {
      lines.append("Comments: the mark before the subject is added by the mail service")
    }
    lines += [
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
