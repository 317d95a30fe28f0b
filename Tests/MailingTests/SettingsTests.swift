import Diagnostics
import JSONSyntax
import Mailing
import Testing

@Suite struct SettingsTests {
  private func settings(_ text: String) throws -> Settings {
    Settings(try JSONParser.parse(Array(text.utf8), comments: true))
  }

  @Test func `every key`() throws {
    let settings = try settings(
      """
      { "profile": "sens", "lang": "ko", "columns": {"고객 등급": "GRADE"},
        "ignoreColumns": ["메모"], "parameters": {"NOTE": {"optional": true}, "X": {"optional": false}} }
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.profile?.name == "sens")
    #expect(settings.language == .korean)
    #expect(settings.headers == ["GRADE": "고객 등급"])
    #expect(settings.ignoredColumns == ["메모"])
    #expect(settings.optionalParameters == ["NOTE"])
  }

  @Test func `how campaigns are approved`() throws {
    let settings = try settings(
      "{\"approvers\": 2, \"approvalDays\": 30, \"monthlyQuota\": 5000}")
    #expect(settings.problems.isEmpty)
    #expect(settings.approvers == 2 && settings.approvalDays == 30)
    #expect(settings.monthlyQuota == 5000)
    for wrong in ["{\"approvers\": 0}", "{\"approvalDays\": 1.5}", "{\"monthlyQuota\": \"1\"}"] {
      #expect(try self.settings(wrong).problems.count == 1, "\(wrong)")
    }
  }

  @Test func `what values parameters take`() throws {
    let settings = try settings(
      """
      { "parameters": {"A": {"type": "integer", "min": 0, "max": 90}, "B": {"values": ["x", "y"]},
        "C": {"pattern": "^[A-Z]+$", "maxWidth": 8, "optional": true}, "D": {"optional": true},
        "E": {"type": "date", "min": "2026-01-01"}} }
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.constraints.keys.sorted() == ["A", "B", "C", "E"])
    #expect(settings.constraints["A"]?.kind == .integer)
    #expect(settings.constraints["A"]?.maximum == 90)
    #expect(settings.constraints["B"]?.values == ["x", "y"])
    #expect(settings.constraints["C"]?.pattern?.expression == "^[A-Z]+$")
    #expect(settings.constraints["C"]?.maximumWidth == 8)
    #expect(settings.constraints["E"]?.minimum == 20_260_101)
    #expect(settings.optionalParameters == ["C", "D"])
  }

  @Test func `levels of rules, everywhere and by file`() throws {
    let settings = try settings(
      """
      {"rules": {"a": "off", "b": "error"}, "perFile": {"x/*": {"a": "advice"}}}
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.rules.map(\.rule) == ["a", "b"])
    #expect(settings.rules.map(\.level) == [nil, .error])
    #expect(settings.filePatterns.map(\.pattern) == ["x/*"])
    #expect(settings.filePatterns.first?.rules.map(\.level) == [.advice])
  }

  @Test func `mail programs, budgets and domains of one's own`() throws {
    let settings = try settings(
      """
      {"clients": ["gmail", "outlook/windows"], "budgets": {"maxBodyBytes": 90000, "maxWarnings": 0},
        "trackingDomains": ["Click.example.com", "클릭.kr"]}
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.clients.map(\.name) == ["gmail", "outlook/windows"])
    #expect(settings.clients.map(\.range) == [13..<20, 22..<39])
    #expect(settings.budgets.maxBodyBytes == 90_000)
    #expect(settings.budgets.maxWarnings == 0)
    #expect(settings.trackingDomains == ["click.example.com", "xn--py2bn03b.kr"])
  }

  @Test(arguments: [
    ("[]", "tmpl.json must be an object in { }"),
    ("{\"profil\": \"com\"}", "unknown key 'profil'; did you mean 'profile'?"),
    ("{\"xyzzy\": 1}", "unknown key 'xyzzy'"),
    ("{\"profile\": \"aws\"}", "'profile' takes one of \"com\", \"sens\""),
    ("{\"rule\": {}}", "unknown key 'rule'; did you mean 'rules'?"),
    (
      "{\"rules\": {\"a\": \"loud\"}}",
      "'rules' takes {\"rule-name\": \"off\", \"advice\", \"warning\" or \"error\"}"
    ),
    (
      "{\"perFile\": {\"x\": \"off\"}}",
      "'perFile' takes {\"templates/x/*\": {\"rule-name\": \"off\"}}"
    ),
    ("{\"clients\": []}", "'clients' takes a list of mail programs, as '--clients' does"),
    ("{\"budget\": {}}", "unknown key 'budget'; did you mean 'budgets'?"),
    (
      "{\"budgets\": {\"maxWarning\": 1}}",
      "unknown key 'maxWarning'; did you mean 'maxWarnings'?"
    ),
    (
      "{\"budgets\": {\"maxBodyBytes\": 0}}",
      "'budgets' takes {\"maxBodyBytes\": 100000, \"maxWarnings\": 0}"
    ),
    (
      "{\"trackingDomains\": [\"https://x.kr\"]}",
      "'trackingDomains' takes a list of domains such as \"click.example.com\""
    ),
    ("{\"lang\": \"de\"}", "'lang' takes \"en\" or \"ko\""),
    ("{\"columns\": [1]}", "'columns' takes {\"header in the list\": \"NAME\"}"),
    ("{\"ignoreColumns\": \"x\"}", "'ignoreColumns' takes a list of headers"),
    ("{\"parameters\": {\"A\": 1}}", "'parameters' takes {\"NAME\": {\"optional\": true}}"),
    (
      "{\"parameters\": {\"A\": {\"pattern\": \"(?=x)\"}}}",
      "'pattern' takes a regular expression without back references and look-around"
    ),
    ("{\"parameters\": {\"A\": {\"maxWidth\": 0}}}", "'maxWidth' takes a whole number above 0"),
    (
      "{\"parameters\": {\"A\": {\"optionl\": true}}}",
      "unknown key 'optionl'; did you mean 'optional'?"
    ),
  ])
  func `what is wrong`(text: String, message: String) throws {
    #expect(try settings(text).problems.map { $0.message.text(.english) } == [message])
  }
}
