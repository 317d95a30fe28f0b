import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// What the sanitizer keeps out of previews: the mail has it, and nobody sees it before.
  static let notInPreview = Rule(
    "not-in-preview", .advice, .client,
    summary: Message(
      "markup that a reader may miss in previews, and that most mail programs leave out too",
      ko: "미리보기와 대부분의 메일 프로그램에서 빠져 읽는 사람에게 차이가 보일 수 있는 내용"),
    rationale: Message(
      "the mail is sent with it, so that recipients may see what no preview has shown",
      ko: "메일에는 그대로 들어가므로, 미리보기에 없던 것이 수신자에게 보일 수 있습니다"),
    instead: Message(
      "leave it out, or look at the mail in a mail program",
      ko: "지우거나 메일 프로그램에서 직접 확인하세요"),
    sources: [.ownJudgment],
    examples: [
      .flagged("<p ‹contenteditable=\"true\"›>$<NAME></p>"),
      .flagged("‹<blink>›$<NAME></blink>"),
      .flagged("<p ‹style=\"position:fixed;color:red\"›>$<NAME></p>"),
      .flagged("<style>p{‹behavior›:url(x.htc)}</style><p>$<NAME></p>"),
      .flagged("<p ‹id=\"a$<NAME>\"›>x</p>"),
      .flagged("<img ‹src=\"http://example.com/x.png\"› alt=\"x\"><p>$<NAME></p>"),
      .quiet(
        "<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>x</title></head><body bgcolor=\"#fff\"><p>$<NAME></p></body></html>"
      ),
      .quiet(
        "<!--[if mso]><v:rect></v:rect><![endif]--><p style=\"mso-line-height-rule:exactly\">$<NAME></p>"
      ),
      .quiet("<a href=\"https://example.com/?n=$<NAME>\" target=\"_blank\">x</a>"),
      .quiet("<img src=\"https://example.com/$<NAME>.png\" alt=\"x\">"),
      .quiet("<p class=\"a b\" style=\"color:red;display:flex\">$<NAME></p>"),
      .quiet("<p style=\"display:grid;gap:8px;cursor:pointer;transition:all 1s\">$<NAME></p>"),
      .quiet(
        "<style>@keyframes x{from{opacity:0}}p{*height:1px;mso-pagination:none}</style>$<NAME>"),
      .quiet("<p aria-roledescription=\"email\" data-id=\"1\">$<NAME><o:p></o:p></p>"),
    ],
    check: .draft { context, report in
      let skeleton = context.draft.skeleton
      // Which images are shown is up to who looks.
      let removals = HTMLSanitizer(mode: .email, images: .all)
        .sanitize(skeleton.bytes, atoms: skeleton.ranges).removals
      let known = tokens(withErrorsIn: context)
      var groups: [Sort: [Removal]] = [:]
      for removal in removals where removal.mayBeSeen {
        let token = context.draft.markup.token(at: removal.offset)
        guard !known.contains(token?.range.lowerBound ?? -1) else { continue }
        groups[Sort(kind: removal.kind, reason: removal.reason), default: []].append(removal)
      }
      for (group, removals) in groups.sorted(by: { $0.value[0].offset < $1.value[0].offset }) {
        report(problem(group, removals, context.draft))
      }
    })

  /// What is left out for one reason is one finding.
  private struct Sort: Hashable {
    let kind: Removal.Kind
    let reason: Removal.Reason
  }

  /// Where the tokens begin about which there is an error already, so that one mistake is one finding.
  private static func tokens(withErrorsIn context: DraftContext) -> Set<Int> {
    let draft = context.draft
    var offsets = zip(draft.body.placeholders, draft.markup.contexts)
      .filter { $0.1.isRefused }.map { $0.0.range.lowerBound }
    for case .draft(let check) in activeContent.checks {
      check(context) { if let span = $0.location.span { offsets.append(span.offset) } }
    }
    return Set(offsets.compactMap { draft.markup.token(at: $0)?.range.lowerBound })
  }

  private static func problem(
    _ group: Sort, _ removals: [Removal], _ draft: Draft
  ) -> Problem {
    let kind = group.kind.words
    let reason = group.reason.words
    let subject = ParticlePair.subject.attached(to: kind.korean)
    let text = draft.body.text
    var names: [String] = []
    for removal in removals where names.count < 6 && !names.contains(removal.name) {
      names.append(removal.name)
    }
    let list = (names.prefix(5) + (names.count > 5 ? ["…"] : [])).joined(separator: ", ")
    return Problem(
      Message(
        "previews leave out \(kind.several) that \(reason.several): \(quoted: list)",
        ko: "미리보기에는 \(reason.korean) \(subject) 빠집니다: \(quoted: list)"),
      at: text.location(of: range(of: removals[0], in: draft)), count: removals.count)
  }

  /// The tag, the attribute, or the name in a style sheet.
  private static func range(of removal: Removal, in draft: Draft) -> Range<Int> {
    let start = removal.offset
    guard let token = draft.markup.token(at: start) else { return start..<start }
    let isTag = token.kind == .startTag || token.kind == .endTag
    if isTag, token.range.lowerBound == start { return token.range }
    if let attribute = token.attributes.first(where: { $0.range.contains(start) }) {
      return attribute.range
    }
    let end = start + removal.name.utf8.count
    return start..<max(start, min(end, token.range.upperBound))
  }
}
