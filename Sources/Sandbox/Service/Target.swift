/// Path and query of a request taken apart and decoded.
struct Target {
  /// The parts of the path between slashes; none for the root.
  let path: [String]
  /// The query's names and values in order.
  let query: [(name: String, value: String)]

  /// Takes a target apart; nil when its percent signs or its UTF-8 are broken.
  init?(_ target: String) {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path: [String] = []
    for part in halves[0].split(separator: "/") {
      guard let text = Self.decoded(part, isQuery: false) else { return nil }
      path.append(text)
    }
    var query: [(name: String, value: String)] = []
    for item in halves.dropFirst().first?.split(separator: "&") ?? [] {
      let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(sides[0], isQuery: true),
        let value = Self.decoded(sides.count == 2 ? sides[1] : "", isQuery: true)
      else { return nil }
      query.append((name, value))
    }
    self.path = path
    self.query = query
  }

  /// The first value of a name, unless it is empty.
  subscript(_ name: String) -> String? { values(name).first }

  /// All values of a name but empty ones.
  func values(_ name: String) -> [String] {
    query.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  private static func decoded(_ text: Substring, isQuery: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(isQuery && byte == UInt8(ascii: "+") ? 0x20 : byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
