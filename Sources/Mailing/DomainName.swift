/// The names of hosts as the domain system knows them: letters of any script become `xn--…`.
public enum DomainName {
  private static let longestLabel = 63

  /// The spelling in ASCII (RFC 5890's A-labels, by RFC 3492); nil for what is no UTF-8 or too long.
  ///
  /// Letters are folded to lower case and composed as far as the standard library can; what a
  /// registry would refuse is not looked for.
  public static func ascii(_ domain: ArraySlice<UInt8>) -> String? {
    guard let text = String(validating: domain, as: UTF8.self) else { return nil }
    let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy({ $0.utf8.count <= longestLabel * 4 }) else { return nil }
    return labels.map { label in
      label.utf8.allSatisfy { $0 < 0x80 }
        ? String(label) : "xn--" + encode(Array(label.unicodeScalars.map(\.value)))
    }.joined(separator: ".")
  }

  // MARK: RFC 3492, with its constants

  private static let base: UInt32 = 36
  private static let lowest: UInt32 = 1
  private static let highest: UInt32 = 26

  private static func encode(_ scalars: [UInt32]) -> String {
    var output = scalars.filter { $0 < 0x80 }.map { UInt8(truncatingIfNeeded: $0) }
    let plain = output.count
    if plain > 0 { output.append(UInt8(ascii: "-")) }
    var current: UInt32 = 0x80
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    var handled = plain
    while handled < scalars.count, let next = scalars.filter({ $0 >= current }).min() {
      delta &+= (next &- current) &* UInt32(truncatingIfNeeded: handled + 1)
      current = next
      for scalar in scalars {
        if scalar < current { delta &+= 1 }
        guard scalar == current else { continue }
        append(delta, bias, to: &output)
        bias = adapted(delta, handled + 1, isFirst: handled == plain)
        delta = 0
        handled += 1
      }
      delta &+= 1
      current &+= 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ delta: UInt32, _ bias: UInt32, to output: inout [UInt8]) {
    var rest = delta
    var step = base
    while true {
      let threshold = step <= bias ? lowest : min(max(step &- bias, lowest), highest)
      guard rest >= threshold else { break }
      output.append(digit(threshold &+ (rest &- threshold) % (base &- threshold)))
      rest = (rest &- threshold) / (base &- threshold)
      step &+= base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? 0x61 + value : 0x30 + value - 26)
  }

  private static func adapted(_ delta: UInt32, _ count: Int, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta &+= delta / UInt32(truncatingIfNeeded: count)
    var step: UInt32 = 0
    while delta > ((base &- lowest) &* highest) / 2 {
      delta /= base &- lowest
      step &+= base
    }
    return step &+ ((base &- lowest &+ 1) &* delta) / (delta &+ 38)
  }
}
