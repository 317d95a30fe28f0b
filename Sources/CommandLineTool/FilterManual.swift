import Diagnostics
import Templating

/// The manual of the filters, printed from their own data.
struct FilterManual {
  let language: Language

  /// Every filter with what it gives and, below that, what it takes.
  func overview() -> String {
    table { filter in
      [say(filter.summary), "\(say(Message("takes", ko: "받는 값"))): \(say(filter.accepts))"]
    }.map { "\($0)\n" }.joined()
  }

  /// Every filter with what it takes, as `--help` wants its lines: with `|` between them.
  var accepted: String { table { [say($0.accepts)] }.joined(separator: "|") }

  /// One filter: what it gives and takes, and examples.
  func page(_ filter: Filter) -> String {
    "\(filter.signature)\n\n"
      + (sections(filter).map { heading, text in "\(heading)\n  \(text)\n" } + [
        "\(say(Self.examples))\n" + examples(filter).map { "  \($0)\n" }.joined()
      ]).joined(separator: "\n")
  }

  /// All filters as a page of the documentation.
  func markdown() -> String {
    let title = Message("Filters", ko: "필터")
    let introduction = Message(
      "What may stand behind a value: '$\\<NAME | trim | truncate(20)>'. Filters work from left to right. A value that one cannot take is an error for that recipient; blank values never reach a filter.",
      ko:
        "값 뒤에 쓸 수 있는 것: '$\\<NAME | trim | truncate(20)>'. 왼쪽부터 적용합니다. 필터가 받을 수 없는 값은 그 수신자의 오류이며, 빈 값에는 필터를 적용하지 않습니다."
    )
    return "# \(say(title))\n\n\(say(introduction))\n\n"
      + "| \(say(Message("Filter", ko: "필터"))) | \(say(Self.takes)) | \(say(Self.gives)) |\n| --- | --- | --- |\n"
      + Filter.all.map { "| `\($0.signature)` | \(say($0.accepts)) | \(say($0.summary)) |\n" }
      .joined()
      + Filter.all.map { "\n" + section($0) }.joined()
  }

  /// One filter as a section of that page.
  func section(_ filter: Filter) -> String {
    "## \(filter.name)\n\n"
      + sections(filter).map { heading, text in "**\(heading)**: \(text)\n\n" }.joined()
      + "```\n" + examples(filter).map { "\($0)\n" }.joined() + "```\n"
  }

  // MARK: Pieces

  private static let takes = Message("Takes", ko: "받는 값")
  private static let gives = Message("Gives", ko: "결과")
  private static let examples = Message("Examples", ko: "예")

  private func say(_ message: Message) -> String { message.text(language) }

  private func sections(_ filter: Filter) -> [(String, String)] {
    [
      (Self.gives, filter.summary), (Self.takes, filter.accepts),
      (Message("In parentheses", ko: "괄호 안"), filter.argument?.summary),
    ].compactMap { heading, text in text.map { (say(heading), say($0)) } }
  }

  private func examples(_ filter: Filter) -> [String] {
    let refused = Message("refused", ko: "받지 않음")
    return filter.examples.map { example in
      let result = example.result.map { "→ \"\($0)\"" } ?? "→ \(say(refused))"
      return "\"\(VisibleText.escaping(example.value))\" | \(example.call) \(result)"
    }
  }

  /// A line for every text, the first behind the filter's signature.
  private func table(_ texts: (Filter) -> [String]) -> [String] {
    let width = Filter.all.map { VisibleText.width($0.signature) }.max() ?? 0
    return Filter.all.flatMap { filter in
      texts(filter).enumerated().map { number, text in
        let left = number == 0 ? filter.signature : ""
        let gap = String(repeating: " ", count: width - VisibleText.width(left) + 2)
        return left + gap + text
      }
    }
  }
}
