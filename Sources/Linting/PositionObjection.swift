import Diagnostics
import Markup

/// Where a placeholder may not stand, in words, and what to do.
struct PositionObjection {
  let place: Message
  let help: Message

  /// The objection to a context; nil where values have a safe form.
  init?(_ context: PlaceholderContext) {
    guard context.isRefused, let help = context.help else { return nil }
    place = Message(placeOf: context)
    self.help = help
  }
}

extension PlaceholderContext {
  /// What to do about a placeholder there; nil where values have a safe form.
  fileprivate var help: Message? {
    switch self {
    case .text, .characterData, .comment, .attribute: nil
    case .url(_, _, let part): part.help
    case .css(_, let position): position.help
    case .refused(let refusal): refusal.help
    }
  }
}

extension URLPart {
  fileprivate var help: Message? {
    switch self {
    case .start, .host, .path, .opaque, .query, .fragment: nil
    case .scheme:
      Message(
        "write scheme and host out, or let one placeholder be the whole address: https://www.example.com/$<PATH>",
        ko: "스킴과 호스트를 직접 쓰거나 주소 전체를 치환 변수 하나로 쓰세요: https://www.example.com/$<PATH>")
    case .foreign:
      Message(
        "lead to a page or a mail address: https://www.example.com/$<PATH>",
        ko: "웹 페이지나 메일 주소로 연결하세요: https://www.example.com/$<PATH>")
    }
  }
}

extension CSSPosition {
  fileprivate var help: Message? {
    switch self {
    case .value: nil
    case .property:
      Message(
        "write the property out, and let the value vary: color:$<COLOR>",
        ko: "속성 이름은 직접 쓰고 치환 변수는 값에 쓰세요: color:$<COLOR>")
    case .selector:
      Message(
        "write the selector out, and let a value vary: color:$<COLOR>",
        ko: "선택자는 직접 쓰고 치환 변수는 값에 쓰세요: color:$<COLOR>")
    case .string:
      Message(
        "write the string out, or leave the quotes off one word: font-family:$<FONT>",
        ko: "문자열을 직접 쓰거나, 한 단어라면 따옴표를 빼세요: font-family:$<FONT>")
    case .comment: Message("delete it", ko: "지우세요")
    case .elsewhere:
      Message("let it be a whole value: color:$<COLOR>", ko: "값 전체로 쓰세요: color:$<COLOR>")
    case .url:
      Message(
        "use the attribute: background=\"https://www.example.com/$<IMAGE>\"",
        ko: "속성을 쓰세요: background=\"https://www.example.com/$<IMAGE>\"")
    }
  }
}

extension Refusal {
  fileprivate var help: Message {
    switch self {
    case .afterMarkupOpen: Message("write '&lt;' for the sign", ko: "기호는 '&lt;'로 쓰세요")
    case .characterReference: Message("write '&amp;' for the sign", ko: "기호는 '&amp;'로 쓰세요")
    case .tagName:
      Message(
        "write the tag's name out, and put the placeholder into its text",
        ko: "태그 이름을 직접 쓰고 치환 변수는 그 안의 텍스트에 쓰세요")
    case .attributeName, .betweenAttributes:
      Message(
        "let it be the value of an attribute: title=\"$<NAME>\"",
        ko: "속성의 값으로 쓰세요: title=\"$<NAME>\"")
    case .unquotedValue: Message("put the value in quotes", ko: "값을 따옴표로 감싸세요")
    case .unfinishedTag:
      Message("close the tag's quotes, and the tag with '>'", ko: "태그의 따옴표를 닫고 '>'로 태그를 닫으세요")
    case .doctype: Message("write '<!doctype html>'", ko: "'<!doctype html>'로 쓰세요")
    case .rawText(let element), .insideElement(let element):
      Message("move it out of '<\(element)>'", ko: "'<\(element)>' 밖으로 옮기세요")
    case .directlyIn: Message("put it into a cell", ko: "셀 안에 넣으세요")
    case .forbiddenAttribute(let name): Self.help(forbidden: name)
    case .refresh:
      Message(
        "take the refresh out, and link to the page: href=\"https://www.example.com/$<PATH>\"",
        ko: "새로 고침을 지우고 링크로 쓰세요: href=\"https://www.example.com/$<PATH>\"")
    case .baseAddress:
      Message("write whole addresses into the links instead", ko: "대신 링크마다 전체 주소를 쓰세요")
    case .commentEnd: Message("put a blank behind it", ko: "뒤에 빈칸을 두세요")
    case .conditionalMark:
      Message("write the condition out: <!--[if mso]>", ko: "조건을 직접 쓰세요: <!--[if mso]>")
    }
  }

  private static func help(forbidden attribute: String) -> Message {
    switch attribute {
    case "srcdoc": Message("write its content into the mail", ko: "그 내용을 메일에 직접 쓰세요")
    case "srcset", "imagesrcset":
      Message(
        "use 'src' with one image: src=\"https://www.example.com/$<IMAGE>\"",
        ko: "'src'에 이미지 하나를 쓰세요: src=\"https://www.example.com/$<IMAGE>\"")
    default:
      Message(
        "take '\(attribute)' out: mail programs do not run it",
        ko: "메일 프로그램이 실행하지 않는 '\(attribute)'을(를) 지우세요")
    }
  }
}
