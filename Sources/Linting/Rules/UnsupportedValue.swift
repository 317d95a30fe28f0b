import Diagnostics
import Markup

extension Rule {
  /// Values for which some programs drop the declaration.
  static let unsupportedValue: Rule = Rule(
    "unsupported-value", .warning, .client,
    summary: Message(
      "'var()', 'calc()', gradients, 'rem' and other values for which a declaration is dropped",
      ko: "var(), calc(), 그라디언트, rem처럼 선언 전체가 버려지는 값"),
    rationale: Message(
      "a program that does not know a value behaves as if the declaration were not there: white text on no background",
      ko: "값을 모르는 프로그램은 그 선언이 없는 것처럼 보여 주므로, 배경 없는 흰 글자가 될 수 있습니다"),
    instead: Message(
      "put a plain value of the same property before it", ko: "같은 속성의 일반 값을 앞에 두세요"),
    sources: [
      .canIEmail("css-variables"), .canIEmail("css-unit-calc"), .canIEmail("css-unit-rem"),
      .canIEmail("css-background-image"),
    ],
    examples: [
      .flagged("<p style=\"color:‹var(›--ink)\">$<NAME></p>"),
      .flagged("<td style=\"background:‹linear-gradient(›#fff,#eee)\">$<NAME></td>"),
      .flagged("<p style=\"font-size:‹1.2rem›\">$<NAME></p>"),
      .flagged("<td style=\"‹background-image:url(https://example.com/a.png)›\">$<NAME></td>"),
      .flagged("<style>.a{color:red;‹&:hover ›{color:blue}}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<p style=\"color:#111;color:var(--ink)\">$<NAME></p>"),
      .quiet(
        "<td style=\"background-color:#eee;background-image:linear-gradient(#fff,#eee)\">$<NAME></td>"
      ),
      .quiet(
        "<td bgcolor=\"#eeeeee\" style=\"background:url(https://example.com/a.png)\">$<NAME></td>"),
      .quiet("<p style=\"border-radius:1rem;box-shadow:0 0 1rem #000\">$<NAME></p>"),
      .quiet(
        "<style>@media (max-width:600px){.a{font-size:1.2rem}}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<p style=\"color:#222 !important;font-size:16px\">1rem, $<NAME></p>"),
      .quiet("<div style=\"display:none\"><p style=\"font-size:1.2rem\">x</p></div><p>$<NAME></p>"),
      .quiet("<style>.a{display:none;font-size:1.2rem}</style><p class=\"a\">$<NAME></p>"),
      .quiet("<p style=\"-webkit-text-fill-color:var(--ink)\">$<NAME></p>"),
    ],
    check: .draft { context, report in
      var uses = ClientUses(context)
      var images = ClientUses(context)
      for style in context.body.styles {
        let element = style.element.map { context.body.elements[$0] }
        if element?.isHidden == true { continue }
        var plain = PlainValues(style, context.body)
        for declaration in style.sheet.declarations
        where !declaration.name.hasPrefix("-") && !style.unseen.contains(declaration.block) {
          let found = DroppedValue.first(in: declaration, of: style.sheet)
          guard let found, let support = ClientSupport.of(found.key) else {
            plain.note(declaration)
            continue
          }
          if plain.holds(declaration, in: style.sheet) { continue }
          var failing = support.clients(
            .no, among: uses.readers(of: style, block: declaration.block))
          // Who does not know the property loses nothing by the value.
          if let property = ClientSupport.of(declaration.name), property.kind == .feature {
            failing.subtract(property.clients(.no, among: failing))
          }
          if found.key == "background-image" {
            images.note(support, shownAs: found.shown, at: found.range, for: failing)
          } else {
            uses.note(support, shownAs: found.shown, at: found.range, for: failing)
          }
        }
        for block in style.sheet.blocks where block.parent != nil && block.atRule == nil {
          guard let first = style.sheet.words[block.words].first, first.isMark("&") else {
            continue
          }
          uses.note(
            "&", at: block.head, readers: uses.readers(of: style, block: block.parent))
        }
      }
      uses.report(help: unsupportedValue.instead, report)
      images.report(help: colorHelp, report)
    })

  private static let colorHelp = Message(
    "give it a background color too, on which the text can be read",
    ko: "글자를 읽을 수 있는 배경색도 함께 쓰세요")
}

/// What of a value makes some programs drop its declaration.
private struct DroppedValue {
  let key: String
  let shown: String
  let range: Range<Int>

  static func first(in declaration: StyleSheet.Declaration, of sheet: StyleSheet) -> Self? {
    for word in sheet.words[declaration.words] {
      let key =
        switch word.kind {
        case .function: word.text + "()"
        case .number, .identifier: word.text
        case .hash, .string, .address, .mark: ""
        }
      guard !key.isEmpty, ClientSupport.of(key)?.kind == .value else { continue }
      return Self(key: key, shown: key, range: word.range)
    }
    guard declaration.name == "background-image" || declaration.name == "background",
      sheet.words[declaration.words].contains(where: { $0.kind == .address || $0.text == "url" })
    else { return nil }
    return Self(key: "background-image", shown: "background-image", range: declaration.range)
  }
}

/// The properties that a block, or attributes beside it, give a plain value.
private struct PlainValues {
  private struct Key: Hashable {
    let name: String
    let block: Int?
  }

  private var names: Set<Key> = []
  /// The blocks with a background color, whose place does not matter: it is another property.
  private let colored: Set<Int?>
  private let hasColoredAttribute: Bool

  init(_ style: BodyStyle, _ body: BodyFacts) {
    colored = Set(
      style.sheet.declarations.lazy.filter { $0.name == "background-color" }.map(\.block))
    let tag = style.element.map { body.tag(body.elements[$0]) }
    hasColoredAttribute = tag?.attribute("bgcolor") != nil || tag?.attribute("background") != nil
  }

  mutating func note(_ declaration: StyleSheet.Declaration) {
    names.insert(Key(name: declaration.name, block: declaration.block))
  }

  /// Whether a declaration may be dropped, since a plain one is there.
  func holds(_ declaration: StyleSheet.Declaration, in sheet: StyleSheet) -> Bool {
    func has(_ name: String) -> Bool { names.contains(Key(name: name, block: declaration.block)) }
    if has(declaration.name) { return true }
    guard declaration.name.hasPrefix("background") else { return false }
    if hasColoredAttribute || has("background") || colored.contains(declaration.block) {
      return true
    }
    return
      sheet.words[declaration.words].contains { $0.kind == .hash || CSSColor($0) != nil }
      && !sheet.words[declaration.words].contains { $0.text.hasSuffix("gradient") }
  }
}
