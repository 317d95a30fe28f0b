import Diagnostics
import Recipients

extension Rule {
  /// A record of a list that cannot be trusted.
  static let brokenRecipientsFile = Rule(
    "broken-recipients-file", .error, .tool,
    summary: Message(
      "a row with too many cells, or that cannot be read as one person",
      ko: "셀이 너무 많거나 한 사람으로 읽을 수 없는 행"
    ),
    rationale: Message(
      "a shifted row sends one person's data to another", ko: "한 칸 밀린 행은 한 사람의 정보를 다른 사람에게 보냅니다"),
    instead: Message(
      "quote cells that hold commas, and give one value per key",
      ko: "쉼표가 든 셀은 따옴표로 감싸고, 키마다 값 하나만 쓰세요"),
    sources: [.rfc(4180, "2"), .rfc(8259, "4")],
    examples: [
      .flagged(people: "address,NAME\na@example.com,Kim, Lee\n", rows: [2]),
      .flagged(people: "address,NAME\na@example.com,\"Kim\"x\n", rows: [2]),
      .flagged(
        people: "{\"address\":\"a@example.com\",\"email\":\"b@example.com\",\"NAME\":\"Kim\"}\n",
        rows: [1]),
      .quiet(people: "address,NAME\na@example.com,\"Kim, Lee\"\n"),
      .quiet(people: "{\"NAME\":\"Kim\",\"name\":\"K\",\"address\":\"a@example.com\"}\n"),
      .quiet(people: "address,NAME\n\na@example.com,Kim\n\n"),
    ],
    check: .row(.broken) { context, report in
      guard let problem = context.row.problem else { return }
      // A list in place of a value is for the rule about those.
      if case .nestedValue = problem { return }
      report(Sighting(problem.message, kind: .named(problem.kind), help: problem.help))
    })
}

extension RowProblem {
  /// What problems have in common that are one finding, whatever they hold.
  fileprivate var kind: String {
    switch self {
    case .tooManyCells: "cells"
    case .textAfterQuote: "quote"
    case .nestedValue: "nested"
    case .duplicateKey: "twice"
    case .ambiguousKeys: "ambiguous"
    case .valueTooLong: "long"
    case .notAnObject: "object"
    }
  }

  fileprivate var help: Message? {
    guard case .tooManyCells = self else { return nil }
    return Message(
      "put a value that holds a comma in quotes: \"Kim, Lee\"",
      ko: "쉼표가 든 값은 따옴표로 감싸세요: \"김, 이\"")
  }

  /// What is wrong with the record.
  var message: Message {
    switch self {
    case .tooManyCells(let found, let expected):
      Message(
        "the row has \(found) cells but the header \(expected)",
        ko: "행의 셀이 \(found)개인데 머리글은 \(expected)개입니다")
    case .textAfterQuote(let column):
      Message(
        "text stands behind the closing quote of cell \(column)",
        ko: "\(column)번째 셀의 닫는 따옴표 뒤에 다른 내용이 있습니다")
    case .nestedValue(let key):
      Message(
        "\(header: key) holds an object or a list, not text",
        ko: "\(header: key) 값이 텍스트가 아니라 객체나 배열입니다")
    case .duplicateKey(let key):
      Message("\(header: key) is given twice", ko: "\(header: key)이(가) 두 번 나옵니다")
    case .ambiguousKeys(let role, let keys):
      Message(
        "several keys are the recipient's \(role): \(headers: keys)",
        ko: "수신자의 \(role)에 해당하는 키가 여럿입니다: \(headers: keys)")
    case .valueTooLong(let bytes):
      Message(
        "a value has \(bytes) bytes; \(RecordLimits.field) are the most, so a quote is probably not closed",
        ko: "값 하나가 \(bytes)바이트로 최대 \(RecordLimits.field)바이트를 넘습니다. 따옴표가 닫히지 않은 것 같습니다")
    case .notAnObject:
      Message("a recipient must be an object in { }", ko: "수신자는 { } 객체여야 합니다")
    }
  }
}
