import Diagnostics
import JSONSyntax
import Mailing

/// Reads a request for mails as one service documents it, and collects what is wrong.
struct SubmissionReader {
  let profile: Profile
  private let root: JSONValue
  private let now: Int
  private(set) var problems: [ServiceProblem.Field] = []

  private static let referencesLimit = 100
  private static let attachmentLimit = 20 << 20
  private static let horizon = 30 * 24 * 3600 * 1000

  init(_ root: JSONValue, profile: Profile, now: Int) {
    self.root = root
    self.profile = profile
    self.now = now
  }

  private var isSENS: Bool { profile.name == Profile.sens.name }

  /// Reads everything.
  ///
  /// - Parameter file: the uploaded file of an id.
  /// - Returns: the content; whole only when there is no problem.
  mutating func content(file: (String) -> StoredFile?) -> Submission.Content {
    var content = Submission.Content()
    content.isIndividual = flag(.individual) ?? true
    content.isAdvertising = flag(.advertising) ?? false
    content.waitsForConfirmation = flag(.confirmAndSend) ?? false
    readSender(&content)
    readTexts(&content)
    readReservation(&content)
    readReferences(&content)
    content.parameters = parameters(root.member("parameters"), "parameters")
    readFiles(&content, file)
    var people = RecipientsReader(profile: profile, isIndividual: content.isIndividual)
    content.recipients = people.recipients(root.member("recipients"))
    problems += people.problems
    if isSENS, content.isAdvertising, !content.isIndividual {
      report(
        "advertising", Message("needs individual: true", ko: "individual: true일 때만 쓸 수 있습니다"))
    }
    return content
  }

  /// The field that says that texts or people live at the service, where this sandbox has none.
  var remoteField: String? {
    let names = [isSENS ? "templateNo" : "templateSid", "recipientGroupFilter"]
    return names.first { root.member($0) != nil }
  }

  // MARK: Fields

  private mutating func readSender(_ content: inout Submission.Content) {
    let address = text(.senderAddress).map { String(decoding: $0, as: UTF8.self) }
    if let address {
      content.senderAddress = address
      if let reason = EmailAddress.objection(to: address.utf8)?.reason {
        report("senderAddress", Message("\(reason.english)", ko: "\(reason.korean)"))
      } else if profile.limits.refusedSenderDomains.contains(EmailAddress.domain(of: address)) {
        report(
          "senderAddress",
          Message("senders of this domain are not taken", ko: "발신자로 쓸 수 없는 도메인입니다"))
      }
    } else {
      require("senderAddress")
    }
    content.senderName = text(.senderName).map { String(decoding: $0, as: UTF8.self) }
    checkSize("senderName", content.senderName?.utf8.count, limit: profile.limits.senderNameBytes)
  }

  private mutating func readTexts(_ content: inout Submission.Content) {
    let title = text(.title)
    let body = text(.body)
    if title?.isEmpty ?? true { require("title") }
    if body?.isEmpty ?? true { require("body") }
    content.title = title ?? []
    content.body = body ?? []
    let hasBasicMessage = flag(.useBasicUnsubscribeMsg) ?? true
    let message = text(.unsubscribeMessage)
    if content.isAdvertising, !hasBasicMessage {
      content.unsubscribeMessage = message ?? []
      if message?.isEmpty ?? true { require("unsubscribeMessage") }
    }
    checkSize("title", title?.count, limit: profile.limits.titleBytes)
    checkSize(
      "body", (body?.count ?? 0) + (content.unsubscribeMessage?.count ?? 0),
      limit: profile.limits.bodyBytesRefused)
  }

  private mutating func readReservation(_ content: inout Submission.Content) {
    let name = "reservationDateTime"
    if !isSENS, let value = root.member("reservationUtc") {
      guard case .number(let literal) = value.kind, let time = Reservation(literal: literal) else {
        return report("reservationUtc", Self.wrongKind("a whole number", "정수"))
      }
      return reserve(time.milliseconds, "reservationUtc", &content)
    }
    guard let bytes = text(.reservationDateTime) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let isISO = text.contains("T")
    guard let time = Reservation(text: text), isISO == isSENS else {
      return report(
        name,
        isSENS
          ? Message("is not ISO 8601 with an offset", ko: "오프셋이 있는 ISO 8601 형식이 아닙니다")
          : Message("is not yyyy-MM-dd HH:mm", ko: "yyyy-MM-dd HH:mm 형식이 아닙니다"))
    }
    reserve(time.milliseconds, name, &content)
  }

  private mutating func reserve(
    _ time: Int, _ name: String, _ content: inout Submission.Content
  ) {
    content.reservation = time
    // A minute's grace: the time is written without seconds.
    if time < now - 60_000 {
      report(name, Message("is in the past", ko: "이미 지난 시각입니다"))
    } else if time > now + Self.horizon {
      report(name, Message("is more than 30 days ahead", ko: "30일보다 먼 시각입니다"))
    }
  }

  private mutating func readReferences(_ content: inout Submission.Content) {
    guard !isSENS, let bytes = text(.referencesHeader), !bytes.isEmpty else { return }
    content.references = String(decoding: bytes, as: UTF8.self)
    let isID = bytes.first == UInt8(ascii: "<") && bytes.last == UInt8(ascii: ">")
    guard isID, bytes.contains(UInt8(ascii: "@")), bytes.count <= Self.referencesLimit,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      return report(
        "referencesHeader",
        Message("is not <id@domain> of at most 100 bytes", ko: "100바이트 이하의 <id@domain> 형식이 아닙니다"))
    }
  }

  private mutating func readFiles(
    _ content: inout Submission.Content, _ file: (String) -> StoredFile?
  ) {
    guard let value = root.member("attachFileIds") else { return }
    guard case .array(let ids) = value.kind else {
      return report("attachFileIds", Self.wrongKind("a list", "배열"))
    }
    for id in ids {
      guard case .string(let text) = id.kind, let file = file(text.text) else {
        return report(
          "attachFileIds", Message("holds an id that is not known", ko: "알 수 없는 파일 아이디가 있습니다"))
      }
      content.files.append(file)
    }
    if content.files.reduce(0, { $0 + $1.bytes.count }) > Self.attachmentLimit {
      report("attachFileIds", Message("are more than 20 MB together", ko: "합계가 20MB를 넘습니다"))
    }
  }

  // MARK: Kinds

  private func name(_ field: EnvelopeField) -> String {
    profile.fields.first { $0.field == field }?.name ?? field.rawValue
  }

  private mutating func text(_ field: EnvelopeField) -> [UInt8]? {
    guard let value = root.member(name(field)) else { return nil }
    guard case .string(let string) = value.kind else {
      report(name(field), Self.wrongKind("text", "문자열"))
      return nil
    }
    return string.bytes
  }

  private mutating func flag(_ field: EnvelopeField) -> Bool? {
    guard let value = root.member(name(field)) else { return nil }
    guard case .bool(let flag) = value.kind else {
      report(name(field), Self.wrongKind("true or false", "true나 false"))
      return nil
    }
    return flag
  }

  private mutating func parameters(_ value: JSONValue?, _ name: String) -> [[UInt8]: [UInt8]] {
    guard let parameters = RecipientsReader.parameters(value) else {
      report(name, Self.wrongKind("an object of texts", "값이 모두 문자열인 객체"))
      return [:]
    }
    return parameters
  }

  private mutating func checkSize(_ name: String, _ count: Int?, limit: Int) {
    guard let count, count > limit else { return }
    report(
      name, Message("has \(count) bytes of at most \(limit)", ko: "\(count)바이트로 \(limit)바이트를 넘습니다"))
  }

  private mutating func require(_ name: String) {
    guard !problems.contains(where: { $0.name == name }) else { return }
    report(name, Message("is missing", ko: "필수 항목이 없습니다"))
  }

  private mutating func report(_ name: String, _ reason: Message) {
    problems.append(ServiceProblem.Field(name: name, reason: reason))
  }

  static func wrongKind(_ english: String, _ korean: String) -> Message {
    Message("is not \(english)", ko: "\(korean) 형식이 아닙니다")
  }
}
