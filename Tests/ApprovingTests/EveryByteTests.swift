import Approving
import Composing
import Linting
import Mailing
import Recipients
import TestSupport
import Testing

/// Whichever byte of what is approved changes, the approval is void and the part is named.
@Suite struct EveryByteTests {
  /// `mail.json` in pieces: what stands in it, and the part that it belongs to.
  private static let mail: [(text: String, field: String?)] = [
    ("{", nil), ("\"senderAddress\":\"news@shop.example.com\"", "senderAddress"), (", ", nil),
    ("\"senderName\":\"Shop\"", "senderName"), (",\n", nil),
    ("\"title\":\"Hello $<NAME>\"", "title"), (", ", nil),
    ("\"advertising\":false", "advertising"), (", ", nil),
    ("\"confirmAndSend\":true", "confirmAndSend"), (", ", nil),
    ("\"reservationDateTime\":\"2026-12-01 19:00\"", "schedule"), ("}\n", nil),
  ]
  private static let body = "<p>Dear $<NAME>,</p>\n<p>your grade: $<GRADE></p>\n"
  private static let list =
    "address,name,NAME,GRADE\na@x.yy,Ann,Kim,Gold\nb@x.yy,,\"Lee, Jr\",Silver\n"

  /// The parts of a campaign; nil where it is broken.
  private func parts(
    mail: [UInt8]? = nil, body: String = body, list: String = list
  ) throws -> (content: Content, list: ListSummary, schedule: Schedule)? {
    let mail = mail ?? Array(Self.mail.map(\.text).joined().utf8)
    guard let draft = try? Draft.of(mail: mail, body: Array(body.utf8)),
      draft.envelope.problems.isEmpty,
      let campaign = Campaign(draft, options: LintOptions(profile: .com)),
      let rows = try? draft.rows(list)
    else { return nil }
    var digester = ListDigester(draft, profile: .com)
    for row in rows {
      guard case .mail(let mail) = campaign.mail(for: row) else { return nil }
      digester.add(mail)
    }
    return (
      Content(RequestHead(draft, profile: .com), profile: .com), digester.finish(),
      Schedule(of: draft.envelope)
    )
  }

  private func approval() throws -> (approval: Approval, now: Reservation) {
    let parts = try #require(try parts())
    let now = try #require(Reservation(text: "2026-11-25T10:00:00+09:00"))
    return (
      Approval(
        template: "x", content: parts.content, list: parts.list, schedule: parts.schedule,
        consents: [Approval.Consent(by: "kim@x.yy", at: now)]), now
    )
  }

  private func mismatch(
    _ approval: (approval: Approval, now: Reservation),
    _ parts: (content: Content, list: ListSummary, schedule: Schedule)
  ) -> Mismatch? {
    approval.approval.mismatch(
      content: parts.content, list: parts.list, schedule: parts.schedule,
      terms: ApprovedCampaign.Terms(), now: approval.now)
  }

  private static func name(_ mismatch: Mismatch?) -> String? {
    switch mismatch {
    case .field(let name): name
    case .title: "title"
    case .schedule: "schedule"
    case .body: "body"
    case nil: nil
    default: "other"
    }
  }

  @Test func `each byte of mail.json counts as the field that it stands in`() throws {
    let approval = try approval()
    let bytes = Array(Self.mail.map(\.text).joined().utf8)
    let fields = Self.mail.flatMap { piece in piece.text.utf8.map { _ in piece.field } }
    var compared: [String: Int] = [:]
    for index in bytes.indices {
      for edit in [bytes[index] ^ 1, bytes[index] ^ 0x20, UInt8(ascii: "Q"), nil] {
        var edited = bytes
        if let edit { edited[index] = edit } else { edited.remove(at: index) }
        guard edited != bytes, let parts = try parts(mail: edited) else { continue }
        let found = Self.name(mismatch(approval, parts))
        let expected = fields[index]
        // The name on the wire of a value in the title may change the body too.
        let isExpected = found == expected || expected == "title" && found == "body"
        #expect(isExpected, "\(String(decoding: edited, as: UTF8.self)): \(found ?? "")")
        compared[expected ?? "nothing", default: 0] += 1
      }
    }
    for name in ["senderAddress", "senderName", "title", "schedule", "nothing"] {
      #expect(compared[name, default: 0] > 3, "\(compared)")
    }
  }

  @Test func `each byte of the body counts as its line`() throws {
    let approval = try approval()
    let bytes = Array(Self.body.utf8)
    var compared = 0
    for index in bytes.indices {
      for edit in [bytes[index] ^ 1, bytes[index] ^ 0x20, UInt8(ascii: "Q")] {
        var edited = bytes
        edited[index] = edit
        let text = String(decoding: edited, as: UTF8.self)
        guard edited != bytes, let parts = try parts(body: text) else { continue }
        let line = bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
        // One text may decide on the names of values in the other.
        let expected: [Mismatch] = [.body(line: line), .title]
        let found = try #require(mismatch(approval, parts), "\(text)")
        #expect(expected.contains(found), "\(text)")
        compared += 1
      }
    }
    #expect(compared > 60)
  }

  @Test func `each byte of a used cell counts as its rows`() throws {
    let approval = try approval()
    let bytes = Array(Self.list.utf8)
    let first = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 1
    var compared = 0
    for index in first..<bytes.count where !",\n\"".utf8.contains(bytes[index]) {
      for edit in [bytes[index] ^ 1, UInt8(ascii: "q")] {
        var edited = bytes
        edited[index] = edit
        let text = String(decoding: edited, as: UTF8.self)
        guard edited != bytes, let parts = try parts(list: text) else { continue }
        #expect(mismatch(approval, parts) == .rows(2...3), "\(text)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  @Test func `how a list and mail.json are written does not count`() throws {
    let approval = try approval()
    let fields = Self.mail.filter { $0.field != nil }.map(\.text)
    let mail = "/* new */ { // x\n" + fields.reversed().joined(separator: "\t,\r\n") + " }"
    let lists = [
      Self.list.replacing("\n", with: "\r\n"), String(Self.list.dropLast()),
      Self.list.replacing("Gold", with: "\"Gold\""), "\u{FEFF}" + Self.list,
      "GRADE,address,NAME,name,secret\nGold,a@x.yy,Kim,Ann,1\nSilver,b@x.yy,\"Lee, Jr\",,2\n",
      Self.list.replacing(",Kim", with: ";Kim").replacing(", Jr", with: "§ Jr")
        .replacing(",", with: ";").replacing("§", with: ","),
    ]
    for list in lists {
      let parts = try #require(try parts(list: list), "\(list)")
      #expect(mismatch(approval, parts) == nil, "\(list)")
    }
    let written = try Draft.of(
      mail: Array(mail.utf8), body: Array(Self.body.utf8), comments: true)
    let content = Content(RequestHead(written, profile: .com), profile: .com)
    let list = try #require(approval.approval.list)
    #expect(
      mismatch(approval, (content, list, Schedule(of: written.envelope))) == nil)
  }
}
