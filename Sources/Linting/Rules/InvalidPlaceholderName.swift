import Diagnostics
import Templating

extension Rule {
  /// Something between the marks that is no name, or far more than one.
  static let invalidPlaceholderName = Rule(
    "invalid-placeholder-name", .error, .placeholder,
    summary: Message(
      "blanks, punctuation or nothing where a placeholder's name should be, or over 4,096 bytes in all",
      ko: "치환 변수 이름 자리에 있는 빈칸, 문장 부호, 빈 이름, 또는 전체가 4,096바이트를 넘는 치환 변수"),
    rationale: Message(
      "the service takes the text between the marks as the name and trims nothing",
      ko: "서비스는 기호 사이의 텍스트를 다듬지 않고 그대로 이름으로 씁니다"),
    instead: Message(
      "begin with a letter or '_', and go on with letters, digits, '_', '-' or '.': $<FIRST_NAME>",
      ko: "문자나 '_'로 시작하고 문자, 숫자, '_', '-', '.'로 이어 쓰세요: $<FIRST_NAME>"),
    sources: [.createMailRequest, .sensMail],
    examples: [
      .flagged("<p>‹$< NAME >›</p>", title: "Hi $<NAME>"),
      .flagged("<p>‹${FIRST NAME}› $<NAME></p>"),
      .flagged("<p>‹${}› $<NAME></p>"), .flagged("<p>‹$<NAME >› ‹${ NAME ?? 'x' }› $<NAME></p>"),
      .flagged("<p>‹$<\(String(repeating: "N", count: 4_100))>› $<NAME></p>"),
      .quiet("<p>$<고객명> $<first-name.en></p>", people: nil),
      .quiet("<p>$<NA\u{200B}ME> $<NAME></p>"),
      .quiet("<p>$5 < $10, $< b and c >, $<NAME></p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        let mangled = Set(template.mangledSpots.map(\.range.lowerBound))
        // What hides in a name is the business of `mangled-placeholder`.
        for problem in template.problems where !mangled.contains(problem.range.lowerBound) {
          if case .emptyName = problem.kind {
            report(
              Problem(
                Message("no name stands between the marks", ko: "기호 사이에 이름이 없습니다"),
                at: template.text.location(of: problem.range)))
          }
          if case .placeholderTooLong(let bytes) = problem.kind {
            report(
              Problem(
                Message(
                  "the placeholder has \(bytes) bytes; at most 4,096",
                  ko: "치환 변수가 \(bytes)바이트로 최대 4,096바이트를 넘습니다"),
                at: template.text.location(of: problem.range),
                help: Message("shorten it", ko: "줄이세요")))
          }
          guard let found = problem.invalidName else { continue }
          let text = template.text.string(problem.range)
          let location = template.text.location(of: problem.range)
          let fixed = problem.marks == .angle ? "$<\(found.name)>" : "${\(found.name)}"
          report(
            Problem(
              Message(
                "\(quoted: text): a placeholder's name cannot hold \(found.offending.english)",
                ko: "\(quoted: text): 치환 변수 이름에 \(found.offending.korean) 쓸 수 없습니다"),
              at: location,
              fix: found.name.isEmpty
                ? nil
                : template.text.fix(
                  problem.range, Message("write '\(fixed)'", ko: "'\(fixed)'(으)로 쓰기"), .safe, fixed)
            ))
        }
      }
    })
}

extension TemplateProblem {
  /// The name a fix would keep and what must not be there; nil for other problems.
  fileprivate var invalidName: (name: String, offending: (english: String, korean: String))? {
    switch kind {
    case .invalidName(let name, let offending):
      offending.allSatisfy(\.isWhitespace)
        ? (name, ("a blank", "빈칸을")) : (name, ("'\(offending)'", "'\(offending)' 문자를"))
    case .tagLike(let name) where !HTMLNames.isElement(name):
      ("", ("'=' or '/'", "'='나 '/' 문자를"))
    case .emptyName, .unterminated, .tagLike, .invalidFallback, .fallbackTooLong,
      .placeholderTooLong, .invalidFilter:
      nil
    }
  }
}
