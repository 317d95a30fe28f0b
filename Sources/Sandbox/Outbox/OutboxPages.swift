import Diagnostics
import Previews
import Publishing

/// The pages for people: what was taken, and how each mail looks.
struct OutboxPages {
  /// The most mails that the list shows.
  private static let listLength = 200

  let language: Language

  /// Answers a request of a browser.
  func response(to request: HTTPRequest, _ outbox: Outbox, now: Int) -> HTTPResponse {
    guard let host = request.headers["Host"], Self.isLocal(host) else {
      // A page from elsewhere whose name leads here must not read anybody's mail.
      return HTTPResponse(421)
    }
    guard request.method == "GET" || request.method == "HEAD", let target = Target(request.target)
    else { return HTTPResponse(405) }
    switch (target.path.count, target.path.first) {
    case (0, _): return list(outbox, now)
    case (2, "mails"): return mail(target.path[1], outbox, now)
    default: return HTTPResponse(404)
    }
  }

  private static func isLocal(_ host: String) -> Bool {
    let name = host.split(separator: ":").first ?? ""
    return name == "127.0.0.1" || name.lowercased() == "localhost"
  }

  private func list(_ outbox: Outbox, _ now: Int) -> HTTPResponse {
    var mails: [ReceivedMail] = []
    for submission in outbox.submissions.reversed() where mails.count < Self.listLength {
      for index in (0..<submission.mailCount).prefix(Self.listLength - mails.count) {
        mails.append(received(submission, index, now))
      }
    }
    let total = outbox.submissions.reduce(0) { $0 + $1.mailCount }
    return Self.page(ReceivedMail.list(mails, total: total, language))
  }

  private func mail(_ name: String, _ outbox: Outbox, _ now: Int) -> HTTPResponse {
    let isFile = name.hasSuffix(".eml")
    guard let mail = outbox.mail(isFile ? String(name.dropLast(4)) : name) else {
      return HTTPResponse(404)
    }
    guard !isFile else {
      let headers = HTTPHeaders([
        ("Content-Type", "message/rfc822"), ("Content-Disposition", "attachment"),
        ("X-Content-Type-Options", "nosniff"),
      ])
      let file = MessageFile(submission: mail.submission, index: mail.index)
      return HTTPResponse(200, headers: headers, body: file.bytes)
    }
    let page = received(mail.submission, mail.index, now)
    return Self.page(
      page.page(
        body: mail.submission.body(ofMail: mail.index), source: page.address + ".eml", language))
  }

  private func received(_ submission: Submission, _ index: Int, _ now: Int) -> ReceivedMail {
    let content = submission.content
    let people = submission.recipients(ofMail: index)
    let more = people.count > 3 ? " + \(people.count - 3)" : ""
    return ReceivedMail(
      sender: [content.senderName ?? "", "<\(content.senderAddress)>"].joined(separator: " "),
      recipients: people.prefix(3).map(\.address).joined(separator: ", ") + more,
      time: ServiceTime(submission.time).iso8601,
      state: submission.state(ofMail: index, now: now).label.text(language),
      title: submission.title(ofMail: index), address: "/mails/\(submission.mailID(index))")
  }

  private static func page(_ body: [UInt8]) -> HTTPResponse {
    let headers = HTTPHeaders([
      ("Content-Type", "text/html; charset=utf-8"),
      ("Content-Security-Policy", ReceivedMail.policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
    ])
    return HTTPResponse(200, headers: headers, body: body)
  }
}
