/// Pieces of mails as they are found in the wild, all of which has to be seen afterwards, too.
enum MailMarkup {
  /// A picture of one red pixel.
  static let image =
    "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="

  static let pieces = attributes + styles + outlook + loose

  /// Attributes older than CSS.
  private static let attributes = [
    "<table bgcolor=\"#336699\" width=\"300\"><tr><td bgcolor=ffcc00>a</td><td>b</td></tr></table>",
    "<table background=\"\(image)\" width=\"200\" height=\"60\"><tr><td>a</td></tr></table>",
    "<table width=\"200\"><tr background=\"\(image)\"><td height=\"50\">a</td></tr></table>",
    "<table width=\"200\"><tr><td background=\"\(image)\" height=\"50\" width=\"50%\">a<td>b</table>",
    "<table border=\"1\" cellpadding=\"9\" cellspacing=\"4\" align=\"center\" width=\"50%\"><tr><td>a</table>",
    "<table border=1 rules=rows frame=hsides><tr><td>a<td>b<tr><td>c<td>d</table>",
    "<table width=300 height=80 border=1><tr valign=top align=right><td>a<td valign=bottom>b</table>",
    "<table border=1><tr><td colspan=2>a<tr><td rowspan=2>b<td>c<tr><td nowrap>d e f</table>",
    "<font color=\"#c00\" face=\"Noto Sans CJK KR\" size=\"+2\">가나다</font><font size=1>abc</font>",
    "<center><big>x</big><small>y</small><tt>z</tt><strike>s</strike></center>",
    "<hr width=\"50%\" size=\"4\" noshade color=red align=left><p align=right>a</p>",
    "<ol type=A start=3><li>a<li value=9>b</ol><ul type=square><li>c</ul>",
    "<img src=\"\(image)\" width=40 height=30 hspace=9 vspace=3 align=right border=2 alt=x>text",
    "<body bgcolor=\"#eeeeee\" text=\"#003300\" link=\"#cc0000\"><a href=\"https://a.example/\">a</a> b",
  ]

  private static let styles = [
    "<div style=\"display:none;font-size:1px;max-height:0;opacity:0;mso-hide:all\">before</div>after",
    "<style>.a{color:red}@media (max-width:650px){.a{color:blue;font-size:30px}}</style><p class=a>x",
    "<style media=\"screen\">p{color:green}</style><style media=print>p{color:red}</style><p>x</p>",
    "<style>@media only screen and (max-width:600px){.b{display:none!important}}</style><p class=b>x",
    "<style>#o a{color:red} table[class=w] td:first-child{padding:9px}</style><table class=w><tr><td>x<td>y</table>",
    "<table style=\"mso-table-lspace:0pt;mso-table-rspace:0pt;border-collapse:collapse\"><tr><td style=\"mso-line-height-rule:exactly;line-height:40px;border:1px solid\">x</table>",
    "<p style=\"mso-margin-top-alt:0;mso-element:para-border-div;margin:0 0 9pt;color:navy\">x</p>",
    "<div style=\"background:#eee url('\(image)') no-repeat center / 20px;height:50px\">x</div>",
    "<div style='background-image:linear-gradient(to right,red,blue);padding:12px;border-radius:8px'>x</div>",
    "<p style=\"font:italic bold 20px/30px serif;letter-spacing:.1em;text-transform:uppercase\">abc 가</p>",
    "<div style=\"width:calc(50% - 10px);box-shadow:0 2px 4px rgba(0,0,0,.4);float:right\">x</div>y",
  ]

  /// What Outlook reads and browsers do not.
  private static let outlook = [
    "<!--[if mso]><v:roundrect href=\"https://a.example/\" fillcolor=\"#f00\"><center>go</center></v:roundrect><![endif]--><!--[if !mso]><!--><a href=\"https://a.example/\" style=\"background:#f00;padding:9px\">go</a><!--<![endif]-->",
    "<v:roundrect xmlns:v=\"urn:x\" style=\"width:9px\"><w:anchorlock/><center style=\"color:#f00\">go</center></v:roundrect>",
    "<v:rect fill=\"true\"><v:fill type=\"tile\" src=\"https://a.example/b.png\"/><v:textbox><div>x</div></v:textbox></v:rect>",
    "<!--[if mso]><v:rect><![endif]--><a href=\"https://a.example/\">go</a><!--[if mso]></v:rect><![endif]-->",
    "<!--[if (gte mso 9)|(IE)]><table><tr><td width=600><![endif]--><div>x</div><!--[if (gte mso 9)|(IE)]></td></tr></table><![endif]-->",
    "<!--[if !mso]><!--><p>x</p><!--<![endif]--><![if !IE]><p>y</p><![endif]>",
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><p class=MsoNormal>x<o:p>&nbsp;</o:p>y</p>",
  ]

  /// Tags in another order than they should be.
  private static let loose = [
    "<table><tr><td>a<td>b<tr><td>c</table>", "<font>a<p>b</font>c", "<o:p>x</o:p>",
    "<p>a<div>b</div>c<h2>d</h2>", "<ul><li>a<ul><li>b</ul><li>c</ul>",
    "<b>a<i>b</i></b>c<br><br>d", "<a href=\"https://a.example/\">a<table><tr><td>b</table></a>",
  ]
}
