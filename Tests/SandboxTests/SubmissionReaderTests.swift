import Publishing
import Testing

@testable import Sandbox

/// Each limit that is documented, at the last value that is taken and the first that is not.
@Suite struct SubmissionReaderTests {
  private static func request(
    _ field: String, _ value: String, isSENS: Bool = false, person: String = ""
  ) -> String {
    var fields = [
      "senderAddress": "\"a@shop.example.com\"", "title": "\"t\"", "body": "\"b\"",
      "recipients":
        "[{\"address\":\"k@example.com\",\"type\":\"\(isSENS ? "TO" : "R")\"\(person)}]",
    ]
    if !field.isEmpty { fields[field] = value.isEmpty ? nil : value }
    return "{" + fields.map { "\"\($0.key)\":\($0.value)" }.sorted().joined(separator: ",") + "}"
  }

  private static func text(_ count: Int, _ letter: String = "a") -> String {
    "\"" + String(repeating: letter, count: count) + "\""
  }

  private static func people(_ count: Int, _ type: String) -> String {
    let person = "{\"address\":\"k@example.com\",\"type\":\"\(type)\"}"
    return "[" + Array(repeating: person, count: count).joined(separator: ",") + "]"
  }

  private func answer(_ body: String, isSENS: Bool = false) -> HTTPResponse? {
    ServiceCalls().call(
      "POST", isSENS ? ServiceCalls.sens + "/requests" : "/api/v1/mails", body)
  }

  struct Case: Sendable {
    var field: String
    var value: String
    var isTaken: Bool
    var isSENS: Bool?

    init(_ field: String, _ value: String, _ isTaken: Bool, isSENS: Bool? = nil) {
      self.field = field
      self.value = value
      self.isTaken = isTaken
      self.isSENS = isSENS
    }
  }

  private static let soon = ServiceCalls.start + 60_000
  private static let month = ServiceCalls.start + 30 * 24 * 3_600_000

  private static let cases: [Case] = [
    Case("", "", true), Case("senderAddress", "", false), Case("title", "", false),
    Case("body", "", false), Case("recipients", "", false), Case("recipients", "[]", false),
    Case("recipients", "{}", false), Case("recipients", "[1]", false), Case("title", "1", false),
    Case("title", "null", false), Case("senderAddress", "\"a\"", false),
    Case("senderAddress", "\"a@NAVER.com\"", false),
    Case("senderAddress", "\"a@ncloud.com\"", false),
    Case("senderAddress", "\"a@sub.naver.com\"", true),
    Case("senderName", text(69), true), Case("senderName", text(70), false),
    Case("senderName", text(23, "가"), true), Case("senderName", text(24, "가"), false),
    Case("senderName", "null", true),
    Case("title", text(500), true), Case("title", text(501), false),
    Case("body", text(512_000), true), Case("body", text(512_001), false),
    Case("individual", "false", true), Case("individual", "\"no\"", false),
    Case("confirmAndSend", "1", false), Case("advertising", "true", true),
    Case("parameters", "{\"A\":\"b\",\"C\":null}", true), Case("parameters", "[\"a\"]", false),
    Case("parameters", "{\"A\":1}", false),
    Case("referencesHeader", "\"<a@b>\"", true),
    Case("referencesHeader", "\"a@b\"", false, isSENS: false),
    Case("referencesHeader", "\"<a\\r\\nX: y@b>\"", false, isSENS: false),
    Case("referencesHeader", "\"<" + String(repeating: "a", count: 96) + "@b>\"", true),
    Case(
      "referencesHeader", "\"<" + String(repeating: "a", count: 97) + "@b>\"", false, isSENS: false),
    Case("reservationUtc", "\(soon)", true), Case("reservationUtc", "\(month)", true),
    Case("reservationUtc", "\(month + 1)", false, isSENS: false),
    Case("reservationUtc", "1", false, isSENS: false),
    Case("reservationUtc", "\"x\"", false, isSENS: false),
    Case("reservationDateTime", "\"2026-11-26 09:00\"", true, isSENS: false),
    Case("reservationDateTime", "\"2026-11-26T09:00:00+09:00\"", false, isSENS: false),
    Case("reservationDateTime", "\"2026-11-26T09:00:00+09:00\"", true, isSENS: true),
    Case("reservationDateTime", "\"2026-11-26 09:00\"", false, isSENS: true),
    Case("reservationDateTime", "\"2027-11-26T09:00:00+09:00\"", false, isSENS: true),
    Case("attachFileIds", "[]", true), Case("attachFileIds", "[\"x\"]", false),
    Case("attachFileIds", "\"x\"", false),
    Case("templateSid", "1", false, isSENS: false), Case("templateNo", "1", false, isSENS: true),
    Case("recipientGroupFilter", "{}", false), Case("unknown", "[1]", true),
  ]

  @Test(arguments: cases) func `a field is taken up to its limit`(case: Case) {
    for isSENS in [false, true] where `case`.isSENS == nil || `case`.isSENS == isSENS {
      let body = Self.request(`case`.field, `case`.value, isSENS: isSENS)
      let response = answer(body, isSENS: isSENS)
      #expect(response?.status == (`case`.isTaken ? (isSENS ? 202 : 201) : 400), "\(isSENS)")
      guard !`case`.isTaken, `case`.field != "" else { continue }
      #expect(response?.member("error", "message")?.contains(`case`.field) == true)
      let code = response?.member("error", isSENS ? "errorCode" : "code")
      #expect(["77102", "77103", "InvalidParameter", "NotFound"].contains(code))
    }
  }

  @Test(arguments: [
    (",\"name\":null", true, true), (",\"parameters\":null", true, true),
    (",\"name\":" + text(69, "가"), true, false), (",\"name\":" + text(70, "a"), false, false),
    (",\"name\":" + text(23, "가"), true, true), (",\"name\":1", false, false),
    (",\"parameters\":{\"A\":1}", false, false), (",\"parameters\":[]", false, false),
    (",\"type\":\"X\"", false, false), (",\"address\":\"k\"", false, false),
    (",\"address\":\"\"", false, false), (",\"address\":null", false, false),
  ])
  func `a person is taken as documented`(addition: String, com: Bool, sens: Bool) {
    for (isSENS, isTaken) in [(false, com), (true, sens)] {
      let body = Self.request("", "", isSENS: isSENS, person: addition)
      #expect(answer(body, isSENS: isSENS)?.status == (isTaken ? (isSENS ? 202 : 201) : 400))
    }
  }

  @Test(arguments: [
    (false, "C", 1, true, 400), (false, "C", 30, false, 201), (false, "C", 31, false, 400),
    (false, "B", 31, false, 400), (true, "BCC", 1, true, 400), (true, "CC", 1, false, 400),
    (false, "R", 100_000, true, 201), (false, "R", 100_001, true, 400),
  ])
  func `kinds of recipient have their limits`(
    isSENS: Bool, type: String, count: Int, individual: Bool, status: Int
  ) {
    let body = Self.request("recipients", Self.people(count, type))
      .replacing("\"title\"", with: "\"individual\":\(individual),\"title\"")
    #expect(answer(body, isSENS: isSENS)?.status == status)
  }

  @Test func `what SENS alone refuses`() {
    let advertising = Self.request("advertising", "true", isSENS: true)
      .replacing("\"title\"", with: "\"individual\":false,\"title\"")
    #expect(answer(advertising, isSENS: true)?.status == 400)
    // The title is short, but not with this person's value.
    let long = Self.request(
      "title", "\"${A}\"", isSENS: true, person: ",\"parameters\":{\"A\":\(Self.text(501))}")
    let response = answer(long, isSENS: true)
    #expect(response?.member("error", "fieldErrors", "0", "field") == "title")
    #expect(answer(long.replacing("\"TO\"", with: "\"R\""))?.status == 201)
  }

  @Test func `an unsubscribe text of one's own is needed and counted`() {
    let base = Self.request("advertising", "true")
      .replacing("\"title\"", with: "\"useBasicUnsubscribeMsg\":false,\"title\"")
    #expect(answer(base)?.status == 400)
    let own = base.replacing("\"title\"", with: "\"unsubscribeMessage\":\"bye\",\"title\"")
    #expect(answer(own)?.status == 201)
    #expect(answer(own.replacing("\"b\"", with: Self.text(511_997)))?.status == 201)
    #expect(answer(own.replacing("\"b\"", with: Self.text(511_998)))?.status == 400)
  }

  @Test(arguments: ["", "[]", "{", "null", "{\"title\":"]) func `no object is refused`(body: String)
  {
    let response = answer(body)
    #expect(response?.status == 400 && response?.member("error", "code") == "77102")
  }

  @Test func `another content type is refused`() {
    let response = ServiceCalls().call(
      "POST", "/api/v1/mails", Self.request("", ""), type: "text/plain")
    #expect(response?.status == 415 && response?.member("error", "code") == "77002")
  }
}
