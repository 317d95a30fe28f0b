import Mailing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A mail as a message file (RFC 5322), which mail programs open.
struct MessageFile {
  let submission: Submission
  let index: Int

  /// The file.
  var bytes: [UInt8] {
    let content = submission.content
    let boundary = "tmpl-\(submission.mailID(index))"
    var text = "Message-ID: <\(submission.mailID(index))@sandbox.invalid>\r\n"
    text += "Date: \(ServiceTime(submission.time).words) +0900\r\n"
    text += field("From", Self.mailbox(content.senderName, content.senderAddress))
    for (kind, name) in [(RecipientKind.to, "To"), (.carbonCopy, "Cc"), (.blindCopy, "Bcc")] {
      let people = submission.recipients(ofMail: index).filter { $0.kind == kind }
      guard !people.isEmpty else { continue }
      text += field(
        name, people.map { Self.mailbox($0.name, $0.address) }.joined(separator: ",\r\n "))
    }
    let title = String(decoding: submission.title(ofMail: index), as: UTF8.self)
    text += field("Subject", Self.words(title))
    if let references = content.references { text += field("References", references) }
    text += "MIME-Version: 1.0\r\n"
    let body =
      "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      + Self.base64(submission.body(ofMail: index)) + "\r\n"
    guard !content.files.isEmpty else { return Array((text + body).utf8) }
    text += "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\r\n\r\n"
    text += "--\(boundary)\r\n\(body)"
    for file in content.files {
      text += "--\(boundary)\r\nContent-Type: application/octet-stream\r\n"
      text += "Content-Disposition: attachment; filename=\"\(Self.words(file.name))\"\r\n"
      text += "Content-Transfer-Encoding: base64\r\n\r\n\(Self.base64(file.bytes))\r\n"
    }
    return Array((text + "--\(boundary)--\r\n").utf8)
  }

  /// No value of a header may begin another.
  private func field(_ name: String, _ value: String) -> String { "\(name): \(value)\r\n" }

  private static func mailbox(_ name: String?, _ address: String) -> String {
    guard let name, !name.isEmpty else { return address }
    return "\(words(name)) <\(address)>"
  }

  /// Text of a header; what is not plain goes into encoded words (RFC 2047 §2).
  private static func words(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x20
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard !isPlain || text.utf8.count > 60 else { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > 39 {
        words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=")
        bytes = []
      }
      bytes += next
    }
    words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=")
    return words.joined(separator: "\r\n ")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let text = Array(Data(bytes).base64EncodedString().utf8)
    return stride(from: 0, to: text.count, by: 76).map {
      String(decoding: text[$0..<min(text.count, $0 + 76)], as: UTF8.self)
    }.joined(separator: "\r\n")
  }
}
