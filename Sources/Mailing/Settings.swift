public import Diagnostics
public import JSONSyntax

/// What `tmpl.json` says about a project; every key is optional.
public struct Settings: Sendable {
  /// The service the mails go to.
  public var profile: Profile?
  /// The language of messages.
  public var language: Language?
  /// Headers chosen by hand: field or parameter → header.
  public var headers: [String: String] = [:]
  /// Columns that are known to be unused.
  public var ignoredColumns: Set<String> = []
  /// Parameters that may be missing or empty.
  public var optionalParameters: Set<String> = []
  /// How many people have to approve a campaign.
  public var approvers = 1
  /// How many days an approval lasts.
  public var approvalDays = 7
  /// Addresses, or `@domain` for all of a domain, that tests may be sent to.
  public var testAddresses: [String] = []
  /// How many people a month the service takes mails for.
  public var monthlyQuota = 1_000_000
  /// The most people of one request.
  public var batchRecipients = 10_000
  /// The most bytes of one request.
  public var batchBytes = 8 << 20
  /// What values parameters take.
  public var constraints: [String: ValueConstraint] = [:]
  /// How much the findings of rules matter.
  public var rules: [RuleLevel] = []
  /// The same for the files that a pattern matches; of several patterns the last counts.
  public var filePatterns: [(pattern: String, rules: [RuleLevel])] = []
  /// The mail programs that mails are to look right in; none stands for those that most people use.
  public var clients: [Client] = []
  /// How much of something the project allows.
  public var budgets = Budgets()
  /// Domains through which the project's own links lead to others.
  public var trackingDomains: Set<String> = []
  /// What is wrong with the file.
  public internal(set) var problems: [(range: Range<Int>, message: Message)] = []

  /// One `"rule": "level"`.
  public struct RuleLevel: Sendable {
    /// The rule's name, which settings do not know.
    public let rule: String
    /// Where the name stands.
    public let range: Range<Int>
    /// What its findings are; nil turns it off.
    public let level: Severity?
  }

  /// The name of a mail program.
  public struct Client: Sendable {
    /// The name, which settings do not know.
    public let name: String
    /// Where it stands.
    public let range: Range<Int>
  }

  /// The settings of a project without `tmpl.json`.
  public init() {}

  /// Reads the keys of a parsed `tmpl.json`.
  public init(_ value: JSONValue) {
    guard case .object(let members) = value.kind else {
      problems.append(
        (
          value.range,
          Message("tmpl.json must be an object in { }", ko: "tmpl.json은 { } 객체여야 합니다")
        ))
      return
    }
    for member in members {
      guard let key = Key(rawValue: member.key.text) else {
        report(unknown: member.key, among: Key.allCases.map(\.rawValue))
        continue
      }
      if !set(key, member.value) {
        problems.append((member.value.range, key.expectation))
      }
    }
  }

  private enum Key: String, CaseIterable {
    case profile
    case lang
    case columns
    case ignoreColumns
    case parameters
    case approvers
    case approvalDays
    case monthlyQuota
    case rules
    case perFile
    case testAddresses
    case send
    case clients
    case budgets
    case trackingDomains

    var expectation: Message {
      switch self {
      case .profile:
        Message(
          "'profile' takes one of \(Profile.choices)", ko: "'profile' 값은 \(Profile.choices) 중 하나입니다"
        )
      case .lang:
        Message("'lang' takes \"en\" or \"ko\"", ko: "'lang' 값은 \"en\" 또는 \"ko\"입니다")
      case .columns:
        Message(
          "'columns' takes {\"header in the list\": \"NAME\"}",
          ko: "'columns' 값은 {\"목록의 머리글\": \"NAME\"} 형식입니다")
      case .ignoreColumns:
        Message("'ignoreColumns' takes a list of headers", ko: "'ignoreColumns' 값은 머리글 목록입니다")
      case .parameters:
        Message(
          "'parameters' takes {\"NAME\": {\"optional\": true}}",
          ko: "'parameters' 값은 {\"NAME\": {\"optional\": true}} 형식입니다")
      case .approvers:
        Message("'approvers' takes a whole number from 1 to 9", ko: "'approvers' 값은 1에서 9까지의 정수입니다")
      case .approvalDays:
        Message(
          "'approvalDays' takes a whole number from 1 to 365",
          ko: "'approvalDays' 값은 1에서 365까지의 정수입니다")
      case .monthlyQuota:
        Message(
          "'monthlyQuota' takes a whole number from 1 to 1000000000",
          ko: "'monthlyQuota' 값은 1에서 1000000000까지의 정수입니다")
      case .rules:
        Message(
          "'rules' takes {\"rule-name\": \"off\", \"advice\", \"warning\" or \"error\"}",
          ko: "'rules' 값은 {\"규칙-이름\": \"off\", \"advice\", \"warning\" 또는 \"error\"} 형식입니다")
      case .perFile:
        Message(
          "'perFile' takes {\"templates/x/*\": {\"rule-name\": \"off\"}}",
          ko: "'perFile' 값은 {\"templates/x/*\": {\"규칙-이름\": \"off\"}} 형식입니다")
      case .testAddresses:
        Message(
          "'testAddresses' takes a list of addresses, or of \"@domain\" for all of a domain",
          ko: "'testAddresses' 값은 주소 목록이며, 도메인 전체는 \"@도메인\"으로 적습니다")
      case .send:
        Message(
          "'send' takes {\"batchRecipients\": 1 to 100000, \"batchBytes\": 1024 to 33554432}",
          ko: "'send' 값은 {\"batchRecipients\": 1~100000, \"batchBytes\": 1024~33554432} 형식입니다")
      case .clients:
        Message(
          "'clients' takes a list of mail programs, as '--clients' does",
          ko: "'clients' 값은 '--clients'에 쓰는 메일 프로그램의 목록입니다")
      case .budgets:
        Message(
          "'budgets' takes {\"maxBodyBytes\": 100000, \"maxWarnings\": 0}",
          ko: "'budgets' 값은 {\"maxBodyBytes\": 100000, \"maxWarnings\": 0} 형식입니다")
      case .trackingDomains:
        Message(
          "'trackingDomains' takes a list of domains such as \"click.example.com\"",
          ko: "'trackingDomains' 값은 \"click.example.com\" 같은 도메인의 목록입니다")
      }
    }
  }

  private mutating func set(_ key: Key, _ value: JSONValue) -> Bool {
    switch key {
    case .profile:
      guard case .string(let name) = value.kind, let found = Profile.named(name.text) else {
        return false
      }
      profile = found
    case .lang:
      guard case .string(let name) = value.kind, let found = Language(rawValue: name.text) else {
        return false
      }
      language = found
    case .columns:
      guard case .object(let members) = value.kind else { return false }
      for member in members {
        guard case .string(let name) = member.value.kind else { return false }
        headers[name.text] = member.key.text
      }
    case .ignoreColumns:
      guard case .array(let items) = value.kind else { return false }
      for item in items {
        guard case .string(let name) = item.kind else { return false }
        ignoredColumns.insert(name.text)
      }
    case .parameters: return setParameters(value)
    case .approvers:
      guard let number = Self.number(value, 1...9) else { return false }
      approvers = number
    case .approvalDays:
      guard let number = Self.number(value, 1...365) else { return false }
      approvalDays = number
    case .monthlyQuota:
      guard let number = Self.number(value, 1...1_000_000_000) else { return false }
      monthlyQuota = number
    case .rules:
      guard let levels = Self.levels(value) else { return false }
      rules = levels
    case .perFile:
      guard case .object(let members) = value.kind else { return false }
      for member in members {
        guard let levels = Self.levels(member.value) else { return false }
        filePatterns.append((member.key.text, levels))
      }
    case .testAddresses:
      guard case .array(let items) = value.kind else { return false }
      for item in items {
        guard case .string(let address) = item.kind, address.text.contains("@") else {
          return false
        }
        testAddresses.append(address.text)
      }
    case .send: return setSend(value)
    case .clients: return setClients(value)
    case .budgets: return setBudgets(value)
    case .trackingDomains: return setTrackingDomains(value)
    }
    return true
  }

  private mutating func setSend(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value.kind else { return false }
    for member in members {
      switch member.key.text {
      case "batchRecipients":
        guard let number = Self.number(member.value, 1...100_000) else { return false }
        batchRecipients = number
      case "batchBytes":
        guard let number = Self.number(member.value, 1024...32 << 20) else { return false }
        batchBytes = number
      default: report(unknown: member.key, among: ["batchRecipients", "batchBytes"])
      }
    }
    return true
  }

  static func number(_ value: JSONValue, _ bounds: ClosedRange<Int>) -> Int? {
    guard case .number(let literal) = value.kind,
      let number = Int(String(decoding: literal, as: UTF8.self)), bounds.contains(number)
    else { return nil }
    return number
  }

  private static func levels(_ value: JSONValue) -> [RuleLevel]? {
    guard case .object(let members) = value.kind else { return nil }
    var levels: [RuleLevel] = []
    for member in members {
      guard case .string(let word) = member.value.kind else { return nil }
      let level = Severity(rawValue: word.text)
      guard level != nil || word.text == "off" else { return nil }
      levels.append(RuleLevel(rule: member.key.text, range: member.key.range, level: level))
    }
    return levels
  }

  private mutating func setParameters(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value.kind else { return false }
    for member in members {
      guard case .object(let properties) = member.value.kind else { return false }
      let name = member.key.text
      var constraint = ValueConstraint()
      for property in properties {
        if property.key.text == "optional" {
          guard case .bool(let isOptional) = property.value.kind else { return false }
          if isOptional { optionalParameters.insert(name) }
        } else if let key = ValueConstraint.Key(rawValue: property.key.text) {
          if !constraint.set(key, property.value) {
            problems.append((property.value.range, key.expectation))
          }
        } else {
          report(
            unknown: property.key,
            among: ["optional"] + ValueConstraint.Key.allCases.map(\.rawValue))
        }
      }
      if !constraint.isEmpty { constraints[name] = constraint }
    }
    return true
  }

  mutating func report(unknown key: JSONString, among names: [String]) {
    let word = key.text
    guard let near = Suggestion.nearest(to: word, among: names) else {
      problems.append(
        (key.range, Message("unknown key \(quoted: word)", ko: "알 수 없는 키 \(quoted: word)")))
      return
    }
    problems.append(
      (
        key.range,
        Message(
          "unknown key \(quoted: word); did you mean \(quoted: near)?",
          ko: "알 수 없는 키 \(quoted: word). \(quoted: near)을(를) 쓰려던 것인가요?")
      ))
  }
}
