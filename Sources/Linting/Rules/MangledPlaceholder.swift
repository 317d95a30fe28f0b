import Diagnostics
import Templating

extension Rule {
  /// A placeholder that an editor or encoder has damaged.
  static let mangledPlaceholder = Rule(
    "mangled-placeholder", .error, .placeholder,
    summary: Message(
      "a placeholder altered by an editor, encoder or formatter", ko: "편집기나 인코더가 망가뜨린 치환 변수"),
    rationale: Message(
      "HTML tools read '$<NAME>' as a tag and rewrite it; the mail then shows the remains",
      ko: "HTML 도구는 '$<NAME>'을 태그로 읽고 바꿔 쓰므로 메일에 그 흔적이 보입니다"),
    instead: Message(
      "restore it, and write ${NAME} in files that pass through other tools",
      ko: "원래대로 고치고, 다른 도구를 거치는 파일에는 ${NAME}을 쓰세요"),
    examples: [
      .flagged("<p>$<NAME></p>", title: "Hi ‹$&lt;NAME&gt;›"),
      .flagged("<p>Dear ‹$&lt;NAME&gt;› $<NAME></p>"),
      .flagged("<a href=\"https://example.com/?n=‹%24%7BNAME%7D›\">$<NAME></a>"),
      .flagged("<p>‹＄＜NAME＞› ‹＄{NAME}› $<NAME></p>"), .flagged("<p>‹#{NAME}› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "‹$&lt;NAME&gt;›"),
      .quiet("<p>$&lt; 5 and $&lt;a b&gt; $<NAME></p>"),
      .quiet("<p>100%24 $<NAME></p>"), .quiet("<p>#{UNSUBSCRIBE_MESSAGE} $<NAME> #1 {a}</p>"),
    ],
    check: .draft { context, report in
      for template in context.templates {
        for found in MangledSpelling.findAll(in: template) {
          let text = template.text.string(found.range)
          let location = template.text.location(of: found.range)
          report(
            Problem(
              Message(
                "\(quoted: text) is a damaged placeholder and would be sent as text",
                ko: "\(quoted: text)은(는) 손상된 치환 변수라서 글자 그대로 발송됩니다"),
              at: location, parameter: found.name,
              fix: template.text.fix(
                found.range,
                Message("restore '\(found.restored)'", ko: "'\(found.restored)'로 되돌리기"), .safe,
                found.restored)))
        }
      }
    })
}

/// One way in which tools rewrite the marks of a placeholder.
private struct MangledSpelling {
  let opening: [UInt8]
  let closings: [[UInt8]]
  let isAngle: Bool

  private init(_ opening: String, _ closings: [String], isAngle: Bool) {
    self.opening = Array(opening.utf8)
    self.closings = closings.map { Array($0.utf8) }
    self.isAngle = isAngle
  }

  private static let all = [
    MangledSpelling("$&lt;", ["&gt;", ">"], isAngle: true),
    MangledSpelling("$&#60;", ["&#62;", "&gt;", ">"], isAngle: true),
    MangledSpelling("$%3C", ["%3E", ">"], isAngle: true),
    MangledSpelling("%24&lt;", ["&gt;", ">"], isAngle: true),
    MangledSpelling("%24%3C", ["%3E"], isAngle: true),
    MangledSpelling("$\\u003c", ["\\u003e"], isAngle: true),
    MangledSpelling("＄＜", ["＞"], isAngle: true),
    MangledSpelling("$＜", ["＞"], isAngle: true),
    MangledSpelling("$%7B", ["%7D", "}"], isAngle: false),
    MangledSpelling("%24%7B", ["%7D"], isAngle: false),
    MangledSpelling("%24{", ["}"], isAngle: false),
    MangledSpelling("$&#123;", ["&#125;", "}"], isAngle: false),
    MangledSpelling("$&lbrace;", ["&rbrace;", "}"], isAngle: false),
    MangledSpelling("＄｛", ["｝"], isAngle: false),
    MangledSpelling("$｛", ["｝"], isAngle: false),
    MangledSpelling("＄{", ["}"], isAngle: false),
    MangledSpelling("＄<", [">"], isAngle: true),
    MangledSpelling("#{", ["}"], isAngle: false),
  ]

  struct Found {
    var range: Range<Int>
    var name: String
    var restored: String
  }

  static func findAll(in template: Template) -> [Found] {
    var found: [Found] = []
    for segment in template.segments {
      guard case .text(let range) = segment else { continue }
      var index = range.lowerBound
      while index < range.upperBound {
        if let hit = match(template.text.bytes, at: index, before: range.upperBound) {
          found.append(hit)
          index = hit.range.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private static func match(_ bytes: [UInt8], at index: Int, before end: Int) -> Found? {
    guard
      bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "%")
        || bytes[index] == UInt8(ascii: "#") || bytes[index] == 0xEF
    else { return nil }
    for spelling in all where bytes[index..<end].starts(with: spelling.opening) {
      let start = index + spelling.opening.count
      var stop = start
      while stop < end, stop - start < 64 {
        if let closing = spelling.closings.first(where: { bytes[stop..<end].starts(with: $0) }) {
          let name = String(decoding: bytes[start..<stop], as: UTF8.self)
          // The service's own mark.
          guard NameGrammar.isName(name), name != "UNSUBSCRIBE_MESSAGE" else { break }
          return Found(
            range: index..<stop + closing.count, name: name,
            restored: spelling.isAngle ? "$<\(name)>" : "${\(name)}")
        }
        stop += 1
      }
    }
    return nil
  }
}
