/// Markup that makes a browser ask a host for something, in every position known for it.
///
/// `HOST` is where; each text has one of its own.
enum LoadingMarkup {
  /// Images, which the sanitizer may keep.
  static let images = [
    "<img src=\"https://HOST/a\">",
    "<style><!--</style><img src=\"https://HOST/a\" title=\"--></style>\">",
    "<img src=https://HOST/a width=1 height=1 style=display:none>",
    "<table background=\"https://HOST/a\"><tr><td>x</table>",
    "<table><tr background=\"https://HOST/a\"><td>x</table>",
    "<table><tr><td background=\"https://HOST/a\">x</table>",
    "<table><tr><th background=https://HOST/a>x</table>",
    "<p style=\"background:url(https://HOST/a)\">x</p>",
    "<p style=\"background-image:url('https://HOST/a')\">x</p>",
    "<p style=\"background:red url(https://HOST/a) no-repeat\">x</p>",
    "<p style='background-image:url(\"https://HOST/a\"),linear-gradient(red,blue)'>x</p>",
    "<p style=\"background:u\\72l(https://HOST/a)\">x</p>",
    "<style>.HOSTING{background:url(https://HOST/a)}</style><p class=HOSTING>x</p>",
    "<style>@media screen{.HOSTING{background-image:url('https://HOST/a')}}</style><p class=HOSTING>x</p>",
  ]

  /// Everything else, which it must not.
  static let others = elements + drawings + properties.flatMap(uses) + rules

  /// The texts with hosts of their own, that of the nth one beginning with a prefix and `n`.
  static func texts(_ markup: [String], _ prefix: String) -> [(host: String, text: String)] {
    markup.enumerated().map { number, text in
      let host = "\(prefix)\(number).example"
      return (
        host,
        text.replacing("HOSTING", with: "\(prefix)\(number)").replacing("HOST", with: host)
      )
    }
  }

  private static let elements = [
    "<img src=\"http://HOST/a\">",
    "<img srcset=\"https://HOST/a 1x\">",
    "<img sizes=100vw srcset=\"https://HOST/a 100w\">",
    "<picture><source srcset=\"https://HOST/a\"><img></picture>",
    "<image src=\"https://HOST/a\">",
    "<input type=image src=\"https://HOST/a\">",
    "<iframe src=\"https://HOST/a\"></iframe>",
    "<iframe srcdoc=\"<img src=https://HOST/a>\"></iframe>",
    "<embed src=\"https://HOST/a\">",
    "<object data=\"https://HOST/a\"></object>",
    "<object data=\"https://HOST/a\" type=image/png></object>",
    "<link rel=stylesheet href=\"https://HOST/a\">",
    "<link rel=\"alternate stylesheet\" title=x href=\"https://HOST/a\">",
    "<link rel=preload as=image href=\"https://HOST/a\">",
    "<link rel=preload as=image imagesrcset=\"https://HOST/a 1x\">",
    "<link rel=modulepreload href=\"https://HOST/a\">",
    "<link rel=prefetch href=\"https://HOST/a\">",
    "<link rel=preconnect href=\"https://HOST/a\">",
    "<script src=\"https://HOST/a\"></script>",
    "<script>fetch(\"https://HOST/a\")</script>",
    "<img src=x: onerror=\"new Image().src='https://HOST/a'\">",
    "<video poster=\"https://HOST/a\"></video>",
    "<video src=\"https://HOST/a\" preload=auto></video>",
    "<video><source src=\"https://HOST/a\"></video>",
    "<audio src=\"https://HOST/a\" preload=auto></audio>",
    "<audio autoplay><source src=\"https://HOST/a\"></audio>",
    "<video src=\"https://HOST/a\"><track default src=\"https://HOST/a\"></video>",
    "<template shadowrootmode=open><img src=\"https://HOST/a\"></template>",
    "<div><template shadowrootmode=open><img src=\"https://HOST/a\"></template></div>",
    "<noscript><p title=\"</noscript><img src=https://HOST/a>\"></noscript>",
    "<iframe src=\"javascript:'<img src=https://HOST/a>'\"></iframe>",
    "<form action=\"https://HOST/a\"><input autofocus onfocus=form.submit()></form>",
    "<iframe src=\"data:text/html,<img src=https://HOST/a>\"></iframe>",
    "<iframe srcdoc=\"<meta http-equiv=refresh content='0;url=https://HOST/a'>\"></iframe>",
    "<iframe srcdoc=\"<base href=https://HOST/><img src=a>\"></iframe>",
  ]

  private static let drawings = [
    "<svg><image href=\"https://HOST/a\"/></svg>",
    "<svg><image xlink:href=\"https://HOST/a\"/></svg>",
    "<svg><image width=1><set attributeName=href to=\"https://HOST/a\"/></image></svg>",
    "<svg><image width=1><animate attributeName=href values=\"https://HOST/a\" dur=1s /></image></svg>",
    "<svg><filter id=HOSTING><feImage href=\"https://HOST/a\"/></filter><rect width=9 height=9 filter=url(#HOSTING) /></svg>",
    "<svg><script href=\"https://HOST/a\"/></svg>",
    "<svg><style>@import 'https://HOST/a';</style></svg>",
    "<svg><foreignObject><img src=\"https://HOST/a\"></foreignObject></svg>",
    "<svg><rect width=9 height=9 mask=\"url(https://HOST/a#b)\"/></svg>",
    "<svg><p><img src=\"https://HOST/a\" onload=x></svg>",
    "<math><mtext><img src=\"https://HOST/a\" onload=x></mtext></math>",
  ]

  /// Properties whose values may be images or lead to other files.
  private static let properties = [
    "list-style:url(https://HOST/a)", "list-style-image:url(https://HOST/a)",
    "border:1px solid;border-image:url(https://HOST/a) 1",
    "border:1px solid;border-image-source:url(https://HOST/a)",
    "border:1px solid;-webkit-border-image:url(https://HOST/a) 1 stretch",
    "mask:url(https://HOST/a)", "mask-image:url(https://HOST/a)",
    "-webkit-mask:url(https://HOST/a)", "-webkit-mask-image:url(https://HOST/a)",
    "-webkit-mask-box-image:url(https://HOST/a)", "cursor:url(https://HOST/a),auto",
    "content:url(https://HOST/a)",
    "clip-path:url(https://HOST/a#b)", "shape-outside:url(https://HOST/a);float:left",
    "-webkit-box-reflect:below 0 url(https://HOST/a)",
    "background:image-set('https://HOST/a' 1x)",
    "background:image-set(url(https://HOST/a) 1x)",
    "background:-webkit-image-set(url(https://HOST/a) 1x)",
    "background:-webkit-cross-fade(url(https://HOST/a),url(https://HOST/a),50%)",
    "--a:url(https://HOST/a);background:var(--a)",
    "background:url(http://HOST/a)",
    "background:\\75\\72\\6c(http://HOST/a)",
  ]

  private static func uses(_ property: String) -> [String] {
    [
      "<p style=\"display:list-item;\(property)\">x</p>",
      "<style>.HOSTING{display:list-item;\(property)}</style><p class=HOSTING>x</p>",
    ]
  }

  private static let rules = [
    "<style>@import 'https://HOST/a';</style>",
    "<style>@import url(https://HOST/a);</style>",
    "<style>@import url('https://HOST/a') screen;</style>",
    "<style>@imp\\6frt 'https://HOST/a';</style>",
    "<style>@font-face{font-family:HOSTING;src:url(https://HOST/a)}p{x:y}</style><p style=font-family:HOSTING>x</p>",
    "<style>.HOSTING::before{content:url(https://HOST/a)}</style><p class=HOSTING>x</p>",
    "<style>.HOSTING::after{content:'';background:url(http://HOST/a)}</style><p class=HOSTING>x</p>",
    "<style>.HOSTING{&{background:url(https://HOST/a)}}</style><p class=HOSTING>x</p>",
    "<style>.HOSTING{b{background:url(http://HOST/a)}}</style><p class=HOSTING><b>x</b></p>",
    "<style>@supports (color:red){.HOSTING{background:url(http://HOST/a)}}</style><p class=HOSTING>x</p>",
    "<style>@layer a{.HOSTING{background:url(http://HOST/a)}}</style><p class=HOSTING>x</p>",
    "<style>@container (width){.HOSTING{background:url(http://HOST/a)}}</style><div style=container-type:inline-size><p class=HOSTING>x</p></div>",
    "<style>@keyframes HOSTING{from{background:url(https://HOST/a)}}</style><p style=\"animation:HOSTING 1s\">x</p>",
    "<style>@property --HOSTING{syntax:'*';inherits:true;initial-value:url(https://HOST/a)}</style><p style=\"background:var(--HOSTING)\">x</p>",
  ]
}
