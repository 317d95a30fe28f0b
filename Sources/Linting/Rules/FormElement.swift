import Diagnostics
import Markup

extension Rule {
  /// Forms, which many mail programs do not let one fill in.
  static let formElement: Rule = Rule(
    "form-element", .warning, .client,
    summary: Message("forms and their controls", ko: "양식과 입력 요소"),
    rationale: Message(
      "in Outlook for Windows (classic) there are none; others show them and send nothing",
      ko: "Windows용 Outlook(클래식)은 보여 주지 않고, 다른 프로그램은 보여 주기만 하고 보내지 않습니다"),
    instead: Message("link to a page that has the form", ko: "양식이 있는 페이지로 링크하세요"),
    sources: [.canIEmail("html-form"), .canIEmail("html-input-text")],
    examples: [
      .flagged("‹<form action=\"https://example.com/\">›$<NAME></form>"),
      .flagged("<p>$<NAME></p>‹<input type=\"text\">›"),
      .flagged("<p>$<NAME></p>‹<input type=\"checkbox\">›", severity: .advice),
      .quiet("<!--[if !mso]><!--><form>$<NAME></form><!--<![endif]-->"),
      .quiet("<p>form, input, $<NAME></p><label>x</label><input type=\"hidden\">"),
      .flagged("<p>$<NAME></p>‹<input type=\"radio\">›", severity: .advice),
    ],
    check: .draft { context, report in
      var uses = ClientUses(context)
      for element in context.body.elements {
        guard let key = key(of: element, context.body) else { continue }
        uses.note(
          key, shownAs: "<\(element.name)>", at: context.body.tag(element).range,
          readers: uses.readers(of: element.audience))
      }
      // Boxes to tick are what mails open and close parts with.
      uses.report(help: formElement.instead) { support in
        support.key.hasSuffix("=checkbox]>") || support.key.hasSuffix("=radio]>") ? .advice : nil
      } _: {
        report($0)
      }
    })

  private static func key(of element: BodyElement, _ body: BodyFacts) -> String? {
    switch element.name {
    case "form", "select", "textarea": return "<\(element.name)>"
    case "button": return "<button[type=submit]>"
    case "input":
      let type = body.word("type", of: element) ?? "text"
      let key = "<input[type=\(type)]>"
      if type == "hidden" { return nil }
      return ClientSupport.of(key) == nil ? "<input[type=text]>" : key
    default: return nil
    }
  }
}
