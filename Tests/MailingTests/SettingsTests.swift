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

  @Test(arguments: [
    ("[]", "tmpl.json must be an object in { }"),
    ("{\"profil\": \"com\"}", "unknown key 'profil'; did you mean 'profile'?"),
    ("{\"xyzzy\": 1}", "unknown key 'xyzzy'"),
    ("{\"profile\": \"aws\"}", "'profile' takes one of \"com\", \"sens\""),
    ("{\"lang\": \"de\"}", "'lang' takes \"en\" or \"ko\""),
    ("{\"columns\": [1]}", "'columns' takes {\"header in the list\": \"NAME\"}"),
    ("{\"ignoreColumns\": \"x\"}", "'ignoreColumns' takes a list of headers"),
    ("{\"parameters\": {\"A\": 1}}", "'parameters' takes {\"NAME\": {\"optional\": true}}"),
    (
      "{\"parameters\": {\"A\": {\"optionl\": true}}}",
      "unknown key 'optionl'; did you mean 'optional'?"
    ),
  ])
  func `what is wrong`(text: String, message: String) throws {
    #expect(try settings(text).problems.map { $0.message.text(.english) } == [message])
  }
}
