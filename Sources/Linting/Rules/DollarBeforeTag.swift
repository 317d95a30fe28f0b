import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A dollar sign directly before an HTML tag.
  static let dollarBeforeTag = Rule(
    "dollar-before-tag", .error, .placeholder,
    summary: Message(
      "'$' directly before an HTML tag: US$<b>50</b>", ko: "HTML 태그 바로 앞의 '$': US$<b>50</b>"),
    rationale: Message(
      "it is at once a dollar sign with bold text and a placeholder called b",
      ko: "달러 기호와 굵은 글씨이면서 동시에 b라는 치환 변수로 읽힙니다"),
    instead: Message(
      "write the sign as &#36;: US&#36;<b>50</b>", ko: "달러 기호를 &#36;로 쓰세요: US&#36;<b>50</b>"),
    sources: [.html("tag open state", "parsing.html#tag-open-state")],
    examples: [
      .flagged("<p>US‹$<b>›50</b> for $<NAME></p>"),
      .flagged("<p>US‹$<span style=\"color:red\">›50</span> for $<NAME></p>"),
      .quiet("<p>$$<AMOUNT> is a dollar sign and a placeholder</p>", people: nil),
      .quiet("<p>grade $<b></p>", people: "address,b\na@example.com,A\n"),
      .quiet("<p>$<b>{NAME}</b> $<NAME></p>"),
      .quiet("<p>US&#36;<b>50</b> for $<NAME></p>"),
      .quiet("<p>$<GRADE> $<NAME></p>"),
    ],
    check: .list { context, report in
      var claimed: [String: Bool] = [:]
      func isClaimed(_ name: String) -> Bool {
        if let known = claimed[name] { return known }
        claimed[name] = DollarBeforeTag.claims(name, context)
        return claimed[name] ?? false
      }
      // A tag within a placeholder's marks is the business of `mangled-placeholder`.
      let torn = Set(context.draft.tornSpots.map(\.range.lowerBound))
      for (template, isTitle) in [(context.draft.title, true), (context.draft.body, false)] {
        for placeholder in template.placeholders
        where placeholder.marks == .angle && placeholder.fallback == nil
          && isClaimed(placeholder.name)
          && (isTitle || !torn.contains(placeholder.range.lowerBound))
        {
          report(
            DollarBeforeTag.problem(template, placeholder.range, placeholder.name, isTitle: isTitle)
          )
        }
        for problem in template.problems {
          guard case .tagLike(let name) = problem.kind, HTMLNames.isElement(name),
            isTitle || !torn.contains(problem.range.lowerBound)
          else { continue }
          report(DollarBeforeTag.problem(template, problem.range, name, isTitle: isTitle))
        }
      }
    })
}

/// What the rule and those that give way to it share.
enum DollarBeforeTag {
  /// Whether a name is an element's and nobody supplies a parameter of that name.
  ///
  /// Without a list nobody can know what it supplies; then an end tag of that name decides.
  static func claims(_ name: String, _ context: ListContext) -> Bool {
    guard HTMLNames.isElement(name), !context.isSupplied(name) else { return false }
    return context.people != nil
      || context.draft.markup.tokens.contains { $0.kind == .endTag && $0.name.text == name }
  }

  static func problem(
    _ template: Template, _ range: Range<Int>, _ name: String, isTitle: Bool
  ) -> Problem {
    let text = template.text.string(range)
    return Problem(
      Message(
        "\(quoted: text): a '$' right before a tag is read as a placeholder",
        ko: "\(quoted: text): 태그 바로 앞의 '$'는 치환 변수로 읽힙니다"),
      at: template.text.location(of: range), parameter: name,
      fix: isTitle
        ? nil
        : template.text.fix(
          range, Message("write the dollar sign as '&#36;'", ko: "달러 기호를 '&#36;'로 쓰기"), .safe,
          "&#36;" + text.dropFirst()))
  }
}
