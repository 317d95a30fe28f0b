import Diagnostics
import Linting
import Markup

extension Command {
  /// `tmpl sanitize`: HTML of unknown origin, made safe to show.
  static let sanitize = Command(
    name: "sanitize", operands: "[FILE|-]", operandLimit: 1,
    summary: Message("make HTML safe to show", ko: "HTML을 안전하게 보여 줄 수 있도록 정리합니다"),
    details: Message(
      "Prints what is left: nothing in it runs, loads, or closes what it is put into. Whatever changes it afterwards can undo that.|What stands on 'html' and 'body' tags and in the title is not part of it, and images from elsewhere lose their address.|Placeholders are not looked for: '${NAME}' is text and '$<NAME>' a tag, as browsers read them.| email: everything that mails are made of, with styles| strict: running text with links| text: no markup at all",
      ko:
        "남은 HTML을 출력합니다. 실행되거나 불러오거나 바깥 요소를 닫는 것은 남지 않습니다. 그 뒤에 고치면 이 보장은 사라집니다.|'html'과 'body' 태그의 속성과 제목은 나오지 않고, 외부 이미지는 주소가 지워집니다.|치환 변수는 찾지 않습니다. 브라우저처럼 '${NAME}'은 글자로, '$<NAME>'은 태그로 읽습니다.| email: 메일에 쓰이는 모든 것과 스타일| strict: 링크가 있는 글| text: 마크업 없음"
    ),
    options: [.mode, .report, .prefixIDs],
    examples: [
      "tmpl sanitize page.html > safe.html", "tmpl sanitize page.html --report",
      "tmpl sanitize mail.html --prefix-ids > part.html",
      "echo '<p onclick=x>Hi' | tmpl sanitize --mode strict",
    ],
    run: sanitizeFile)
}

private func sanitizeFile(
  _ invocation: Invocation, _ console: inout Console
) throws(Failure) -> ExitStatus {
  let project = try Project(invocation.environment)
  console.language = invocation.language(project)
  let operand = invocation.operands.first ?? "-"
  let bytes =
    operand == "-"
    ? try Files.readAll(0, shownAs: "-")
    : try Files.read(Paths.join(project.current, operand), shownAs: operand)
  let mode = invocation.value(.mode).flatMap(HTMLSanitizer.Mode.init) ?? .email
  let sanitizer = HTMLSanitizer(mode: mode, prefixesNames: invocation.has(.prefixIDs))
  let sanitized = sanitizer.sanitize(bytes)
  if invocation.has(.report) {
    let file = SourceFile(path: operand, bytes: bytes)
    for removal in sanitized.removals {
      console.write(line(removal, in: file, console.language))
    }
  } else {
    console.write(sanitized.html.bytes)
    if sanitized.html.bytes.last != UInt8(ascii: "\n") { console.write("\n") }
  }
  guard sanitized.isOverLimit else { return .success }
  console.fail(
    Message(
      "\(quoted: operand) is more than is taken, so that something was left out; --report says what",
      ko: "\(quoted: operand)이(가) 한도를 넘어 일부를 뺐습니다. --report로 무엇인지 볼 수 있습니다"))
  return .findings
}

/// `file:line:column: what, and why`.
private func line(_ removal: Removal, in file: SourceFile, _ language: Language) -> String {
  let position = file.position(at: removal.offset)
  let place = "\(file.path):\(position.line):\(position.column)"
  return "\(place): \(removal.message.text(language))\n"
}
