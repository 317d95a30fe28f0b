public import Composing
public import Diagnostics
import JSONSyntax
public import Recipients

/// People made up to try a template's limits: every value that takes it is extreme in one way.
public enum SyntheticPeople {
  /// Somebody made up, and what they are for.
  public struct Person: Sendable {
    /// Their row.
    public let row: Row
    /// What is extreme about them.
    public let reason: Message
  }

  private static let extremes: [(reason: Message, value: String)] = [
    (
      Message("made up: one long word", ko: "지어냄: 긴 한 단어"),
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    ),
    (
      Message("made up: wide text", ko: "지어냄: 넓은 글"),
      "동해물과 백두산이 마르고 닳도록 하느님이 보우하사 우리나라 만세 무궁화 삼천리 화려강산"
    ),
    (
      Message("made up: right-to-left text", ko: "지어냄: 오른쪽에서 왼쪽으로 쓰는 글"),
      "عبد الرحمن بن محمد الطويل"
    ),
    (Message("made up: emoji sequences", ko: "지어냄: 이모지 조합"), "👨‍👩‍👧‍👦🏳️‍🌈👍🏽🇰🇷"),
    (
      Message("made up: combining marks", ko: "지어냄: 결합 문자"),
      "Z\u{351}\u{36B}\u{343}a\u{330}\u{308}l\u{327}\u{303}g\u{32F}o\u{30A}"
    ),
    (Message("made up: one letter", ko: "지어냄: 한 글자"), "이"),
    (Message("made up: nothing", ko: "지어냄: 빈 값"), ""),
    (Message("made up: many digits", ko: "지어냄: 많은 숫자"), "123456789012345"),
    (Message("made up: marks of HTML", ko: "지어냄: HTML 기호"), "<b>\"R&D\" & 'x'</b>"),
  ]

  /// Makes them up for a template.
  ///
  /// - Parameters:
  ///   - draft: the template.
  ///   - model: someone whose values stand where an extreme one would be refused.
  /// - Returns: one person for each extreme that changes anything.
  public static func people(for draft: Draft, like model: Row?) -> [Person] {
    extremes.indices.compactMap { index in
      let (reason, value) = extremes[index]
      guard let row = row(draft, index, value, []) else { return nil }
      var problems: [ValueProblem] = []
      _ = draft.mail(for: row, problems: &problems)
      let refused = Set(problems.map { draft.plan.slots[$0.slot].parameter })
      guard refused.count < draft.plan.parameters.count else { return nil }
      let kept = refused.compactMap { parameter -> (Int, [UInt8])? in
        model?.parameter(parameter).map { (parameter, Array($0)) }
      }
      return self.row(draft, index, value, kept).map { Person(row: $0, reason: reason) }
    }
  }

  /// A person who has a value for everything, but for the parameters that keep another one.
  private static func row(
    _ draft: Draft, _ number: Int, _ value: String, _ kept: [(parameter: Int, value: [UInt8])]
  ) -> Row? {
    var json = JSONWriter()
    json.beginArray()
    json.beginObject()
    json.key("address")
    json.string("made-up-\(number + 1)@example.com")
    for (index, name) in draft.parameterNames.enumerated() where name != "address" {
      json.key(name)
      json.string(bytes: kept.first { $0.parameter == index }?.value ?? Array(value.utf8))
    }
    json.endObject()
    json.endArray()
    let wanted = WantedFields(parameters: draft.parameterNames)
    var reader = try? RecipientReader(MemorySource(json.bytes), wanted: wanted)
    return try? reader?.next()
  }
}
