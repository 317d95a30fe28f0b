import Diagnostics
import Markup

extension Rule {
  /// Tables for layout that are read out as tables.
  static let layoutTableRole = Rule(
    "layout-table-role", .warning, .accessibility,
    summary: Message(
      "a table for layout without 'role=\"presentation\"'", ko: "role=\"presentation\"이 없는 배치용 표"),
    rationale: Message(
      "screen readers count its rows and columns aloud", ko: "화면 낭독기가 표의 행과 열을 하나하나 읽습니다"),
    instead: Message(
      "write 'role=\"presentation\"' on each such table", ko: "그런 표마다 role=\"presentation\"을 쓰세요"),
    sources: [.wcag("1.3.1", "info-and-relationships"), .markupReport],
    examples: [
      .flagged("‹<table width=\"600\">›<tr><td>$<NAME></td></tr></table>"),
      .flagged(
        "‹<table>›<tr><td><table role=\"none\"><tr><td>$<NAME></td></tr></table></td></tr></table>"),
      .flagged(
        "<table role=\"presentation\"><tr><td>‹<table align=\"center\">›<tr><td>$<NAME></td></tr></table></td></tr></table>"
      ),
      .quiet("<table width=\"600\"><tr><th>x</th></tr><tr><td>$<NAME></td></tr></table>"),
      .quiet("<table width=\"600\"><caption>x</caption><tr><td>$<NAME></td></tr></table>"),
      .quiet("<table width=\"600\" role=\"none\"><tr><td>$<NAME></td></tr></table>"),
      .quiet(
        "<table width=\"600\"><tr><td>x</td><td>1</td></tr><tr><td>$<NAME></td><td>2</td></tr></table>"
      ),
      .quiet("<table><tr><td>$<NAME></td></tr></table>"),
      .quiet(
        "<!--[if mso]><table width=\"600\"><tr><td><![endif]-->$<NAME><!--[if mso]></td></tr></table><![endif]-->"
      ),
      .quiet("<table width=\"600\" summary=\"x\"><tr><td>$<NAME></td></tr></table>"),
      .quiet(
        "<table width=\"600\"><tr><td scope=\"row\">x</td></tr><tr><td>$<NAME></td></tr></table>"),
    ],
    check: .draft { context, report in
      let body = context.body
      var end = 0
      var found: (element: BodyElement, count: Int)?
      // Of tables in a table only the first is told, with how many there are.
      func finish() {
        guard let (element, count) = found else { return }
        found = nil
        report(problem(element, count, body))
      }
      for (number, element) in body.elements.enumerated() where element.name == "table" {
        guard element.audience.contains(.browsers) else { continue }
        if number >= end {
          finish()
          end = element.end
        }
        if isBareLayout(number, body) {
          found = (found?.element ?? element, (found?.count ?? 0) + 1)
        }
      }
      finish()
    })

  private static func problem(_ element: BodyElement, _ count: Int, _ body: BodyFacts) -> Problem {
    let tag = body.tag(element)
    let place = tag.nameRange?.upperBound ?? tag.range.lowerBound
    return Problem(
      Message(
        "a layout table without 'role=\"presentation\"'", ko: "배치용 표에 role=\"presentation\"이 없습니다"),
      at: body.location(of: tag.range), count: count,
      fix: tag.attribute("role") != nil
        ? nil
        : body.text.fix(
          place..<place,
          Message("add 'role=\"presentation\"'", ko: "role=\"presentation\"을 더합니다"), .safe,
          " role=\"presentation\""))
  }

  private static func isBareLayout(_ number: Int, _ body: BodyFacts) -> Bool {
    let element = body.elements[number]
    if ["presentation", "none"].contains(body.word("role", of: element)) { return false }
    let tag = body.tag(element)
    guard tag.attribute("summary") == nil else { return false }
    let content = TableContent(number, body)
    guard !content.isData else { return false }
    return content.hasTable
      || ["width", "cellpadding", "align", "bgcolor"].contains { tag.attribute($0) != nil }
  }
}

/// What stands in a table, that of tables in it left out.
private struct TableContent {
  private(set) var hasTable = false
  /// Whether it reads as rows and columns.
  private(set) var isData = false

  init(_ number: Int, _ body: BodyFacts) {
    var rows: [Int] = []
    var place = number + 1
    while place < body.elements[number].end {
      let element = body.elements[place]
      place += 1
      guard element.audience.contains(.browsers) else { continue }
      switch element.name {
      case "table":
        hasTable = true
        place = max(place, element.end)
      case "th", "caption":
        isData = true
        return
      case "tr": rows.append(0)
      case "td":
        if body.tag(element).attribute("scope") != nil {
          isData = true
          return
        }
        if !rows.isEmpty { rows[rows.count - 1] += 1 }
      default: break
      }
    }
    // Some rows of as many cells, and nothing laid out in them.
    let first = rows.first ?? 0
    isData = !hasTable && rows.count > 1 && first > 1 && rows.allSatisfy { $0 == first }
  }
}
