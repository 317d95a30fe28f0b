/// What the services do with `${NAME}`: put the value there, once, and nothing else.
enum Substitution {
  /// Fills a text; a name without a value stays as it stands, which is not documented.
  static func fill(_ text: [UInt8], value: ([UInt8]) -> [UInt8]?) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "$"), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: "{"), let end = end(of: text, from: index + 2),
        let value = value(Array(text[(index + 2)..<end]))
      {
        output += value
        index = end + 1
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  /// Where a name ends; no name is longer than this or has another brace or a line end in it.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    for index in start..<min(text.count, start + 256) {
      switch text[index] {
      case UInt8(ascii: "}"): return index > start ? index : nil
      case UInt8(ascii: "{"), 0x0A, 0x0D: return nil
      default: continue
      }
    }
    return nil
  }
}
