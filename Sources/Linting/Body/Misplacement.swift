import Diagnostics
import Markup

/// Something that browsers move away from where it was written.
struct Misplacement {
  private enum Kind {
    /// Text directly in a table or a row.
    case text
    /// An element that a table or a row does not take directly.
    case element
    /// A link in a link, which ends the outer one.
    case link
  }

  private let kind: Kind
  private let name: MarkupName
  private let outer: MarkupName
  private let range: Range<Int>

  /// Finds all of them, as browsers see the body.
  static func all(in body: BodyFacts) -> [Misplacement] {
    var found: [Misplacement] = []
    for text in body.texts where text.audience.contains(.browsers) {
      guard let parent = text.parent, parts[body.elements[parent].name] != nil,
        !BlankText.isBlank(body.string(text))
      else { continue }
      let range = body.trimmedRange(of: text)
      // Of placeholders there, another rule speaks.
      if body.touchesPlaceholder(range) { continue }
      found.append(Self(kind: .text, name: "", outer: body.elements[parent].name, range: range))
    }
    for element in body.elements where element.audience.contains(.browsers) {
      guard let parent = element.parent, !body.tag(element).isConditional else { continue }
      let outer = body.elements[parent].name
      let range = body.tag(element).range
      if let allowed = parts[outer], !allowed.contains(element.name),
        !anywhere.contains(element.name)
      {
        found.append(Self(kind: .element, name: element.name, outer: outer, range: range))
      } else if element.name == "a", body.tag(element).attribute("href") != nil,
        body.ancestors(of: element).contains(where: {
          $0.name == "a" && body.tag($0).attribute("href") != nil
        })
      {
        found.append(Self(kind: .link, name: "a", outer: "a", range: range))
      }
    }
    return found
  }

  /// What tables and their parts take directly (HTML Standard §4.9), rows that may be left out too.
  private static let parts: [MarkupName: Set<MarkupName>] = [
    "table": ["caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"],
    "thead": ["tr", "td", "th"], "tbody": ["tr", "td", "th"], "tfoot": ["tr", "td", "th"],
    "tr": ["td", "th"],
  ]

  /// What stays wherever it is written.
  private static let anywhere: Set<MarkupName> = ["style", "script", "template", "form", "input"]

  /// How it is reported.
  func problem(_ body: BodyFacts) -> Problem {
    let message =
      switch kind {
      case .text:
        Message("text directly in '<\(outer.text)>'", ko: "'<\(outer.text)>' 바로 안에 글자가 있습니다")
      case .element:
        Message(
          "'<\(name.text)>' directly in '<\(outer.text)>'",
          ko: "'<\(outer.text)>' 바로 안에 '<\(name.text)>'이(가) 있습니다")
      case .link: Message("a link in a link", ko: "링크 안에 링크가 있습니다")
      }
    let help =
      kind == .link
      ? Message("end the outer link first", ko: "바깥 링크를 먼저 닫으세요")
      : Message(
        "put it into a cell; browsers move it before the table",
        ko: "칸 안에 넣으세요. 브라우저는 표 앞으로 옮깁니다")
    return Problem(message, at: body.location(of: range), help: help)
  }
}
