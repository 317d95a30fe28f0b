import Mailing

/// Someone a submission is for.
struct SubmittedRecipient {
  let address: String
  let name: String?
  let kind: RecipientKind
  let parameters: [[UInt8]: [UInt8]]
}

/// A request for mails that was accepted.
struct Submission {
  /// What a request says, whichever service it is for.
  struct Content {
    var senderAddress = ""
    var senderName: String?
    var title: [UInt8] = []
    var body: [UInt8] = []
    var isIndividual = true
    var isAdvertising = false
    var waitsForConfirmation = false
    var reservation: Int?
    var references: String?
    var unsubscribeMessage: [UInt8]?
    var files: [StoredFile] = []
    var parameters: [[UInt8]: [UInt8]] = [:]
    var recipients: [SubmittedRecipient] = []
  }

  /// The number in its id; its mails have those that follow.
  let number: Int
  let isSENS: Bool
  /// When it was accepted, in milliseconds since 1970.
  let time: Int
  let content: Content

  /// How many mails it makes.
  var mailCount: Int { content.isIndividual ? content.recipients.count : 1 }

  /// The people of one of its mails.
  func recipients(ofMail index: Int) -> ArraySlice<SubmittedRecipient> {
    content.isIndividual ? content.recipients[index...index] : content.recipients[...]
  }

  /// The id of the request.
  var id: String { Self.id(number, time, isSENS ? "R" : nil) }

  /// The id of one of its mails.
  func mailID(_ index: Int) -> String { Self.id(number + 1 + index, time, isSENS ? "M" : nil) }

  /// `20181203000000000201`, or `20260712-R-000000000201`.
  private static func id(_ number: Int, _ time: Int, _ letter: String?) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    let date = ServiceTime(time).date.filter { $0 != "-" }
    return letter.map { "\(date)-\($0)-\(padded)" } ?? date + padded
  }

  /// The title that a mail has in the end.
  func title(ofMail index: Int) -> [UInt8] {
    let title = filled(content.title, mail: index)
    let mark = Array("(광고)".utf8)
    guard content.isAdvertising, !title.starts(with: mark) else { return title }
    return mark + [0x20] + title
  }

  /// The body that a mail has in the end.
  func body(ofMail index: Int) -> [UInt8] {
    let body = filled(content.body, mail: index)
    guard content.isAdvertising else { return body }
    let notice =
      content.unsubscribeMessage
      ?? Array("<p>[sandbox] the service's text on how to unsubscribe · 수신거부 안내</p>".utf8)
    let tag = Array("#{UNSUBSCRIBE_MESSAGE}".utf8)
    return body.firstRange(of: tag) == nil ? body + notice : body.replacing(tag, with: notice)
  }

  private func filled(_ text: [UInt8], mail index: Int) -> [UInt8] {
    let own = content.isIndividual ? content.recipients[index].parameters : [:]
    return Substitution.fill(text) { own[$0] ?? content.parameters[$0] }
  }
}
