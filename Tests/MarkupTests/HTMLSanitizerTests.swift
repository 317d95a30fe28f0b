import Testing

@testable import Markup

/// Placeholders, images, what stands beside the text, and limits.
struct HTMLSanitizerTests {
  private func sanitized(
    _ text: String, _ mode: HTMLSanitizer.Mode = .email, images: HTMLSanitizer.Images = .fixed
  ) -> Sanitized {
    let source = MarkedSource(text)
    return HTMLSanitizer(mode: mode, images: images).sanitize(source.bytes, atoms: source.atoms)
  }

  private func printed(_ html: SanitizedHTML) -> String {
    String(decoding: html.bytes { Array("[\($0)]".utf8) }, as: UTF8.self)
  }

  // MARK: Placeholders

  @Test(arguments: [
    ("$<A>", "[0]"), ("<b>$<A>x${B}</b>", "<b>[0]x[1]</b>"),
    ("<p title=\"a $<A>\">$<B></p>", "<p title=\"a [0]\">[1]</p>"),
    ("<td>$<A></td>$<B>", "[0][1]"),
    (
      "<table>$<A><tr><td>$<B></table>",
      "[0]<table><tbody><tr><td>[1]</td></tr></tbody></table>"
    ),
    ("<td width=\"$<A>px\">", ""), ("<hr width=\"$<A>px\">", "<hr width=\"[0]px\">"),
    ("<hr width=\"$<A>;x\">", "<hr>"), ("<b id=\"$<A>\" class=\"x $<B>\">y", "<b>y</b>"),
    ("<$<A>>x", "&lt;[0]&gt;x"), ("<b$<A>>x", "x"), ("<b $<A>=1>x", "<b>x</b>"),
    ("<!-- $<A> -->x", "x"), ("<script>$<A></script>$<B>", "[1]"),
    ("<a href=\"#$<A>\">x", "<a href=\"#[0]\">x</a>"),
    ("<a href=\"$<A>javascript:x\">y", "<a>y</a>"),
    ("<a href=\"java$<A>script:x\">y", "<a>y</a>"), ("\u{F0000}&#xF0000;", "\u{FFFD}\u{FFFD}"),
    ("<img src=\"https://a.example/$<A>\" alt=x>", "<img alt=\"x\">"),
    ("<img src=\"$<A>\">", "<img>"),
  ])
  func `placeholders keep their place`(text: String, expected: String) {
    #expect(printed(sanitized(text).html) == expected)
  }

  @Test(arguments: [
    ("$<A>", "[0]"), ("$<A>/x y?b=${B}", "[0]/x%20y?b=[1]"),
    ("https://$<A>/x", "https://[0]/x"),
    (
      "https://a.example/$<A>?x=$<B>#$<C>",
      "https://a.example/[0]?x=[1]#[2]"
    ),
    ("mailto:$<A>", "mailto:[0]"), ("tel:$<A>", "tel:[0]"),
  ])
  func `placeholders in links`(address: String, expected: String) {
    let start = "<a href=\"\(expected)\" target=\"_blank\" "
    #expect(printed(sanitized("<a href=\"\(address)\">x</a>").html).hasPrefix(start))
  }

  @Test func `tells what depends on the recipient`() {
    let removals = sanitized("<b id=\"$<A>\">x</b><img src=\"https://a.example/$<A>\">").removals
    #expect(
      removals == [
        Removal(.attribute, "id", .placeholder, at: 3),
        Removal(.address, "src", .placeholder, at: 23),
      ])
  }

  @Test func `offsets are those of the source`() {
    let removals = sanitized("\u{FEFF}\r\n$<LONG_NAME>\r\n<x>가<b onclick=1>").removals
    #expect(removals.map(\.offset) == [19, 28])
    let bytes: [UInt8] = [0xFF, 0x00] + Array("<x>".utf8)
    #expect(HTMLSanitizer(mode: .strict).sanitize(bytes).removals.map(\.offset) == [2])
  }

  // MARK: Images

  @Test(arguments: [
    ("https://a.example/i.png", [false, true, true]),
    ("http://a.example/i.png", [false, false, false]),
    ("https://a.example/$<A>", [false, false, true]), ("$<A>", [false, false, true]),
    ("cid:a@b", [true, true, true]), ("data:image/png;base64,iVBORw0KGgo=", [true, true, true]),
    ("data:image/png;base64,PHN2Zz4=", [false, false, false]),
    ("data:image/svg+xml;base64,iVBORw0KGgo=", [false, false, false]),
    ("//a.example/i.png", [false, false, false]), ("i.png", [false, false, false]),
    ("https://u@a.example/i.png", [false, false, false]),
  ])
  func `images by policy`(address: String, isShown: [Bool]) {
    for (images, isShown) in zip(HTMLSanitizer.Images.allCases, isShown) {
      let image = printed(sanitized("<img src=\"\(address)\">", images: images).html)
      #expect(image.contains(" src=") == isShown, "\(images)")
      let table = printed(sanitized("<table background=\"\(address)\">", images: images).html)
      #expect(table.contains(" background=") == isShown, "\(images)")
    }
  }

  // MARK: Beside the text

  @Test func `gives title and body`() {
    let result = sanitized(
      """
      <title>$<A> &amp; <b></title><body bgcolor="#fff" text=red onload=x background="http://a.example/"
       class="a">x<body bgcolor=blue dir=rtl>
      """)
    #expect(result.title.map(printed) == "[0] &amp; &lt;b&gt;")
    #expect(
      printed(result.bodyAttributes) == " bgcolor=\"#fff\" text=\"red\" class=\"a\" dir=\"rtl\"")
    #expect(sanitized("x").title == nil)
    #expect(sanitized("<title>x</title>", .strict).title == nil)
  }

  @Test func `gives the body the language of the mail`() {
    let rows = [
      ("<html lang=ko dir=rtl><body text=red>", " text=\"red\" lang=\"ko\" dir=\"rtl\""),
      ("<html lang=ko><html lang=ja><body lang=en>", " lang=\"en\""),
      ("<html lang='\"x' dir=up onclick=x xmlns:v=y style=color:red>", ""),
    ]
    for (text, attributes) in rows {
      #expect(printed(sanitized(text).bodyAttributes) == attributes)
    }
    #expect(printed(sanitized("<html lang=ko>", .strict).bodyAttributes) == "")
  }

  @Test(arguments: [
    (
      "<style media=\"(max-width: 600px)\">p{margin:0}</style>",
      "<style>@media (max-width:600px){p{margin:0}}</style>"
    ),
    (
      "<STYLE MEDIA='screen, print'>p{margin:0}q{}</STYLE>",
      "<style>@media screen,print{p{margin:0}}</style>"
    ),
    ("<style media=\"\">p{margin:0}</style>", "<style>p{margin:0}</style>"),
    ("<style media>p{margin:0}</style>", "<style>p{margin:0}</style>"),
    ("<style media=\"screen\">}*{margin:0}</style>", ""),
    ("<style media=\"screen{}*\">p{margin:0}</style>", ""),
    ("<style media=\"scr&#101;en\">p{margin:0}</style>", ""),
    ("<style media=\"or or\">p{margin:0}</style>", ""),
    ("<style media=\"(a\">p{margin:0}</style>", ""),
    (
      "<style media=\"or or, print\"><!-- p{margin:0} --></style>",
      "<style>@media print{p{margin:0}}</style>"
    ),
  ])
  func `style sheets under a condition`(text: String, expected: String) {
    #expect(printed(sanitized(text).html) == expected)
  }

  @Test func `tells where something in a style sheet stands`() {
    let removals = sanitized("<b>x</b><style media=all>p{top:0}</style>").removals
    #expect(removals == [Removal(.declaration, "top", .unknown, at: 27)])
    let refused = sanitized("x<style media=\"a{\">p{margin:0}</style>").removals
    #expect(refused == [Removal(.element, "style", .value, at: 1)])
  }

  @Test func `counts what turns the direction of text`() {
    #expect(sanitized("\u{202E}<b title=\"\u{2066}\">x").bidiControls == 2)
    #expect(sanitized("\u{202E}<b>x", .strict).html.bytes == Array("<b>x</b>".utf8))
    #expect(sanitized("\u{202E}x", .text).html.bytes == Array("x".utf8))
  }

  @Test func `text mode keeps every character as text`() {
    #expect(
      printed(sanitized("<b>$<A>&amp;'`", .text).html) == "&lt;b&gt;[0]&amp;amp;&#39;&#96;")
  }

  // MARK: Limits

  @Test func `too long a text gives nothing`() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: SanitizerLimits.bytes + 1)
    for mode in HTMLSanitizer.Mode.allCases {
      let result = HTMLSanitizer(mode: mode).sanitize(long)
      #expect(result.html.pieces.isEmpty && result.isOverLimit)
    }
  }

  @Test func `deep elements vanish and their text stays`() {
    let result = sanitized(String(repeating: "<div>x", count: 300))
    let output = printed(result.html)
    #expect(output.split(separator: "<div>").count == SanitizerLimits.depth)
    #expect(output.count { $0 == "x" } == 300)
    #expect(result.isOverLimit)
    #expect(result.removals.count == 100 && result.removals.allSatisfy { $0.reason == .limit })
  }

  @Test func `long values go`() {
    let value = String(repeating: "x", count: SanitizerLimits.value)
    #expect(!sanitized("<b title=\"\(value)\">").isOverLimit)
    let result = sanitized("<b title=\"\(value)y\">z")
    #expect(printed(result.html) == "<b>z</b>")
    #expect(result.isOverLimit)
  }

  @Test func `tells a bounded number of removals`() {
    let result = sanitized(String(repeating: "<x>", count: SanitizerLimits.removals + 5))
    #expect(result.removals.count == SanitizerLimits.removals)
  }

  @Test func `attributes beyond the limit go`() {
    let many = (0...SanitizerLimits.attributes).map { " x\($0)" }.joined()
    let result = sanitized("<b\(many) title=a>x")
    #expect(printed(result.html) == "<b>x</b>")
    #expect(result.isOverLimit)
    #expect(result.removals.count == SanitizerLimits.attributes + 1)
  }

  @Test func `a style that grows too much goes`() {
    let value = String(repeating: "!", count: 2000)
    let result = sanitized("<b style='font-family:\"\(value)\"'>x")
    #expect(printed(result.html) == "<b>x</b>")
    #expect(result.removals.map(\.reason) == [.limit])
  }

  @Test func `columns behind rows go`() {
    let result = sanitized("<table><col><tr><td>x<col><td>y")
    #expect(
      printed(result.html)
        == "<table><colgroup><col></colgroup><tbody><tr><td>x</td><td>y</td></tr></tbody></table>")
    #expect(result.removals.map(\.reason) == [.misplaced])
  }

  // MARK: Balance

  @Test func `libxml2 closes what is open`() {
    let markup = Self.markup([
      .start(.b), .start(.h1), .leaf, .leaf, .end(.b), .leaf, .start(.b),
    ])
    var events: [BracketBalancer.Event] = []
    #expect(BracketBalancer.balance(markup) { events.append($0) })
    #expect(
      events == [
        .start(.b), .start(.h1), .leaf, .leaf, .end(.h1), .end(.b), .leaf, .start(.b), .end(.b),
      ])
  }

  /// libxml2 reads in pieces, and every element has a name of its own there, without rules of its own.
  @Test func `libxml2 knows every pair of elements`() {
    let elements = HTMLElement.allCases.filter { !$0.isVoid }
    for outer in elements {
      let shape = elements.flatMap { inner -> [BracketBalancer.Event] in
        [.start(outer), .start(inner), .leaf, .end(inner), .leaf, .end(outer)]
      }
      var events: [BracketBalancer.Event] = []
      #expect(BracketBalancer.balance(Self.markup(shape)) { events.append($0) })
      #expect(events == shape)
      // The outer end tag takes the inner element with it.
      let short = elements.filter { $0 != outer }.flatMap { inner -> [BracketBalancer.Event] in
        [.start(outer), .start(inner), .leaf, .end(outer)]
      }
      let whole = elements.filter { $0 != outer }.flatMap { inner -> [BracketBalancer.Event] in
        [.start(outer), .start(inner), .leaf, .end(inner), .end(outer)]
      }
      events = []
      #expect(BracketBalancer.balance(Self.markup(short)) { events.append($0) })
      #expect(events == whole)
    }
  }

  private static func markup(_ shape: [BracketBalancer.Event]) -> CanonicalMarkup {
    var markup = CanonicalMarkup()
    for event in shape {
      switch event {
      case .start(let element): markup.tag(element, [])
      case .end(let element): markup.end(element)
      case .leaf: markup.text(length: 0)
      }
    }
    return markup
  }

  @Test func `prints nothing of events that are not the markup's`() {
    var tags = OpenTags()
    _ = tags.start(.b, at: 0)
    tags.text { $0 += "x".utf8 }
    func text(_ events: [BracketBalancer.Event]) -> [UInt8]? {
      var serializer = StrictSerializer(tags.markup, mode: .email, behind: MarkupWriter())
      for event in events { serializer.take(event) }
      return serializer.finish()?.bytes
    }
    #expect(text([.start(.b), .leaf, .end(.b)]) == Array("<b>x</b>".utf8))
    #expect(text([.start(.i), .leaf, .end(.i)]) == nil)
    #expect(text([.start(.b), .leaf]) == nil)
    #expect(text([.start(.b), .end(.b)]) == nil)
    #expect(text([.start(.b), .leaf, .leaf, .end(.b)]) == nil)
    #expect(text([.start(.b), .end(.i), .leaf]) == nil)
  }

  /// The printer trusts nobody: text in a table's structure is none that the sanitizer left there.
  @Test func `prints nothing of text in a table's structure`() {
    var markup = CanonicalMarkup()
    markup.tag(.table, [])
    markup.write { $0 += "x".utf8 }
    markup.text(length: 1)
    var serializer = StrictSerializer(markup, mode: .email, behind: MarkupWriter())
    for event in [BracketBalancer.Event.start(.table), .leaf, .end(.table)] {
      serializer.take(event)
    }
    #expect(serializer.finish() == nil)
  }
}
