import Diagnostics
import JSONSyntax
import Mailing
import Testing

@Suite struct EnvelopeTests {
  private func envelope(_ text: String, _ form: Envelope.Form = .folder) throws -> Envelope {
    let file = SourceFile(path: "mail.json", bytes: Array(text.utf8))
    return Envelope(try JSONParser.parse(file.bytes, comments: true), file: file, form: form)
  }

  @Test func `fields are read with their places`() throws {
    let text = "{\"senderAddress\":\"a@b.cc\",\"title\":\"한 \\u0041 $<X>\",\"individual\":false}"
    let envelope = try envelope(text)
    #expect(envelope.problems.isEmpty)
    #expect(envelope.string(.senderAddress) == "a@b.cc")
    #expect(!envelope.isIndividual)
    #expect(!envelope.isAdvertising)
    #expect(envelope.title?.bytes == Array("한 A $<X>".utf8))
    let place = envelope.title?.location(of: 6..<10)
    #expect(place?.span?.start == Position(line: 1, column: 45))
  }

  @Test func `the names of the successor are synonyms`() throws {
    let envelope = try envelope("{\"useBasicUnsubscribeMessage\":false}")
    #expect(envelope.flags[.useBasicUnsubscribeMsg]?.value == false)
    let both = try self.envelope(
      "{\"useBasicUnsubscribeMessage\":false,\"useBasicUnsubscribeMsg\":true}")
    #expect(both.problems.map(\.kind) == [.repeatedKey("useBasicUnsubscribeMsg")])
  }

  @Test(arguments: [
    ("{\"titel\":\"x\"}", EnvelopeProblem.Kind.unknownKey("titel", suggestion: "title")),
    ("{\"zzz\":1}", .unknownKey("zzz", suggestion: nil)),
    ("{\"body\":\"x\"}", .unknownKey("body", suggestion: nil)),
    ("{\"title\":1}", .wrongType("title", expected: .text)),
    ("{\"individual\":\"true\"}", .wrongType("individual", expected: .flag)),
    ("{\"parameters\":{\"A\":[1]}}", .wrongType("A", expected: .text)),
    ("{\"parameters\":{\"A\":1,\"A\":2}}", .repeatedKey("A")), ("[]", .notAnObject),
  ])
  func `what is wrong is collected`(text: String, kind: EnvelopeProblem.Kind) throws {
    #expect(try envelope(text).problems.map(\.kind) == [kind])
  }

  @Test func `shared parameters keep their literal text`() throws {
    let envelope = try envelope("{\"parameters\":{\"A\":10.50,\"B\":true,\"C\":null,\"D\":\"x\"}}")
    let shared = envelope.parameters.map {
      ($0.name, String(decoding: $0.value.value, as: UTF8.self))
    }
    #expect(shared.map(\.0) == ["A", "B", "D"])
    #expect(shared.map(\.1) == ["10.50", "true", "x"])
  }

  @Test func `people and content that live at the service`() throws {
    let envelope = try envelope("{\"templateSid\":1,\"recipientGroupFilter\":{}}", .request)
    #expect(envelope.remote.map(\.value) == ["templateSid", "recipientGroupFilter"])
  }
}
