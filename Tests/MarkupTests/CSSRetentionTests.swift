import TestSupport
import Testing

@testable import Markup

/// What mails are made of survives with its meaning; nothing else changes but the spelling.
struct CSSRetentionTests {
  typealias Row = CSSSanitizerTests.Row

  /// What may be put into a value is what stays of a finished one.
  @Test func `values of recipients survive`() {
    var random = SeededGenerator(seed: 33)
    let alphabet = Array("0123459aAbcdeEfFpxz#%.-+_".utf8)
    var kept = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...8, using: &random)
      let value = (0..<count).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      guard CSSValue.accepts(value.span) else { continue }
      kept += 1
      let result = SanitizedCSS.declarations(bytes: Array("color:".utf8) + value)
      #expect(result.removals.isEmpty, "\(String(decoding: value, as: UTF8.self))")
    }
    #expect(kept > 1000)
  }

  /// Style attributes as newsletters have them.
  @Test(arguments: [
    Row(
      "margin:0 !important; padding:0 !important; background-color:#f4f4f4;",
      "margin:0!important;padding:0!important;background-color:#f4f4f4"),
    Row(
      "mso-table-lspace:0pt;mso-table-rspace:0pt;border-collapse:collapse;mso-line-height-rule:exactly",
      "mso-table-lspace:0pt;mso-table-rspace:0pt;border-collapse:collapse;mso-line-height-rule:exactly"
    ),
    Row(
      "display:none;font-size:1px;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;mso-hide:all;",
      "display:none;font-size:1px;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;mso-hide:all"
    ),
    Row(
      "display:inline-block; padding:12px 24px; border-radius:4px; background:#1a82e2; color:#ffffff; text-decoration:none; mso-padding-alt:0px",
      "display:inline-block;padding:12px 24px;border-radius:4px;background:#1a82e2;color:#ffffff;text-decoration:none;mso-padding-alt:0px"
    ),
    Row(
      "font-family: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, \"Helvetica Neue\", Arial, sans-serif",
      "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
    ),
    Row(
      "font-family:\"Apple SD Gothic Neo\",'Malgun Gothic',dotum,sans-serif;letter-spacing:-0.05em",
      "font-family:'Apple SD Gothic Neo','Malgun Gothic',dotum,sans-serif;letter-spacing:-0.05em"),
    Row(
      "font: italic bold .8em/1.2 Arial, sans-serif", "font:italic bold .8em/1.2 Arial,sans-serif"),
    Row(
      "background: #fff url('https://img.example/bg.png') no-repeat center / cover;",
      "background:#fff url('https://img.example/bg.png') no-repeat center/cover"),
    Row(
      "background-image: linear-gradient(to right, rgba(255, 255, 255, 0.2) 0%, #00f 100%)",
      "background-image:linear-gradient(to right,rgba(255,255,255,0.2) 0%,#00f 100%)"),
    Row(
      "background:linear-gradient(90deg,hsl(120deg 75% 25% / 60%),transparent)",
      "background:linear-gradient(90deg,hsl(120deg 75% 25%/60%),transparent)"),
    Row(
      "border-top: 1px solid #DDD; border-radius: 4px 4px 0 0 / 2px; box-shadow: 0 1px 3px rgba(0,0,0,.12), inset 0 0 1px red",
      "border-top:1px solid #DDD;border-radius:4px 4px 0 0/2px;box-shadow:0 1px 3px rgba(0,0,0,.12),inset 0 0 1px red"
    ),
    Row(
      "-webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; -ms-interpolation-mode: bicubic;",
      "-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%;-ms-interpolation-mode:bicubic"),
    Row(
      "width:100%;max-width:calc(100% - 40px);min-width:min(300px, 100%);height:auto",
      "width:100%;max-width:calc(100% - 40px);min-width:min(300px,100%);height:auto"),
    Row(
      "color-scheme:light dark;word-break:keep-all;overflow-wrap:break-word;white-space:nowrap",
      "color-scheme:light dark;word-break:keep-all;overflow-wrap:break-word;white-space:nowrap"),
    Row(
      "vertical-align:middle;text-align:center;text-transform:uppercase;text-shadow:0 1px 0 #fff",
      "vertical-align:middle;text-align:center;text-transform:uppercase;text-shadow:0 1px 0 #fff"),
    Row(
      "width:\u{F0000}%;background-color:#\u{F0001};color:\u{F0002} !important",
      "width:\u{F0000}%;background-color:#\u{F0001};color:\u{F0002}!important"),
  ])
  func `keeps the declarations of mails`(row: Row) {
    let result = SanitizedCSS.declarations(row.css)
    #expect(result.css == row.output)
    #expect(result.removals == [])
    #expect(result.problem == nil)
  }

  @Test func `keeps the style sheet of a mail`() {
    let result = SanitizedCSS.rules(Self.sheet)
    #expect(result.css == Self.cleanSheet.split(separator: "\n").joined())
    #expect(result.removals == [])
    #expect(result.problem == nil)
  }

  private static let sheet = """
    <!--
    /* Resets */
    body, table, td, a { -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; }
    #outlook a { padding: 0; }
    .ExternalClass, .ExternalClass p, .ExternalClass * { line-height: 100%; }
    a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }
    u + #body a, #MessageViewBody a { color: inherit; }
    div[style*="margin: 16px 0;"] { margin: 0 !important; }
    .btn:hover, .btn:active { background-color: #0070c9 !important; }
    html { color-scheme: light dark; }
    @media only screen and (max-width: 600px) {
      .full { width: 100% !important; max-width: 100% !important; }
      table[class="wrap"] td:first-child { display: block !important; padding: 10px 5% 0 !important }
    }
    @media (prefers-color-scheme: dark) { .dark { background: #000 !important; color: #fff } }
    @media screen and (-webkit-min-device-pixel-ratio:0) { .x { font-size: 14px; } }
    -->
    """

  private static let cleanSheet = """
    body,table,td,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
    #outlook a{padding:0}
    .ExternalClass,.ExternalClass p,.ExternalClass *{line-height:100%}
    a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}
    u+#body a,#MessageViewBody a{color:inherit}
    div[style*='margin: 16px 0\\3b ']{margin:0!important}
    .btn:hover,.btn:active{background-color:#0070c9!important}
    html{color-scheme:light dark}
    @media only screen and (max-width:600px){
    .full{width:100%!important;max-width:100%!important}
    table[class='wrap'] td:first-child{display:block!important;padding:10px 5% 0!important}
    }
    @media (prefers-color-scheme:dark){.dark{background:#000!important;color:#fff}}
    @media screen and (-webkit-min-device-pixel-ratio:0){.x{font-size:14px}}
    """
}
