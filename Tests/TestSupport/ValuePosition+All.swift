extension ValuePosition {
  /// Every kind of place that may hold a placeholder.
  public static let all = text + outlook + attributes + grammars + addresses + parts

  private static let text = [
    ValuePosition("<p>$<X></p>"), ValuePosition("<p>a<b>b</b>$<X><i>c</i></p>"),
    ValuePosition("a < b $<X> c"), ValuePosition("<p>${X}amp; >$<X>></p>"),
    ValuePosition("<table><tr><td>$<X></td><td>x</td></tr></table>"),
    ValuePosition("<title>$<X></title><p>x</p>"), ValuePosition("<textarea>a $<X></textarea>"),
    ValuePosition("<!-- a $<X> b --><p>x</p>"), ValuePosition("<!--$<X>--><p>x</p>"),
    ValuePosition("<p>$<X>$<Y></p>"), ValuePosition("<p>$<Y>$<X></p>"),
    ValuePosition("<p>$<X>$<X>{x}</p>"),
    ValuePosition("<p>$$<X></p>"), ValuePosition("<p>$$$<X>#$<X></p>"),
    ValuePosition("<p>$<X ?? none></p>"), ValuePosition("<p>$<Z ?? \"<b> & '\">$<X></p>"),
    ValuePosition("<p>$<X | truncate(3)></p>", .filtered, "abc"),
    ValuePosition("<p title=\"$<X | upper>\">$<X|lower>$<X | mask></p>", .filtered),
    ValuePosition("<p>$<X | number>$<X | josa('은/는')></p>", .filtered, "1234"),
    ValuePosition("<p title='$<X>'>$<X></p><a href=\"https://a.example/$<X>\">$<X></a>", .encoded),
  ]

  private static let outlook = [
    ValuePosition("<!--[if mso]><b>$<X></b><![endif]--><p>x</p>"),
    ValuePosition("<!--[if mso]><b title=\"$<X>\">x</b><![endif]--><p>$<X></p>"),
    ValuePosition("<!--[if !mso]><!--><b title='$<X>'>$<X></b><!--<![endif]--><p>x</p>"),
    ValuePosition("<![if !mso]><b>$<X></b><![endif]><p>x</p>"),
    ValuePosition("<!--[if gte mso 9]><table><tr><td>$<X></td></tr></table><![endif]-->"),
  ]

  private static let attributes = [
    ValuePosition("<img src=\"https://a.example/x.png\" alt=\"$<X>\">"),
    ValuePosition("<p title='$<X>' lang=\"ko\">x</p>"),
    ValuePosition("<p title=\"$<X>$<Y>\" id=y>x</p>"),
    ValuePosition("<p title='a $$<X>b'>x</p>"),
    ValuePosition("<p data-x=\"?a=1&amp;b=$<X>\">x</p>"),
    ValuePosition("<a title=\"&quot;$<X>&quot;\" href='https://a.example/'>x</a>"),
  ]

  private static let grammars = [
    ValuePosition("<table width=\"$<X>\"><tr><td>x</td></tr></table>", .words, "37", "50%", "12px"),
    ValuePosition(
      "<table bgcolor='$<X>'><tr><td>x</td></tr></table>", .words, "rebeccapurple", "#abc"),
    ValuePosition("<p align=\"$<X>\">x</p>", .words, "justify", "left", "CENTER"),
    ValuePosition("<p dir=\"$<X>\">x</p>", .words, "rtl", "auto"),
    ValuePosition(
      "<p style=\"color:$<X>;margin:0\">x</p>", .words, "rebeccapurple", "#abc", "12px"),
    ValuePosition("<p style='width:$<X>px'>x</p>", .words, "37"),
    ValuePosition(
      "<style>p{color:$<X>}b{margin:0}</style><p>x</p>", .words, "rebeccapurple", "-1.5em"),
    ValuePosition("<a href=\"https://$<X>.a.example/\">x</a>", .words, "harmless", "b.c", "x-1"),
    ValuePosition("<a href=\"https://$<X>/\">x</a>", .words, "harmless.example", "a.bc"),
  ]

  private static let addresses = [
    ValuePosition(
      "<a href=\"$<X>\">x</a>", .addresses, "https://harmless.example/", "HTTP://a.bc",
      "mailto:a@b.cc", "tel:+82-2-123"),
    ValuePosition(
      "<img src='$<X>' alt=\"\">", .addresses, "https://harmless.example/", "http://a.bc/'><b>",
      " https://a.bc/\"x "),
  ]

  private static let parts = [
    ValuePosition("<a href=\"https://a.example/$<X>\">x</a>", .encoded),
    ValuePosition("<img src='https://a.example/u/$<X>/y.png' alt=''>", .encoded),
    ValuePosition("<a href=\"https://a.example/$<X>$<Y>?a=$<X>&amp;b=${X}#$<X>\">x</a>", .encoded),
    ValuePosition("<a href=\"https://a.example/x?a=$<X>&amp;b=1\">x</a>", .encoded),
    ValuePosition("<a href='https://a.example/x?$$<X>'>x</a>", .encoded),
    ValuePosition("<a href=\"https://a.example/#$<X>\">x</a>", .encoded),
    ValuePosition("<a href=\"mailto:$<X>\">x</a>", .encoded),
    ValuePosition("<a href=\"mailto:a@a.example?subject=$<X>&amp;body=y\">x</a>", .encoded),
    ValuePosition("<a href=\"tel:+82$<X>\">x</a>", .encoded),
  ]
}
