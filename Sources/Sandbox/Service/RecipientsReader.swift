import Diagnostics
import JSONSyntax
import Mailing

/// Reads the people of a request, and says what is wrong with the first hundred who are wrong.
struct RecipientsReader {
  let profile: Profile
  let isIndividual: Bool
  private(set) var problems: [ServiceProblem.Field] = []

  private static let nameLimit = 69
  private static let problemLimit = 100

  init(profile: Profile, isIndividual: Bool) {
    self.profile = profile
    self.isIndividual = isIndividual
  }

  private var isSENS: Bool { profile.name == Profile.sens.name }

  /// Reads the list.
  mutating func recipients(_ value: JSONValue?) -> [SubmittedRecipient] {
    guard let value else {
      report("recipients", Message("is missing", ko: "필수 항목이 없습니다"))
      return []
    }
    guard case .array(let people) = value.kind else {
      report("recipients", SubmissionReader.wrongKind("a list", "배열"))
      return []
    }
    guard !people.isEmpty, people.count <= profile.limits.recipients else {
      let limit = profile.limits.recipients
      report(
        "recipients",
        Message(
          "has \(people.count) of 1 to \(limit) people",
          ko: "\(people.count)명입니다. 1명에서 \(limit)명까지입니다"))
      return []
    }
    var recipients: [SubmittedRecipient] = []
    recipients.reserveCapacity(people.count)
    for (index, person) in people.enumerated() where problems.count < Self.problemLimit {
      if let recipient = recipient(person, "recipients[\(String(index))]") {
        recipients.append(recipient)
      }
    }
    if problems.isEmpty { checkKinds(recipients) }
    return recipients
  }

  private mutating func recipient(_ value: JSONValue, _ place: String) -> SubmittedRecipient? {
    guard case .object = value.kind else {
      report(place, SubmissionReader.wrongKind("an object", "객체"))
      return nil
    }
    let address = text(value, "address", place) ?? ""
    if let reason = EmailAddress.objection(to: address.utf8)?.reason {
      report("\(place).address", Message("\(reason.english)", ko: "\(reason.korean)"))
    }
    let name = text(value, "name", place)
    if let name, (isSENS ? name.utf8.count : name.unicodeScalars.count) > Self.nameLimit {
      report(
        "\(place).name",
        isSENS
          ? Message("has more than 69 bytes", ko: "69바이트를 넘습니다")
          : Message("has more than 69 characters", ko: "69자를 넘습니다"))
    }
    let type = text(value, "type", place)
    let kind = profile.recipientTypes.first { $0.value == type }?.key
    if type != nil, kind == nil {
      let names = profile.recipientTypes.values.sorted().joined(separator: ", ")
      report("\(place).type", Message("is none of \(names)", ko: "\(names) 중 하나가 아닙니다"))
    }
    guard let parameters = Self.parameters(value.member("parameters")) else {
      report(
        "\(place).parameters", SubmissionReader.wrongKind("an object of texts", "값이 모두 문자열인 객체"))
      return nil
    }
    return SubmittedRecipient(
      address: address, name: name, kind: kind ?? .to, parameters: parameters)
  }

  private mutating func checkKinds(_ recipients: [SubmittedRecipient]) {
    let limit = profile.limits.copies
    for kind in [RecipientKind.carbonCopy, .blindCopy] {
      let count = recipients.count { $0.kind == kind }
      let name = profile.recipientTypes[kind] ?? ""
      if isIndividual, count > 0 {
        report(
          "recipients",
          Message(
            "type \(name) needs individual: false", ko: "\(name) 유형은 individual: false일 때만 쓸 수 있습니다"
          ))
      } else if count > limit {
        report(
          "recipients",
          Message(
            "has \(count) people of type \(name), of at most \(limit)",
            ko: "\(name) 유형이 \(count)명입니다. \(limit)명까지입니다"))
      }
    }
    if isSENS, !recipients.contains(where: { $0.kind == .to }) {
      report("recipients", Message("has nobody of type TO", ko: "TO 유형의 수신자가 없습니다"))
    }
  }

  private mutating func text(_ value: JSONValue, _ name: String, _ place: String) -> String? {
    guard let member = value.member(name) else { return nil }
    guard case .string(let string) = member.kind else {
      report("\(place).\(name)", SubmissionReader.wrongKind("text", "문자열"))
      return nil
    }
    return string.text
  }

  private mutating func report(_ name: String, _ reason: Message) {
    problems.append(ServiceProblem.Field(name: name, reason: reason))
  }

  /// The texts of an object; nil when it is something else.
  static func parameters(_ value: JSONValue?) -> [[UInt8]: [UInt8]]? {
    guard let value else { return [:] }
    guard case .object(let members) = value.kind else { return nil }
    var parameters: [[UInt8]: [UInt8]] = [:]
    for member in members {
      switch member.value.kind {
      case .string(let text): parameters[member.key.bytes] = text.bytes
      case .null: continue
      case .bool, .number, .array, .object: return nil
      }
    }
    return parameters
  }
}
