import JSONSyntax
import Mailing

extension RequestHead {
  /// The same for a test: marked in the title, without a time to leave at or a wait for a console.
  ///
  /// - Parameter mark: what stands before the title.
  /// - Returns: the head of the test's request.
  public func test(mark: String) -> RequestHead {
    let dropped: Set<EnvelopeField> = [.reservationUtc, .reservationDateTime, .confirmAndSend]
    let title = Array(mark.utf8) + self.title
    var json: [UInt8] = []
    JSONWriter.appendQuoted(title, to: &json)
    let fields = fields.compactMap { field -> Field? in
      if dropped.contains(field.field) { return nil }
      guard field.field == .title else { return field }
      return Field(field: .title, name: field.name, json: json)
    }
    return RequestHead(
      fields: fields, title: title, body: body, attachments: attachments)
  }
}

extension Mail {
  /// The same mail to somebody else, without a name.
  public func readdressed(to address: [UInt8]) -> Mail {
    Mail(row: row, address: address, name: nil, kind: .to, values: values)
  }
}
