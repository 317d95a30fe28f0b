import Diagnostics

extension Filter {
  /// The value as HTML, which composing sanitizes: no text is changed here.
  static let raw = Filter(
    "raw",
    summary: Message(
      "the value as HTML instead of text, last of all; running text with links is kept, all else left out",
      ko: "값을 텍스트가 아닌 HTML로 넣습니다. 마지막에만 쓰며, 링크가 있는 글만 남기고 나머지는 뺍니다"),
    accepts: Message(
      "any text; a b br em i li ol p s span strong sub sup u ul are kept, and of attributes 'href'",
      ko: "모든 텍스트. a b br em i li ol p s span strong sub sup u ul 태그와 'href' 속성만 남습니다"),
    examples: [
      .gives("raw", "<b>Kim</b> & Lee", "<b>Kim</b> & Lee"),
      .gives("raw", "a<br>b", "a<br>b"), .gives("raw", "3 < 5", "3 < 5"),
    ],
    work: .plain { value in Array(value) })
}
