import Composing
import Diagnostics
import Mailing
import Templating

extension Rule {
  /// A parameter that nobody supplies.
  static let undefinedPlaceholder = Rule(
    "undefined-placeholder", .error, .placeholder,
    summary: Message(
      "a placeholder for which no recipient and no shared parameter has a value",
      ko: "어떤 수신자도, 공통 파라미터도 값을 주지 않는 치환 변수"),
    rationale: Message(
      "the reader would see a hole or the raw placeholder, the best-known failure of mail merge",
      ko: "받는 사람이 빈자리나 치환 변수를 그대로 보게 됩니다. 가장 흔한 발송 사고입니다"),
    instead: Message(
      "add the column, correct the name, or give a fallback: $<NAME ?? \"there\">",
      ko: "열을 추가하거나 이름을 고치거나 대체 문구를 쓰세요: $<NAME ?? \"고객\">"),
    sources: [.fallbacks, .firstNames],
    examples: [
      .flagged("<p>Dear ‹$<FRIST_NAME>›</p>", people: "address,FIRST_NAME\na@example.com,Kim\n"),
      .flagged(
        "<p>‹${GRADE}›</p>", title: "Hello $<NAME>",
        people: "address,NAME\na@example.com,Kim\nb@example.com,Lee\n"),
      .flagged("<p>‹$<GRADE>›</p>", fields: "\"individual\": false", people: nil),
      .flagged(
        "<p>‹$<GRDAE>›</p>", people: "address,GRADE\na@example.com,Gold\nb@example.com,Gold,x\n"),
      .quiet(
        "<p>$<GRADE></p>",
        fields: "\"individual\": false, \"parameters\": {\"GRADE\": \"Gold\"}", people: nil),
      .quiet("<p>Dear $<NAME ?? there></p>", people: "address\na@example.com\n"),
      .quiet("<p>$<PHONE></p>", fields: "\"parameters\": {\"PHONE\": \"02-123-4567\"}"),
      .quiet("<p>$<GRADE></p>", people: nil),
      .quiet("<p>$<grade>x</grade></p>", people: "address,GRADE\na@example.com,A\n"),
      // The dollar sign is the finding.
      .quiet("<p>US$<b>50</b> for $<NAME></p>"),
    ],
    check: .list { context, report in
      // Names that a tool has put in lower case are mended before they can be missed.
      let closed = Set(
        context.draft.closedSpots(supplied: context.suppliedNames)
          .map { context.draft.body.text.string($0.range).dropFirst(2).dropLast() }.map(String.init)
      )
      for number in context.undefinedParameters {
        let name = context.draft.plan.parameters[number].name
        guard let use = context.draft.firstNeedyUse(of: number),
          !DollarBeforeTag.claims(name, context), !closed.contains(name)
        else { continue }
        let count = context.people?.count ?? 1
        let near = Suggestion.nearest(to: name, among: context.suppliedNames)
        let message =
          context.draft.envelope.isIndividual
          ? Message(
            count == 1
              ? "\(quoted: name) has no value"
              : "\(quoted: name) has no value for any of \(count) recipients",
            ko: "\(quoted: name) 값을 가진 수신자가 없습니다(수신자 \(count)명)")
          : Message(
            "\(quoted: name) needs a shared parameter: with 'individual: false' all get one mail",
            ko: "\(quoted: name)에는 공통 파라미터가 필요합니다. 'individual: false'이면 모두 같은 메일을 받습니다")
        report(
          Problem(
            message, at: context.draft.location(ofUse: use), parameter: name, count: count,
            help: near.map {
              Message("did you mean \(quoted: $0)?", ko: "\(quoted: $0)을(를) 쓰려던 것인가요?")
            } ?? context.cure(name)))
      }
    })
}

extension ListContext {
  /// What to do about a parameter without a value.
  fileprivate func cure(_ name: String) -> Message {
    if draft.hasFinalValues {
      return Message(
        "give every recipient \(quoted: name) in their 'parameters'",
        ko: "모든 수신자의 'parameters'에 \(quoted: name) 값을 넣으세요")
    }
    if !draft.envelope.isIndividual {
      return Message(
        "put \(quoted: name) into 'parameters' of mail.json, or give a fallback: $<\(name) ?? \"…\">",
        ko: "mail.json의 'parameters'에 \(quoted: name) 값을 넣거나 대체 문구를 쓰세요: $<\(name) ?? \"…\">")
    }
    return Message(
      "add a column \(quoted: name) to the list, or a fallback: $<\(name) ?? \"…\">",
      ko: "목록에 \(quoted: name) 열을 추가하거나 대체 문구를 쓰세요: $<\(name) ?? \"…\">")
  }

  /// Parameters that nobody whose row can be trusted has a value for.
  ///
  /// With one mail for all, the template and its envelope alone decide.
  var undefinedParameters: [Int] {
    let parameters = draft.plan.parameters
    if let people {
      guard people.trusted > 0 else { return [] }
      return parameters.indices.filter { people.missing[$0].count == people.trusted }
    }
    guard draft.hasOneMailForAll else { return [] }
    return parameters.indices.filter { parameters[$0].shared == nil && !parameters[$0].isOptional }
  }
}

extension Draft {
  /// The first use of a parameter that has no fallback to stand in.
  func firstNeedyUse(of parameter: Int) -> Int? {
    plan.parameters[parameter].slots.filter { plan.slots[$0].fallback == nil }
      .compactMap { plan.slots[$0].uses.first }.min()
  }
}
