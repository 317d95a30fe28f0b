import TestSupport

/// Realistic CSS and what can happen to it.
enum MutatedCSS {
  static let sheet = """
    <!-- @import url(x.css); @font-face{font-family:A;src:url('a.woff')} -->
    body,#outlook a,.ExternalClass *{margin:0!important;padding:0 0 0;font:12px/1.5 'A B',serif}
    a[href^="tel:"],td:first-child > p + u ~ b{color:#\u{F0000};width:calc(100% - (2*\u{F0001}px))}
    @media only screen and (max-width:600px),print and (min-resolution:1.5dppx){
      .a.b:hover{background:#fff url("https://img.example/a b.png")no-repeat;position:relative}
      @media (color){p{font-family:맑은 고딕,"돋움"}}
    }
    h1{border:1px solid rgba(0,0,0,.5);mso-hide:all;-webkit-text-size-adjust:100%}/* x */
    """

  private static let pieces: [String] = [
    "{", "}", "(", ")", "[", "]", "'", "\"", ";", ":", ",", "\\", "/*", "*/", "<!--", "-->",
    "</style>",
    "@import ", "@media ", "@", "#", ".", "+", "-", "--", "~", "|", "=", "!", "%", "&", "<", ">",
    "*", "/", "\n", "\r", "\u{C}", "\0", " ", "\u{F0000}", "\u{FFFFD}", "\u{FFFFE}", "é", "맑",
    "url(", "URL(\\", "expression(", "calc(", "rgb(", "var(--x)", "\\75rl(", "\\F0000 ", "\\0 ",
    "\\26", "\\3c ", "1e", "1e3", ".5", "0", "px", "e", "important", "position:fixed", "color:red",
    "a{", "display:", "font:", "background:", "https://img.example/",
  ]

  /// The sheet after a few random changes.
  static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(sheet.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) { bytes.mutate(&random, piece: piece) }
    return bytes
  }

  /// Pieces of CSS in any order.
  static func scraps(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...16, using: &random)).flatMap { _ in piece(&random) }
  }

  /// Bytes of any kind.
  static func noise(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in .random(in: 0...255, using: &random) }
  }

  private static func piece(_ random: inout SeededGenerator) -> [UInt8] {
    Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
  }
}
