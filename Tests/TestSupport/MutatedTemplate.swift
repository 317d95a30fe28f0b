import Foundation

/// Real templates and what can happen to them.
public enum MutatedTemplate {
  /// A template with a bit of everything.
  public static let original = """
    <!DOCTYPE html><html><head><title>$<NAME>님 &amp; co</title><meta http-equiv="x" content="y">
    <style>@media (max-width:600px){.a{color:$<COLOR>;background:url('x')}}</style>
    <!--[if mso]><xml><o:A/></xml><style>td{a:b}</style><![endif]--></head><body>
    <!--[if !mso]><!--><a href="https://a.example/?b=${ID}&amp;c=1#$<D>">x</a><!--<![endif]-->
    <table><tbody><tr><td width=600 bgcolor='${BG}'>$<NAME></td></tr></tbody></table>
    <!--[if (gte mso 9)|(IE)]><table><tr><td><![endif]-->$<TEXT><!--[if mso]></td></tr></table>
    <![endif]--><svg><title>x</title><![CDATA[y]]></svg><script><!--<script>z</script>--></script>
    <textarea>$<T></textarea><!-- ${NOTE} --><img src="$<SRC>" alt=""/><![if !mso]>x<![endif]>
    """

  /// The bodies of the sample templates.
  public static let samples: [[UInt8]] = ["grade-change", "newsletter", "receipt"].compactMap {
    let file = Checkout.url.appending(path: "templates/\($0)/body.html")
    return (try? Data(contentsOf: file)).map { [UInt8]($0) }
  }

  private static let pieces: [String] = [
    "<", ">", "</", "<!", "<!--", "-->", "--", "!", "-", "/", "=", "\"", "'", "&", "&#", ";", " ",
    "\0", "\u{FEFF}", "$<X>", "${Y}", "<![endif]", "<!--[if mso]>", "]>", "<![CDATA[", "]]>",
    "<svg>", "</svg>", "<table>", "<td>", "</td>", "<template>", "<style>", "</style>", "<script>",
    "</script>", "<title>", "<plaintext>", "<math><mi>", "style=\"", "href=\"", "url(", "{", "}",
    "->", "!>", "<!-",
    "a", "title", "</title", "[if ", "endif", "if", "<![", "<!doctype", "[CDATA[", "<b ",
  ]

  /// What placeholders are made of.
  private static let marks: [String] = [
    "$", "$$", "\\", "\\$<", "#{", "${A ?? \"", "??", " | upper", "$<X ?? y>", "${Z | truncate(2)}",
    "$<X>",
  ]

  /// What matters most beside a placeholder.
  private static let borders: [String] = [
    "<", "</", "<!", "<!-", "<!--", "<!--[if mso]>", "<b a=\"", "<title>", "<style>p{a:", "&", "&#",
    ">", "->", "-->", "!>", "\"", ";", "<!d", "<!doct", "<![C", "<!--[i", "</tit", "</sty", "<![e",
    "=",
  ]

  /// Scraps of markup or a template, or a part of one, after a few random changes.
  public static func any(_ random: inout SeededGenerator) -> [UInt8] {
    Int.random(in: 0..<3, using: &random) == 0 ? scraps(&random) : bytes(&random)
  }

  /// A template, or a part of one, after a few random changes.
  public static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Bool.random(using: &random) ? Array(original.utf8) : excerpt(&random)
    for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
    return bytes
  }

  /// Whole lines of a sample, seldom all of it: much of one costs time and is like the rest.
  public static func excerpt(_ random: inout SeededGenerator) -> [UInt8] {
    guard let sample = samples.randomElement(using: &random) else { return [] }
    if Int.random(in: 0..<32, using: &random) == 0 { return sample }
    let lines = sample.split(separator: UInt8(ascii: "\n"))
    let start = Int.random(in: 0..<lines.count, using: &random)
    return Array(
      lines[start...].prefix(Int.random(in: 1...6, using: &random))
        .joined(separator: "\n".utf8))
  }

  /// Pieces of markup in any order, and placeholders, half of them between borders.
  public static func scraps(_ random: inout SeededGenerator) -> [UInt8] {
    let placeholder = ["$<X>"]
    return (0..<Int.random(in: 1...5, using: &random)).flatMap { _ in
      Bool.random(using: &random)
        ? [borders, placeholder, borders]
        : [placeholder, pieces, pieces, borders].shuffled(using: &random)
    }.flatMap { Array(($0.randomElement(using: &random) ?? "").utf8) }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    bytes.mutate(&random) { random in
      let list = Int.random(in: 0..<4, using: &random) == 0 ? marks : pieces
      return Array((list.randomElement(using: &random) ?? "").utf8)
    }
  }
}

extension [UInt8] {
  /// Takes out, repeats or puts in a few bytes, or one of the pieces, at random.
  public mutating func mutate(
    _ random: inout SeededGenerator, piece: (inout SeededGenerator) -> [UInt8]
  ) {
    let place = Int.random(in: 0...count, using: &random)
    let end = Swift.min(count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: removeSubrange(place..<end)
    case 1: insert(contentsOf: self[place..<end], at: Int.random(in: 0...place, using: &random))
    case 2: insert(UInt8.random(in: 0...255, using: &random), at: place)
    default: insert(contentsOf: piece(&random), at: place)
    }
  }
}
