import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder where a value could change the markup.
  static let placeholderPosition = Rule(
    "placeholder-position", .error, .placeholder,
    summary: Message(
      "a placeholder where its value could change the markup around it",
      ko: "값이 주변의 태그를 바꿀 수 있는 자리의 치환 변수"),
    rationale: Message(
      "a placeholder stands for every string, the empty one included; only where all of them read alike can a value be made safe",
      ko: "치환 변수는 빈 값을 포함한 모든 값을 대신하므로, 어떤 값이든 똑같이 읽히는 자리에서만 안전합니다"),
    instead: Message(
      "put it into text, a quoted attribute, an address behind its scheme, or a value in CSS",
      ko: "본문 텍스트, 따옴표로 감싼 속성, 스킴 뒤의 주소, CSS 값에 쓰세요"),
    sources: [
      .scriptInjection,
      .html("unquoted attribute values", "parsing.html#attribute-value-(unquoted)-state"),
    ],
    examples: [
      .flagged("<p ‹$<NAME>›>x</p>"), .flagged("<p title=‹$<NAME>›>x</p>"),
      .flagged("<script type=\"application/ld+json\">‹$<NAME>›</script>"),
      .flagged("<a href=\"x‹$<NAME>›://example.com/\">x</a>"),
      .flagged("<a href=\"$<NAME>‹$<NAME>›\">x</a>"),
      .flagged("<a href=\"javascript:‹$<NAME>›\">x</a>"),
      .flagged("<p style=\"‹$<NAME>›:red\">x</p>"),
      .flagged("<p style=\"background:url(‹$<NAME>›)\">x</p>"),
      .flagged("<style>.‹$<NAME>›{color:red}</style><p>x</p>"),
      .flagged("<img srcset=\"‹$<NAME>›\" src=\"https://example.com/x.png\" alt=\"\">"),
      .flagged("<table><tr>‹$<NAME>›<td>x</td></tr></table>"),
      .flagged("<p>&‹$<NAME>›;</p>"),
      .flagged("<p>#‹$<NAME>›{UNSUBSCRIBE_MESSAGE}</p>"),
      .flagged("<p>${‹$<NAME>›}</p>"), .flagged("<p>#{‹$<NAME>›}</p>"),
      .flagged("<style>p::before{content:\"‹\\${›x}\"}</style><p>$<NAME></p>"),
      .flagged("<p ‹\\${›x}=\"\\${x}\">$<NAME></p>"),
      .flagged("<p title=\"‹$<NAME | raw>›\">$<NAME | raw></p>"),
      .flagged("<p>x</p>", title: "‹$<NAME | raw>›"),
      .quiet("<p>{$<NAME>} \\${x} US\\$<b>5</b></p>"),
      .quiet("<p title=\"$<NAME>\">$<NAME></p>"),
      .quiet("<a href=\"https://example.com/$<NAME>/x?n=$<NAME>#$<NAME>\">x</a>"),
      .quiet(
        "<a href=\"$<NAME>\">x</a><a href=\"https://$<NAME>.example.com/\">x</a>",
        people: "address,NAME\nkim@example.com,https://example.com/\n"),
      .quiet("<p style=\"color:$<NAME>\">x</p><a href=\"mailto:$<NAME>\">x</a>"),
      .quiet("<table width=\"$<NAME>\"><tr><td>x</td></tr></table>"),
      .quiet("<table><tr><td>$<NAME></td></tr></table>"),
      .quiet("<title>$<NAME></title><!--[if mso]><b>$<NAME></b><![endif]-->"),
      // The mark that is not closed is the finding.
      .quiet("<div><style>p{color:red}<p>$<NAME></p></div>"),
      .quiet("<p align=center>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let draft = context.draft
      let shadow = draft.unclosedMark?.shadow
      for (number, use) in draft.plan.uses.enumerated() {
        guard let context = use.context, let objection = PositionObjection(context) else {
          continue
        }
        let placeholder = draft.body.placeholders[use.placeholder]
        if shadow?.contains(placeholder.range.lowerBound) == true { continue }
        let fix = context.isUnquoted ? draft.quoting(placeholder) : nil
        report(
          Problem(
            Message(
              "\(quoted: placeholder.name) cannot stand \(objection.place.text(.english))",
              ko: "\(quoted: placeholder.name)은(는) \(objection.place.text(.korean)) 쓸 수 없습니다"),
            at: draft.location(ofUse: number), parameter: placeholder.name,
            help: fix == nil ? objection.help : nil, fix: fix))
      }
      for (number, use) in draft.plan.uses.enumerated() where draft.isMisplacedHTML(use) {
        let name = draft.plan.parameters[draft.plan.slots[use.slot].parameter].name
        let place = Message(placeOf: use.context)
        report(
          Problem(
            Message(
              "\(quoted: name) cannot stand \(place.text(.english)) as HTML",
              ko: "\(quoted: name)은(는) \(place.text(.korean)) HTML로 쓸 수 없습니다"),
            at: draft.location(ofUse: number), parameter: name,
            help: Message(
              "leave 'raw' out, or put it into text", ko: "'raw'를 빼거나 본문 텍스트에 쓰세요")))
      }
      for template in context.templates {
        for (mark, placeholder) in template.openedByText {
          report(
            Problem(
              Message(
                "\(quoted: placeholder.name) cannot stand directly behind \(quoted: mark): its value would make a mark of the service",
                ko:
                  "\(quoted: placeholder.name)은(는) \(quoted: mark) 바로 뒤에 쓸 수 없습니다. 값이 서비스의 치환 변수가 됩니다"
              ),
              at: template.text.location(of: placeholder.range), parameter: placeholder.name,
              help: Message(
                "placeholders do not nest; leave \(quoted: mark) out",
                ko: "치환 변수는 겹쳐 쓸 수 없습니다. \(quoted: mark)을(를) 지우세요")))
        }
      }
      for range in draft.literalsInRawText {
        report(
          Problem(
            Message(
              "\(quoted: draft.body.text.string(range)) has no spelling here, where character references mean nothing",
              ko:
                "\(quoted: draft.body.text.string(range))을(를) 여기서는 쓸 수 없습니다. 문자 참조가 통하지 않는 자리입니다"
            ),
            at: draft.body.text.location(of: range), help: parted))
      }
      for range in draft.plan.literalsInTitle {
        report(
          Problem(
            Message(
              "\(quoted: draft.title.text.string(range)) cannot stand in the title: it would be read as a placeholder again",
              ko:
                "제목에는 \(quoted: draft.title.text.string(range))을(를) 쓸 수 없습니다. 다시 치환 변수로 읽힙니다"),
            at: draft.title.text.location(of: range), help: parted))
      }
    })
}

private let parted = Message("put a blank behind '$'", ko: "'$' 뒤에 빈칸을 두세요")

extension Template {
  /// Placeholders directly behind text that opens a mark of the service, with that text.
  ///
  /// `#` and `$` alone open one as well if `{` follows the placeholders and their values may be empty.
  fileprivate var openedByText: [(mark: String, placeholder: Placeholder)] {
    segments.indices.compactMap { index in
      guard case .text(let range) = segments[index], index + 1 < segments.count,
        case .placeholder(let number) = segments[index + 1]
      else { return nil }
      let text = self.text.string(range)
      var mark = ["${", "#{"].first { text.hasSuffix($0) }
      let rest = segments[(index + 1)...].drop { if case .placeholder = $0 { true } else { false } }
      if case .text(let next)? = rest.first, self.text.bytes[next].first == UInt8(ascii: "{") {
        mark = mark ?? ["$", "#"].first { text.hasSuffix($0) }
      }
      return mark.map { ($0, placeholders[number]) }
    }
  }
}

extension Draft {
  /// Whether a value is to be HTML where only text can stand.
  fileprivate func isMisplacedHTML(_ use: Use) -> Bool {
    let slot = plan.slots[use.slot]
    return slot.filters.isRaw && slot.escaping != .rich && use.context?.isRefused != true
  }

  /// `\$<` and `\${` in the body where browsers decode no character reference.
  fileprivate var literalsInRawText: [Range<Int>] {
    body.segments.compactMap { segment in
      guard case .literal(let range) = segment, let token = markup.token(at: range.lowerBound)
      else { return nil }
      switch token.kind {
      case .comment, .bogusComment: return range
      case .text: return ["", "title", "textarea"].contains(token.name) ? nil : range
      case .startTag, .endTag:
        let isInValue = token.attributes.contains {
          $0.valueRange?.contains(range.lowerBound) == true
        }
        return isInValue ? nil : range
      case .doctype, .cdata, .conditionalStart, .conditionalEnd: return range
      case .dropped: return nil
      }
    }
  }
}

extension PlaceholderContext {
  /// Whether quotes around the value would make it safe.
  fileprivate var isUnquoted: Bool {
    if case .refused(.unquotedValue) = self { return true }
    return false
  }
}

extension Draft {
  /// Puts quotes around the attribute's value that a placeholder stands in.
  fileprivate func quoting(_ placeholder: Placeholder) -> Fix? {
    let offset = placeholder.range.lowerBound
    let attribute = markup.token(at: offset)?.attributes.first { $0.range.contains(offset) }
    guard let range = attribute?.valueRange else { return nil }
    let value = body.text.string(range)
    let quotes = ["\"", "'"]
    guard let quote = quotes.first(where: { !value.contains($0 as String) }) else { return nil }
    return body.text.fix(
      range, Message("put the value in quotes", ko: "값을 따옴표로 감싸기"), .safe,
      quote + value + quote)
  }
}
