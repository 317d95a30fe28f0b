import Approving
import Hashing
import Mailing
import TestSupport
import Testing

/// An approval covers exactly what was approved, and a mismatch names its part.
@Suite struct ApprovedCampaignTests {
  @Test func `what was approved is covered, also read back from its file`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    #expect(try approved.mismatch([approval]) == nil)
    let read = try #require(Approval(file: approval.file))
    #expect(read == approval)
    #expect(read.file == approval.file)
    #expect(try approved.mismatch([read]) == nil)
    #expect(try approved.mismatch([]) == Mismatch.none)
    #expect(approval.fileName.count == "0123456789ab.json".count)
  }

  @Test func `every byte of title and body counts, and the part is named`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    var edits = 0
    for (isTitle, text) in [(true, approved.title), (false, approved.body)] {
      for index in text.utf8.indices where text.utf8[index] != UInt8(ascii: "\n") {
        for replacement in ["Q", ""] {
          var edited = text
          edited.replaceSubrange(index...index, with: replacement)
          guard edited != text else { continue }
          var other = approved
          if isTitle { other.title = edited } else { other.body = edited }
          // An edit that breaks the template leaves nothing that could be approved.
          guard let mismatch = try? other.mismatch([approval]) else { continue }
          edits += 1
          // One text may decide on the names of values in the other.
          let line = text[..<index].utf8.count { $0 == UInt8(ascii: "\n") } + 1
          let expected: [Mismatch] =
            isTitle ? [.title, .body(line: 1)] : [.body(line: line), .title]
          #expect(expected.contains(mismatch), "\(edited)")
        }
      }
    }
    #expect(edits > 60)
  }

  @Test func `each option counts by its name`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    for (fields, name) in [
      ("\"senderName\": \"Shop.\", \"advertising\": false", "senderName"),
      ("\"senderName\": \"Shop\", \"advertising\": true", "advertising"),
      ("\"senderName\": \"Shop\"", "advertising"),
      (
        "\"senderName\": \"Shop\", \"advertising\": false, \"confirmAndSend\": true",
        "confirmAndSend"
      ),
    ] {
      var other = approved
      other.fields = fields
      #expect(try other.mismatch([approval]) == .field(name))
    }
    var other = approved
    other.profile = .sens
    #expect(try other.mismatch([approval]) == .profile(approved: "com"))
  }

  @Test func `each used cell counts, and an unused one does not`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    for person in 0..<2 {
      for cell in 0..<4 {
        for edit in [{ $0 + "Q" }, { String($0.dropLast()) + "z" }] as [(String) -> String] {
          var other = approved
          other.people[person][cell] = edit(other.people[person][cell])
          #expect(try other.mismatch([approval]) == (cell == 3 ? nil : .rows(2...3)))
        }
      }
    }
    var fewer = approved
    fewer.people.removeLast()
    #expect(try fewer.mismatch([approval]) == .people(approved: 2))
    var turned = approved
    turned.people.reverse()
    #expect(try turned.mismatch([approval]) == .order)
  }

  @Test func `how things are written does not count`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    var other = approved
    other.fields = "  \"advertising\": false ,\n\"senderName\" : \"Sh\\u006fp\""
    #expect(try other.mismatch([approval]) == nil)
    let quoted =
      "\u{FEFF}unused,NAME,\"GRADE\",address\r\n1,\"Kim\",Gold,a@x.yy\r\n2,Lee,\"Silver\",b@x.yy"
    #expect(try approved.mismatch([approval], list: quoted) == nil)
    let json =
      "[{\"GRADE\":\"Gold\",\"NAME\":\"Kim\",\"address\":\"a@x.yy\"},{\"NAME\":\"Lee\",\"GRADE\":\"Silver\",\"address\":\"b@x.yy\"}]"
    #expect(try approved.mismatch([approval], list: json) == nil)
  }

  @Test func `a window covers the times within it`() throws {
    var approved = Approved()
    approved.fields += ", \"reservationDateTime\": \"2026-12-01 19:00\""
    let parts = try approved.parts()
    let exact = try approved.approval(by: "kim@x.yy")
    let window = Approval(
      template: "x", content: parts.content, list: parts.list,
      schedule: .between(
        try approved.time("2026-12-01 18:00"), try approved.time("2026-12-01 20:00")),
      consents: exact.consents)
    for (time, isExact, isWithin) in [
      ("19:00", true, true), ("19:30", false, true), ("18:00", false, true),
      ("17:59", false, false), ("20:01", false, false),
    ] {
      var other = approved
      other.fields = Approved().fields + ", \"reservationDateTime\": \"2026-12-01 \(time)\""
      #expect(try (other.mismatch([exact]) == nil) == isExact)
      #expect(try (other.mismatch([window]) == nil) == isWithin)
    }
    #expect(try Approved().mismatch([window]) == .schedule(approved: window.schedule))
    #expect(Approval(file: window.file) == window)
  }

  @Test func `a time is approved to the millisecond, and two times both count`() throws {
    var approved = Approved()
    approved.fields += ", \"reservationUtc\": 1796212859999"
    let approval = try #require(Approval(file: try approved.approval(by: "kim@x.yy").file))
    #expect(try approved.mismatch([approval]) == nil)
    var other = approved
    other.fields = Approved().fields + ", \"reservationUtc\": 1796212800000"
    #expect(try other.mismatch([approval]) == .schedule(approved: approval.schedule))
    other.fields = approved.fields + ", \"reservationDateTime\": \"2030-01-01 00:00\""
    #expect(try other.mismatch([approval]) == .field("reservationDateTime"))
    let both = try other.approval(by: "kim@x.yy")
    other.fields = approved.fields + ", \"reservationDateTime\": \"2031-01-01 00:00\""
    #expect(try other.mismatch([both]) == .field("reservationDateTime"))
  }

  @Test func `approvals expire, and two people may be needed`() throws {
    let approved = Approved()
    var approval = try approved.approval(by: "kim@x.yy")
    #expect(try approved.mismatch([approval], now: "2026-12-02T10:00:00+09:00") == nil)
    #expect(
      try approved.mismatch([approval], now: "2026-12-02T10:01:00+09:00")
        == .expired(approved.time(approved.at)))
    #expect(
      try approved.mismatch([approval], now: "2026-11-23T10:00:00+09:00")
        == .expired(approved.time(approved.at)))
    var terms = ApprovedCampaign.Terms()
    terms.approvers = 2
    #expect(try approved.mismatch([approval], terms: terms) == .consents(given: 1, needed: 2))
    #expect(!approval.add(Approval.Consent(by: "KIM@x.yy", at: try approved.time(approved.at))))
    #expect(approval.add(Approval.Consent(by: "lee@x.yy", at: try approved.time(approved.at))))
    #expect(try approved.mismatch([approval], terms: terms) == nil)
    #expect(try approval.fileName == approved.approval(by: "kim@x.yy").fileName)
  }

  @Test func `content alone can be approved for any list`() throws {
    let approved = Approved()
    let parts = try approved.parts()
    let consents = try approved.approval(by: "kim@x.yy").consents
    let approval = Approval(
      template: "x", content: parts.content, list: nil, schedule: parts.schedule, consents: consents
    )
    var other = approved
    other.people.reverse()
    #expect(try other.mismatch([approval]) == nil)
    #expect(Approval(file: approval.file) == approval)
  }

  @Test func `no damaged file is an approval of something else`() throws {
    let approved = Approved()
    let approval = try approved.approval(by: "kim@x.yy")
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      var file = approval.file
      file.mutate(&random) { _ in Array("0".utf8) }
      guard let read = Approval(file: file), try approved.mismatch([read]) == nil else { continue }
      #expect(read.content == approval.content && read.schedule == approval.schedule)
      #expect(read.list?.digest == approval.list?.digest && read.template == approval.template)
    }
  }
}
