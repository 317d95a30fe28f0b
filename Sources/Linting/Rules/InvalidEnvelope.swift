import Composing
import Diagnostics
import JSONSyntax
import Mailing

extension Rule {
  /// A field of `mail.json` that no service knows, or of the wrong type.
  static let invalidEnvelope = Rule(
    "invalid-envelope", .error, .tool,
    summary: Message(
      "a key in mail.json that no service knows, a value of another type, or a time that is none",
      ko: "mail.json에서 서비스가 모르는 키, 형식이 다른 값, 시각이 아닌 값"),
    rationale: Message(
      "an option that is misspelt would silently not apply", ko: "잘못 쓴 옵션은 조용히 무시됩니다"),
    instead: Message(
      "use the keys of createMailRequest: senderAddress, senderName, title, individual, advertising …",
      ko: "createMailRequest의 키를 쓰세요: senderAddress, senderName, title, individual, advertising …"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged(fields: "‹\"advertizing\"›: true"), .flagged(fields: "\"individual\": ‹\"no\"›"),
      .flagged(fields: "\"reservationDateTime\": ‹\"tomorrow\"›"),
      .flagged(fields: "\"reservationUtc\": ‹1.5›"),
      .flagged(fields: "\"reservationUtc\": ‹99999999999999999999›"),
      .quiet(fields: "\"reservationUtc\": 1796083200000"),
      .quiet(fields: "\"useBasicUnsubscribeMessage\": true"),
      .quiet(fields: "\"reservationDateTime\": \"2026-12-01 09:30\""),
    ],
    check: .draft { context, report in
      let envelope = context.draft.envelope
      if envelope.isAbsent, !envelope.isOptional {
        report(
          Problem(
            Message(
              "the file is missing", ko: "파일이 없습니다"),
            at: envelope.location(of: .title), help: leastEnvelope))
      }
      for problem in envelope.problems {
        report(
          Problem(problem.message, at: envelope.location(of: problem.range), help: problem.help))
      }
      if let time = envelope.texts[.reservationDateTime], Reservation(text: time.value.text) == nil
      {
        report(
          Problem(
            Message(
              "\(quoted: time.value.text) is no time", ko: "\(quoted: time.value.text)은(는) 시각이 아닙니다"
            ),
            at: envelope.location(of: .reservationDateTime),
            help: Message(
              "write \"2026-12-01 09:30\" (Korean time) or ISO 8601 with an offset",
              ko: "\"2026-12-01 09:30\"(한국 시각)이나 시차가 있는 ISO 8601로 쓰세요")))
      }
      if let time = envelope.numbers[.reservationUtc], Reservation(literal: time.value) == nil {
        let text = String(decoding: time.value, as: UTF8.self)
        report(
          Problem(
            Message(
              "\(quoted: text) is no time", ko: "\(quoted: text)은(는) 시각이 아닙니다"),
            at: envelope.location(of: .reservationUtc),
            help: Message(
              "write whole milliseconds since 1970, such as 1796083200000",
              ko: "1796083200000처럼 1970년부터의 밀리초를 정수로 쓰세요")))
      }
    })
}

private let leastEnvelope = Message(
  "write at least \"senderAddress\" and \"title\" into it",
  ko: "적어도 \"senderAddress\"와 \"title\"을 쓰세요")

extension EnvelopeProblem {
  /// What to do; nil where the rule says it.
  fileprivate var help: Message? {
    switch kind {
    case .notAnObject: leastEnvelope
    case .repeatedKey: Message("delete one of the two", ko: "둘 중 하나를 지우세요")
    case .unknownKey: nil
    case .wrongType: Message("correct the value", ko: "값을 고치세요")
    }
  }

  fileprivate var message: Message {
    switch kind {
    case .notAnObject:
      Message("the file must hold one object in { }", ko: "파일에는 { } 객체 하나가 있어야 합니다")
    case .repeatedKey(let key):
      Message("\(quoted: key) is given twice", ko: "\(quoted: key)이(가) 두 번 나옵니다")
    case .unknownKey(let key, let near?):
      Message(
        "unknown key \(quoted: key); did you mean \(quoted: near)?",
        ko: "알 수 없는 키 \(quoted: key). \(quoted: near)을(를) 쓰려던 것인가요?")
    case .unknownKey(let key, nil):
      Message("unknown key \(quoted: key)", ko: "알 수 없는 키 \(quoted: key)")
    case .wrongType(let key, let expected):
      Message(
        "\(quoted: key) takes \(expected.words.english)",
        ko: "\(quoted: key) 값은 \(expected.words.korean)입니다")
    }
  }
}

extension EnvelopeField.Kind {
  fileprivate var words: (english: String, korean: String) {
    switch self {
    case .text: ("text in quotes", "따옴표로 감싼 텍스트")
    case .flag: ("true or false", "true 또는 false")
    case .number: ("a whole number", "정수")
    case .values: ("an object of names and values", "이름과 값의 객체")
    case .people: ("a list of recipients", "수신자 배열")
    case .files: ("a list of paths in quotes", "따옴표로 감싼 경로의 배열")
    case .remote: ("what the service defines", "서비스가 정한 값")
    }
  }
}
