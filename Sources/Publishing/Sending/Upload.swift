import Diagnostics
import Hashing
import JSONSyntax
public import Mailing

/// Brings files to the service, which names them by ids in requests.
///
/// Source: <https://api.ncloud-docs.com/docs/ai-application-service-cloudoutboundmailer-createfile>
public enum Upload {
  /// Uploads all files in one call; nobody gets anything by that.
  ///
  /// - Returns: their ids, in order.
  /// - Throws: why the service has not taken them.
  public static func ids(
    of attachments: [Attachment], through gateway: Gateway, _ surroundings: Surroundings
  ) throws(LookupError) -> [String] {
    let (body, type) = form(attachments)
    let answer = try Lookup.response(surroundings) { () throws(TransportFailure) in
      try gateway.call("POST", "/files", body: body, type: type)
    }
    guard let value = try? JSONParser.parse(answer),
      case .array(let files)? = value.member("files")?.kind, files.count == attachments.count
    else { throw LookupError(.unknown(Outcome.Doubt(status: 201, error: ServiceError([])))) }
    let ids = files.compactMap { $0.text("fileId") }
    guard ids.count == files.count else {
      throw LookupError(.unknown(Outcome.Doubt(status: 201, error: ServiceError([]))))
    }
    return ids
  }

  /// A form (RFC 7578) with a part for each file, and its content type.
  static func form(_ attachments: [Attachment]) -> (body: [UInt8], type: String) {
    var hash = SHA256()
    for attachment in attachments { hash.update(attachment.bytes) }
    // A file that held the digest of itself and the others could not be made.
    let boundary = "tmpl-\(hash.finalize().hex.prefix(48))"
    var body: [UInt8] = []
    for attachment in attachments {
      let name = attachment.name.replacing("\"", with: "%22").replacing("\r", with: "%0D")
        .replacing("\n", with: "%0A")
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"fileList\"; ".utf8
      body += "filename=\"\(name)\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8
      body += attachment.bytes
      body += "\r\n".utf8
    }
    body += "--\(boundary)--\r\n".utf8
    return (body, "multipart/form-data; boundary=\(boundary)")
  }
}
