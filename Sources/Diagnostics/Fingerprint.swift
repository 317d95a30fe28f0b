/// What makes findings the same from one run to the next: rule, file, parameter and the words of the
/// line, but neither its number nor anything a list holds.
public struct Fingerprint: Sendable, Hashable, Comparable {
  /// Sixteen hexadecimal digits.
  public let digits: String

  /// Takes the fingerprint of a finding, which another finding may have as well.
  public init(_ finding: Finding) {
    // FNV-1a: short, stable, and nothing depends on its being hard to forge.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    add(finding.rule)
    add(finding.location.file)
    add(finding.parameter ?? "")
    if let line = finding.location.excerpt {
      add(line.before)
      add(line.marked)
      add(line.after)
    }
    let digits = String(hash, radix: 16)
    self.digits = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Orders fingerprints by their digits.
  public static func < (left: Fingerprint, right: Fingerprint) -> Bool {
    left.digits < right.digits
  }
}

extension Report {
  /// The findings with a name for each that no other has: equal fingerprints are numbered.
  var numbered: [(finding: Finding, key: String)] {
    var counts: [Fingerprint: Int] = [:]
    return findings.map { finding in
      let fingerprint = Fingerprint(finding)
      counts[fingerprint, default: 0] += 1
      return (finding, "\(fingerprint.digits):\(counts[fingerprint] ?? 1)")
    }
  }
}
