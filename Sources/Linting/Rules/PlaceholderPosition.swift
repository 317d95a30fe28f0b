import Composing
import Diagnostics
import Markup
import Templating

extension Rule {
  /// A placeholder where a value could change the markup, or whose place is not understood yet.
  static let placeholderPosition = Rule(
    "placeholder-position", .error, .placeholder,
    summary: Message(
      "a placeholder where its value could change the markup around it",
      ko: "값이 주변의 태그를 바꿀 수 있는 자리의 치환 변수"),
    rationale: Message(
      "a placeholder stands for every string, the empty one included; only where all of them read alike can a value be made safe",
      ko: "치환 변수는 빈 글자를 포함한 모든 값을 대신하므로, 어떤 값이든 똑같이 읽히는 자리에서만 안전합니다"),
    instead: Message(
      "text, quoted attributes, and path, query or fragment of a quoted link whose host is written out",
      ko: "본문 텍스트, 따옴표로 감싼 속성, 호스트를 직접 쓴 링크의 경로·쿼리·프래그먼트에 쓰세요"),
    examples: [
      .flagged("<p ‹$<NAME>›>x</p>"), .flagged("<p title=‹$<NAME>›>x</p>"),
      .flagged("<script type=\"application/ld+json\">‹$<NAME>›</script>"),
      .flagged("<a href=\"‹$<NAME>›\">x</a>"),
      .flagged("<a href=\"https://‹$<NAME>›/\">x</a>"),
      .flagged("<a href=\"mailto:‹$<NAME>›\">x</a>"),
      .flagged("<p style=\"color:‹$<NAME>›\">x</p>"),
      .flagged("<table width=\"‹$<NAME>›\"><tr><td>x</td></tr></table>"),
      .flagged("<table><tr>‹$<NAME>›<td>x</td></tr></table>"),
      .flagged("<p>&‹$<NAME>›;</p>"),
      .flagged("<p>${‹$<NAME>›}</p>"), .flagged("<p>#{‹$<NAME>›}</p>"),
      .flagged("<style>p::before{content:\"‹\\${›x}\"}</style><p>$<NAME></p>"),
      .quiet("<p>{$<NAME>} \\${x} US\\$<b>5</b></p>"),
      .quiet("<p title=\"$<NAME>\">$<NAME></p>"),
      .quiet("<a href=\"https://example.com/$<NAME>/x?n=$<NAME>#$<NAME>\">x</a>"),
      .quiet("<table><tr><td>$<NAME></td></tr></table>"),
      .quiet("<title>$<NAME></title><!--[if mso]><b>$<NAME></b><![endif]-->"),
    ],
    check: .draft { context, report in
      for (number, use) in context.draft.plan.uses.enumerated() {
        guard let reason = use.context?.objection else { continue }
        let placeholder = context.draft.body.placeholders[use.placeholder]
        report(
          Problem(
            Message(
              "\(quoted: placeholder.name) cannot stand \(reason.place.english)",
              ko: "\(quoted: placeholder.name)은(는) \(reason.place.korean) 쓸 수 없습니다"),
            at: context.draft.location(ofUse: number), parameter: placeholder.name,
            help: reason.help))
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
              at: template.text.location(of: placeholder.range), parameter: placeholder.name))
        }
      }
      for range in context.draft.literalsInRawText {
        report(
          Problem(
            Message(
              "\(quoted: context.draft.body.text.string(range)) has no spelling here, where character references mean nothing",
              ko:
                "\(quoted: context.draft.body.text.string(range))를 여기서는 쓸 수 없습니다. 문자 참조가 통하지 않는 자리입니다"
            ),
            at: context.draft.body.text.location(of: range)))
      }
      for range in context.draft.plan.literalsInTitle {
        report(
          Problem(
            Message(
              "\(quoted: context.draft.title.text.string(range)) cannot stand in the title: it would be read as a placeholder again",
              ko:
                "제목에는 \(quoted: context.draft.title.text.string(range))를 쓸 수 없습니다. 다시 치환 변수로 읽힙니다"),
            at: context.draft.title.text.location(of: range)))
      }
    })
}

extension Template {
  /// Placeholders directly behind text that opens a mark of the service, with that text.
  fileprivate var openedByText: [(mark: String, placeholder: Placeholder)] {
    zip(segments, segments.dropFirst()).compactMap { segment, next in
      guard case .text(let range) = segment, case .placeholder(let number) = next,
        let mark = ["${", "#{"].first(where: { text.string(range).hasSuffix($0) })
      else { return nil }
      return (mark, placeholders[number])
    }
  }
}

extension Draft {
  /// `\$<` and `\${` in the body where browsers decode no character reference.
  fileprivate var literalsInRawText: [Range<Int>] {
    body.segments.compactMap { segment in
      guard case .literal(let range) = segment, let token = markup.token(at: range.lowerBound)
      else { return nil }
      switch token.kind {
      case .comment, .bogusComment: return range
      case .text: return ["", "title", "textarea"].contains(token.name) ? nil : range
      case .startTag, .endTag, .doctype, .cdata, .conditionalStart, .conditionalEnd, .dropped:
        return nil
      }
    }
  }
}

/// Where a placeholder may not stand, and what to do.
private struct Objection {
  let place: (english: String, korean: String)
  let help: Message?

  init(_ english: String, _ korean: String, _ help: Message? = nil) {
    place = (english, korean)
    self.help = help
  }
}

extension PlaceholderContext {
  /// Why a value has no safe form here; nil where it has one.
  fileprivate var objection: Objection? {
    switch self {
    case .text, .characterData, .comment: nil
    case .attribute(_, let name) where Self.typed.contains(name):
      Objection(
        "in '\(name)': values of this attribute are not checked yet",
        "'\(name)' 속성에는(값을 아직 검사하지 않으므로)")
    case .attribute: nil
    case .url(_, _, .path), .url(_, _, .query), .url(_, _, .fragment): nil
    case .url(_, _, .start), .url(_, _, .scheme), .url(_, _, .host):
      Objection(
        "where it decides which site an address leads to", "링크의 도메인을 정하는 자리에",
        Message(
          "write scheme and host out: https://www.example.com/$<PATH>",
          ko: "주소의 앞부분을 직접 쓰세요: https://www.example.com/$<PATH>"))
    case .url(_, _, .opaque):
      Objection(
        "in an address or number behind 'mailto:' or 'tel:': such values are not checked yet",
        "'mailto:'나 'tel:' 뒤의 주소와 번호에는(값을 아직 검사하지 않으므로)")
    case .css: Objection("in CSS", "CSS 안에")
    case .refused(let refusal): refusal.objection
    }
  }

  /// Attributes whose values have a grammar of their own.
  private static let typed: Set<String> = [
    "width", "height", "size", "border", "cellpadding", "cellspacing", "bgcolor", "color", "align",
    "valign", "dir",
  ]
}

extension Refusal {
  fileprivate var objection: Objection {
    switch self {
    case .afterMarkupOpen:
      Objection(
        "directly behind '<'", "'<' 바로 뒤에",
        Message("write '&lt;' for the sign", ko: "기호는 '&lt;'로 쓰세요"))
    case .characterReference:
      Objection(
        "behind '&', inside a character reference", "'&' 뒤의 문자 참조 안에",
        Message("write '&amp;' for the sign", ko: "기호는 '&amp;'로 쓰세요"))
    case .tagName: Objection("in the name of a tag", "태그 이름에")
    case .attributeName: Objection("in the name of an attribute", "속성 이름에")
    case .betweenAttributes: Objection("between attributes", "속성 사이에")
    case .unquotedValue(let attribute):
      Objection(
        "in '\(attribute)' without quotes", "따옴표 없는 '\(attribute)' 값에",
        Message("put the value in quotes", ko: "값을 따옴표로 감싸세요"))
    case .unfinishedTag: Objection("in a tag that never ends", "끝나지 않는 태그 안에")
    case .doctype: Objection("in the doctype", "doctype 안에")
    case .rawText(let element): Objection("in '<\(element)>'", "'<\(element)>' 안에")
    case .insideElement(let element): Objection("inside '<\(element)>'", "'<\(element)>' 안에")
    case .directlyIn(let element):
      Objection(
        "directly in '<\(element)>': browsers move text out of it",
        "'<\(element)>' 바로 안에(브라우저가 텍스트를 밖으로 옮기므로)",
        Message("put it into a cell", ko: "셀 안에 넣으세요"))
    case .forbiddenAttribute(let name): Objection("in '\(name)'", "'\(name)'에")
    case .refresh: Objection("in a refresh", "새로 고침에")
    case .baseAddress: Objection("in '<base href>'", "'<base href>'에")
    case .commentEnd: Objection("directly before the end of a comment", "주석이 끝나는 표시 바로 앞에")
    case .conditionalMark: Objection("in the mark of a conditional comment", "조건부 주석의 표시에")
    }
  }
}
