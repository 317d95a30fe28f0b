import Foundation
import TestSupport

/// A project with a template, a list and an approval, ready to be sent.
struct SendProject {
  let folder: TemporaryFolder
  let people: Int

  /// Writes the project.
  ///
  /// - Parameters:
  ///   - people: how many are on the list.
  ///   - recipients: the most people of a request.
  ///   - isApproved: whether somebody has said yes.
  /// - Throws: why it cannot be written.
  init(people: Int = 30, recipients: Int = 4, isApproved: Bool = true) throws {
    folder = try TemporaryFolder()
    self.people = people
    try folder.write(
      """
      {"profile": "com", "send": {"batchRecipients": \(recipients)},
       "testAddresses": ["me@shop.example", "@team.example"]}
      """, to: "tmpl.json")
    try folder.write(
      """
      {"senderAddress": "news@shop.example.com", "senderName": "Shop", "title": "Hello $<NAME>"}
      """, to: "templates/news/mail.json")
    try folder.write(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><title>News</title></head>"
        + "<body><p>Dear $<NAME>, these are news for you.</p></body></html>\n",
      to: "templates/news/body.html")
    try writeList()
    if isApproved { try approve() }
  }

  /// Writes the list; `change` makes another one of it.
  func writeList(_ change: (String) -> String = { $0 }) throws {
    let rows = (0..<people).map { "p\($0)@people.example.net,N\($0)\n" }
    try folder.write(change("address,NAME\n" + rows.joined()), to: "list.csv")
  }

  func approve() throws {
    let result = try folder.tool.run([
      "approve", "news", "-r", "list.csv", "--by", "me", "--yes", "\(people)",
    ])
    struct Refused: Error { let errors: String }
    guard result.status == 0 else { throw Refused(errors: result.errors) }
  }

  /// The environment in which the service is somewhere on this machine.
  static func environment(_ origin: String) -> [String: String] {
    [
      "NAVER_ACCESS_KEY": "sandbox", "NAVER_SECRET_KEY": "sandbox",
      "NAVER_OUTBOUND_MAILER_API_ENDPOINT": origin + "/api/v1",
    ]
  }

  static let call = ["send", "news", "-r", "list.csv"]

  /// What `--confirm` takes, from a run without it.
  func token(_ more: [String] = []) throws -> String {
    let result = try folder.tool.run(Self.call + more)
    let words = result.text.split(whereSeparator: \.isWhitespace)
    return words.firstIndex(of: "--confirm").map { String(words[$0 + 1]) } ?? ""
  }

  /// Looks and then sends.
  func send(_ origin: String, _ more: [String] = []) throws -> BuiltTool.Result {
    try folder.tool.run(
      Self.call + more + ["--confirm", try token(more)], environment: Self.environment(origin))
  }

  /// What the ledger says.
  func ledger() -> String { (try? folder.text(".tmpl/ledger/news.jsonl")) ?? "" }

  /// The text of a stored mail's only part.
  func body(_ file: String) throws -> String {
    let parts = try folder.text(file).split(separator: "\r\n\r\n", maxSplits: 1)
    let data = Data(base64Encoded: String(parts[1]), options: .ignoreUnknownCharacters)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  /// How often each person's address stands in the mails that a sandbox has stored.
  func arrivals() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for name in folder.files() where name.hasSuffix(".eml") {
      let text = try folder.text(name)
      guard let line = text.split(separator: "\r\n").first(where: { $0.hasPrefix("To:") }) else {
        continue
      }
      let words = line.dropFirst(3).split { " <>".contains($0) }
      counts[String(words.last ?? ""), default: 0] += 1
    }
    return counts
  }
}
