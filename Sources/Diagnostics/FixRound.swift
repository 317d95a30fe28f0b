/// Edits of one file that can be made together: none touches what another one replaces.
public struct FixRound: Sendable {
  /// The edits, from left to right.
  public let fixes: [Fix]

  /// Takes, of edits that get in each other's way, the one that begins first; the next round
  /// finds the others again, if they are still needed.
  public init(_ fixes: some Sequence<Fix>) {
    var chosen: [Fix] = []
    let sorted = fixes.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.replacement)
        < ($1.range.lowerBound, $1.range.upperBound, $1.replacement)
    }
    for fix in sorted {
      if let last = chosen.last {
        // Two insertions in one place would make an order of chance.
        guard fix.range.lowerBound >= last.range.upperBound, fix.range != last.range,
          fix.range.lowerBound > last.range.lowerBound
        else { continue }
      }
      chosen.append(fix)
    }
    self.fixes = chosen
  }

  /// The file with all edits made; everything between them stays to the byte.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var place = 0
    for fix in fixes where fix.range.upperBound <= bytes.count {
      output += bytes[place..<fix.range.lowerBound]
      output += fix.replacement.utf8
      place = fix.range.upperBound
    }
    return output + bytes[place...]
  }
}
