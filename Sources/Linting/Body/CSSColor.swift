import Markup

/// An opaque color, as far as it can be known from one word of CSS or an attribute.
struct CSSColor: Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  /// Reads `#rgb`, `#rrggbb` or a name that everybody knows; nil for all else, transparency included.
  init?(_ word: StyleSheet.Word) {
    switch word.kind {
    case .hash: self.init(hexadecimal: word.text)
    case .identifier: self.init(named: word.text)
    default: return nil
    }
  }

  /// Reads what an attribute such as `bgcolor` says.
  init?(attribute text: String) {
    let text = BlankText.trimmed(text).lowercased()
    if text.hasPrefix("#") {
      self.init(hexadecimal: String(text.dropFirst()))
    } else {
      self.init(named: text)
    }
  }

  private init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count else { return nil }
    let pairs: [Int]
    switch digits.count {
    case 3: pairs = digits.map { $0 * 17 }
    case 6: pairs = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    red = UInt8(pairs[0])
    green = UInt8(pairs[1])
    blue = UInt8(pairs[2])
  }

  private init?(named name: String) {
    guard let number = Self.names[name] else { return nil }
    red = UInt8(number >> 16 & 0xFF)
    green = UInt8(number >> 8 & 0xFF)
    blue = UInt8(number & 0xFF)
  }

  /// Names that mails use (CSS Color Level 4, §6.1).
  private static let names: [String: Int] = [
    "black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "white": 0xFFFFFF,
    "maroon": 0x800000, "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF,
    "green": 0x008000, "lime": 0x00FF00, "olive": 0x808000, "yellow": 0xFFFF00, "navy": 0x000080,
    "blue": 0x0000FF, "teal": 0x008080, "aqua": 0x00FFFF, "orange": 0xFFA500, "gold": 0xFFD700,
    "pink": 0xFFC0CB, "tomato": 0xFF6347, "crimson": 0xDC143C, "brown": 0xA52A2A,
    "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3, "darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9,
    "dimgray": 0x696969, "dimgrey": 0x696969, "gainsboro": 0xDCDCDC, "whitesmoke": 0xF5F5F5,
    "ivory": 0xFFFFF0, "beige": 0xF5F5DC, "snow": 0xFFFAFA, "darkblue": 0x00008B,
    "royalblue": 0x4169E1, "skyblue": 0x87CEEB, "steelblue": 0x4682B4, "darkgreen": 0x006400,
    "darkred": 0x8B0000, "darkorange": 0xFF8C00, "coral": 0xFF7F50, "salmon": 0xFA8072,
  ]

  /// How it is written in messages.
  var written: String {
    let digits = Array("0123456789abcdef")
    return "#"
      + String([red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] })
  }

  /// How bright it is (WCAG 2.2, relative luminance), from 0 to 1.
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double { Self.linear[Int(channel)] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio to another color in hundredths, from 100 to 2,100.
  func contrast(to other: CSSColor) -> Int {
    let (a, b) = (luminance, other.luminance)
    return Int((max(a, b) + 0.05) / (min(a, b) + 0.05) * 100)
  }

  /// What the values of a channel count in light: sRGB's curve, its power of 2.4 by repeated roots.
  private static let linear: [Double] = (0...255).map { channel in
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // x^2.4 = x² · x^0.4, and x^0.4 is the fifth root of x².
    let square = base * base
    var root = square
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
