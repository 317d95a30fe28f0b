import TestSupport

/// A realistic template and what can happen to it.
enum MutatedTemplate {
  static let original = """
    <!DOCTYPE html><html><head><title>$<NAME>님 &amp; co</title><meta http-equiv="x" content="y">
    <style>@media (max-width:600px){.a{color:$<COLOR>;background:url('x')}}</style>
    <!--[if mso]><xml><o:A/></xml><style>td{a:b}</style><![endif]--></head><body>
    <!--[if !mso]><!--><a href="https://a.example/?b=${ID}&amp;c=1#$<D>">x</a><!--<![endif]-->
    <table><tbody><tr><td width=600 bgcolor='${BG}'>$<NAME></td></tr></tbody></table>
    <!--[if (gte mso 9)|(IE)]><table><tr><td><![endif]-->$<TEXT><!--[if mso]></td></tr></table>
    <![endif]--><svg><title>x</title><![CDATA[y]]></svg><script><!--<script>z</script>--></script>
    <textarea>$<T></textarea><!-- ${NOTE} --><img src="$<SRC>" alt=""/><![if !mso]>x<![endif]>
    """

  private static let pieces: [String] = [
    "<", ">", "</", "<!", "<!--", "-->", "--", "!", "-", "/", "=", "\"", "'", "&", "&#", ";", " ",
    "\0", "\u{FEFF}", "$<X>", "${Y}", "<![endif]", "<!--[if mso]>", "]>", "<![CDATA[", "]]>",
    "<svg>", "</svg>", "<table>", "<td>", "</td>", "<template>", "<style>", "</style>", "<script>",
    "</script>", "<title>", "<plaintext>", "<math><mi>", "style=\"", "href=\"", "url(", "{", "}",
    "->", "!>", "<!-",
    "a", "title", "</title", "[if ", "endif", "if", "<![", "<!doctype", "[CDATA[", "<b ",
  ]

  /// The template after a few random changes.
  static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(original.utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
    return bytes
  }

  /// Pieces of markup in any order, a third of them placeholders.
  static func scraps(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let isPlaceholder = Int.random(in: 0..<3, using: &random) == 0
      let piece = isPlaceholder ? "$<X>" : pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes += piece.utf8
    }
    return bytes
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1:
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...place, using: &random))
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    default:
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.insert(contentsOf: piece.utf8, at: place)
    }
  }
}
