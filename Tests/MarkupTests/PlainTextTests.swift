import Markup
import Testing

/// The beginning of a mail as lists of mails show it.
@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", ""), ("<p>a</p><p>b</p>", "a b"), ("안녕<b>하세요</b>, 김<i>민수</i>님", "안녕하세요, 김민수님"),
    ("<title>t</title><style>s</style>x", "x"), ("a<br>b", "a b"),
    ("a &amp; b&nbsp;&lt;c&gt;", "a & b <c>"),
    ("<!-- no --><!--[if mso]>no<![endif]-->yes", "yes"), ("a&#8203;&#847;  b", "a b"),
    ("<td>a</td><td>b</td>", "a b"), ("1 &#0; &bogus; &#x1F600;", "1 � &bogus; 😀"),
  ])
  func `text without its markup`(html: String, text: String) {
    #expect(PlainText.beginning(of: Array(html.utf8), characters: 140) == text)
  }

  @Test func `no more characters than asked for`() {
    let html = Array(String(repeating: "가<b>나</b>", count: 500).utf8)
    #expect(PlainText.beginning(of: html, characters: 7) == "가나가나가나가")
  }

  @Test(arguments: [1, 3, 7, 8, 140])
  func `characters of several scalars are never cut`(characters: Int) {
    let text = "  가\u{301}나  e\u{301}\u{323}👩‍👩‍👧 \u{1112}\u{1161}\u{11AB} x\u{200B}y\u{FE0F}  끝 "
    let whole = "가\u{301}나 e\u{301}\u{323}👩‍👩‍👧 \u{1112}\u{1161}\u{11AB} x y\u{FE0F} 끝"
    #expect(
      Array(PlainText.folded(text, characters: characters).utf8)
        == Array(String(whole.prefix(characters)).utf8))
  }
}
