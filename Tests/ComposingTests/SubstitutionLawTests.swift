import Composing
import Diagnostics
import JSONSyntax
import Mailing
import Recipients
import Templating
import TestSupport
import Testing

/// What is previewed is what is sent, tried on generated templates and people.
@Suite struct SubstitutionLawTests {
  private static let pieces = [
    "<p>", "</p>", " ", "text", "\n", "&amp;", "한글", "$5", "$", "#", "{", "}",
    "#{UNSUBSCRIBE_MESSAGE}",
    "\\$<A>", "\\${A}", "\\", "$<A>", "${A}", "$$<A>", "$$$<B>", "$<B ?? \"x > y\">",
    "${B ?? it's}",
    "$<C ?? \"\">", "$<이름>", "$<a-b>", "$<A_html>", "${A_url}", "<a title=\"$<A>\">",
    "<a href=\"https://a.bc/$<A>?q=${B}#$<C>\">", "</a>", "<!-- $<A> c -->",
    "<!--[if mso]><b>$<A></b><![endif]-->", "<title>$<B></title>",
  ]

  private static let values = [
    "Kim", "x", "${A}", "${B}", "$<A>", "#{UNSUBSCRIBE_MESSAGE}", "$", "#", "a & b", "<b>x</b>",
    "\"><script>alert(1)</script>", "'", "김민수", "100%", "a%20b", "{", "}", "--", "-->", "a\nb", "🫖",
    "\\",
  ]

  private func sample(_ random: inout SeededGenerator) throws -> (Draft, [Row]) {
    let body = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
    let title = ["Hello", "$<A> x", "${이름}", "$$<B ?? y>", "#$<A>", "$<A>$<B>{"].randomElement(
      using: &random)
    let draft = try Draft.of(title: title ?? "", body: body)
    var json = JSONWriter()
    json.beginArray()
    for person in 0..<3 {
      json.beginObject()
      json.key("address")
      json.string("p\(person)@example.com")
      for name in ["A", "B", "C", "이름", "a-b", "A_html", "A_url"] {
        json.key(name)
        json.string(Self.values.randomElement(using: &random) ?? "")
      }
      json.endObject()
    }
    json.endArray()
    return (draft, try draft.rows(json.bytes))
  }

  /// The mails of those whose values can stand where the template puts them.
  private func mails(_ draft: Draft, _ rows: [Row]) -> [Mail] {
    rows.compactMap { row in
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      return problems.isEmpty ? mail : nil
    }
  }

  /// One request with everybody in it.
  private func request(_ draft: Draft, _ mails: [Mail]) throws -> [UInt8] {
    var writer = RequestWriter(draft, profile: .com)
    for mail in mails { #expect(writer.add(mail) == nil) }
    let request = writer.finish()
    return try #require(request)
  }

  @Test func `substituting the request gives the preview, whatever the order of names`()
    async throws
  {
    var compared = 0
    let trials = try await Fuzz.run("previews", iterations: 400) { random in
      let (draft, rows) = try sample(&random)
      let mails = mails(draft, rows)
      guard !mails.isEmpty else { return nil }
      let request = try WireRequest(try request(draft, mails))
      guard request.people.count == mails.count else { return "\(request.people.count) people" }
      for (mail, person) in zip(mails, request.people) {
        let title = draft.plan.title.substituting(mail.values)
        let body = draft.plan.body.substituting(mail.values)
        for order in [person.keys.sorted(), person.keys.sorted().reversed()] {
          guard request.filled(request.title, person, order) == title,
            request.filled(request.body, person, order) == body
          else { return draft.body.text.string(0..<999) }
        }
        compared += 1
      }
      return nil
    }
    #expect(compared > trials)
  }

  @Test func `a request given back comes out unchanged`() async throws {
    try await Fuzz.run("requests", iterations: 250) { random in
      let (draft, rows) = try sample(&random)
      let mails = mails(draft, rows)
      guard !mails.isEmpty else { return nil }
      let once = try request(draft, mails)
      let again = try Draft.of(request: once)
      let people = self.mails(again, try again.rows(once))
      guard people.count == mails.count else { return "\(people.count) people" }
      let isSame = try request(again, people) == once
      return isSame ? nil : String(decoding: once, as: UTF8.self)
    }
  }

  @Test func `bytes outside placeholders are never changed`() async throws {
    try await Fuzz.run("outside", iterations: 400) { random in
      let (draft, rows) = try sample(&random)
      guard let mail = mails(draft, rows).first else { return nil }
      var rest = draft.plan.body.substituting(mail.values)[...]
      for expected in expectedSegments(draft, mail) {
        guard let expected = expected.first(where: rest.starts) else {
          return draft.body.text.string(0..<999)
        }
        rest = rest.dropFirst(expected.count)
      }
      return rest.isEmpty ? nil : "more than the template"
    }
  }

  /// What each segment of the body may have become.
  private func expectedSegments(_ draft: Draft, _ mail: Mail) -> [[[UInt8]]] {
    var values = draft.plan.uses.filter { $0.place == .body }.map { Array(mail.values[$0.slot]) }[
      ...]
    let bytes = draft.body.text.bytes
    return draft.body.segments.map { segment in
      switch segment {
      case .text(let range):
        guard let next = values.first, isFollowedByPlaceholder(segment, in: draft) else {
          return [Array(bytes[range])]
        }
        // Signs before a placeholder are part of its value.
        let signs = bytes[range].reversed().prefix { $0 == UInt8(ascii: "$") }.count
        let spellings = [
          bytes[range].suffix(signs), bytes[range].suffix(signs).dropLast() + "&#36;".utf8,
        ]
        return spellings.contains(where: next.starts) ? [bytes[range].dropLast(signs)] : []
      case .literal(let range): return [Array("&#36;".utf8) + bytes[range].suffix(1)]
      case .damaged(let index): return [Array(bytes[draft.body.problems[index].range])]
      case .placeholder: return [values.popFirst() ?? []]
      }
    }
  }

  private func isFollowedByPlaceholder(_ segment: Template.Segment, in draft: Draft) -> Bool {
    let end = draft.body.range(of: segment).upperBound
    return draft.body.placeholders.contains { $0.range.lowerBound == end }
  }
}

/// A request as the service takes it: texts with `${NAME}`, and each person's parameters.
private struct WireRequest {
  var title: [UInt8] = []
  var body: [UInt8] = []
  var people: [[String: [UInt8]]] = []

  init(_ json: [UInt8]) throws {
    guard case .object(let members) = try JSONParser.parse(json).kind else { return }
    for member in members {
      switch (member.key.text, member.value.kind) {
      case ("title", .string(let text)): title = text.bytes
      case ("body", .string(let text)): body = text.bytes
      case ("recipients", .array(let list)): people = list.map(Self.parameters)
      default: break
      }
    }
  }

  private static func parameters(_ person: JSONValue) -> [String: [UInt8]] {
    guard case .object(let members) = person.kind,
      let found = members.first(where: { $0.key.text == "parameters" }),
      case .object(let parameters) = found.value.kind
    else { return [:] }
    var values: [String: [UInt8]] = [:]
    for parameter in parameters {
      if case .string(let text) = parameter.value.kind { values[parameter.key.text] = text.bytes }
    }
    return values
  }

  /// The text with one name after the other replaced, as the simplest service would do it.
  func filled(_ text: [UInt8], _ values: [String: [UInt8]], _ order: [String]) -> [UInt8] {
    var text = text
    for name in order { text = text.replacing(Array("${\(name)}".utf8), with: values[name] ?? []) }
    return text
  }
}
