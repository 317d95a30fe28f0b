import Diagnostics

extension Rule {
  /// Text that hardly stands out from what is behind it.
  static let lowContrast = Rule(
    "low-contrast", .warning, .accessibility,
    summary: Message(
      "text below a contrast of 4.5:1, or 3:1 from 24 px and from 18.66 px in bold",
      ko: "명도 대비가 4.5:1보다 낮은 글자. 24px 이상이거나 굵은 18.66px 이상이면 3:1"),
    rationale: Message(
      "many people cannot read it (WCAG 1.4.3), and spam filters take it for hidden text",
      ko: "읽지 못하는 사람이 많고(WCAG 1.4.3), 스팸 필터는 숨긴 글자로 봅니다"),
    instead: Message("take a darker or a lighter color", ko: "더 짙거나 옅은 색을 쓰세요"),
    sources: [
      .wcag("1.4.3", "contrast-minimum"), .spamAssassin("HTML_FONT_LOW_CONTRAST"),
      .rspamd("R_WHITE_ON_WHITE"),
    ],
    examples: [
      .flagged("<td bgcolor=\"#ffffff\"><p style=\"color:#999\">‹$<NAME>›</p></td>"),
      .flagged(
        "<div style=\"background:#eee;font-size:24px\"><font color=\"silver\">‹x›</font></div><p>$<NAME></p>"
      ),
      .quiet("<td bgcolor=\"#ffffff\"><p style=\"color:#767676\">$<NAME></p></td>"),
      .quiet("<td bgcolor=\"#ffffff\"><p style=\"color:#949494;font-size:24px\">$<NAME></p></td>"),
      .quiet("<td bgcolor=\"#ffffff\"><b style=\"color:#949494;font-size:19px\">$<NAME></b></td>"),
      .quiet("<p style=\"color:#999\">$<NAME></p>"),
      .quiet(
        "<td bgcolor=\"#ffffff\" background=\"https://example.com/a.png\"><p style=\"color:#eee\">$<NAME></p></td>"
      ),
      .quiet(
        "<div style=\"background:#fff\"><div style=\"color:#fff;display:none\">x</div></div><p>$<NAME></p>"
      ),
      .quiet(
        "<!--[if mso]><td bgcolor=\"#ffffff\"><p style=\"color:#eee\">x</p></td><![endif]--><p>$<NAME></p>"
      ),
      .quiet(
        "<div style=\"background:#fff;color:#999\"><a href=\"https://example.com/\">$<NAME></a></div>"
      ),
      .quiet("<div style=\"background:#fff;color:#fff;font-size:0\">x</div><p>$<NAME></p>"),
      .quiet("<div style=\"background:#fff;color:#eee\">&nbsp;</div><p>$<NAME></p>"),
    ],
    check: .draft { context, report in
      let body = context.body
      let looks = TextLook.all(in: body)
      var groups: [TextPair: (text: BodyText, contrast: Int, count: Int)] = [:]
      for text in body.texts where text.audience.contains(.browsers) {
        guard let parent = text.parent, !body.elements[parent].isHidden, !looks[parent].isTiny,
          let color = looks[parent].color, let background = looks[parent].background
        else { continue }
        let contrast = color.contrast(to: background)
        guard contrast < looks[parent].leastContrast, !BlankText.isBlank(body.string(text)) else {
          continue
        }
        let pair = TextPair(color: color, background: background)
        groups[pair, default: (text, contrast, 0)].count += 1
      }
      for (pair, group) in groups.sorted(by: { $0.value.text.token < $1.value.text.token }) {
        let ratio = "\(group.contrast / 100).\(group.contrast / 10 % 10)"
        report(
          Problem(
            Message(
              "a contrast of \(ratio):1, \(pair.color.written) on \(pair.background.written), is too low",
              ko: "\(pair.background.written) 위 \(pair.color.written)의 명도 대비가 \(ratio):1로 낮습니다"),
            at: body.location(of: body.trimmedRange(of: group.text)), count: group.count))
      }
    })
}

private struct TextPair: Hashable {
  let color: CSSColor
  let background: CSSColor
}

extension TextLook {
  /// Whether the text is too small to be seen, and so not meant to be.
  fileprivate var isTiny: Bool { size.map { $0 <= 1 } ?? false }

  /// The contrast that the text needs, in hundredths; of a size that is not known, the lesser one.
  fileprivate var leastContrast: Int {
    guard let size else { return isBold ? 300 : 450 }
    return size >= 24 || isBold && size >= 18.66 ? 300 : 450
  }
}
