/// Which requests go wrong, and how: chosen by chance, but by the same chance in every run.
public struct FaultPlan: Sendable {
  /// A way in which a request goes wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// 429: too many requests, nothing is taken.
    case throttle
    /// No answer at all, nothing is taken.
    case timeout
    /// The request is taken, but the connection ends without an answer.
    case dropAfterAccept = "drop-after-accept"
    /// 500 of the gateway, nothing is taken.
    case error500
    /// The request is taken, but the gateway answers 504.
    case error504
  }

  private let rates: [(kind: Kind, rate: Double)]
  private var state: UInt64

  /// Reads `throttle=0.1,timeout=0.05`; nil when the text is none of that.
  ///
  /// - Parameters:
  ///   - text: kinds with rates, which add up to 1 at most; empty for no faults.
  ///   - seed: equal seeds choose the same requests.
  public init?(_ text: String, seed: UInt64) {
    var rates: [(kind: Kind, rate: Double)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: text.isEmpty) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let kind = Kind(rawValue: String(sides[0])),
        let rate = Double(sides[1]), (0...1).contains(rate),
        !rates.contains(where: { $0.kind == kind })
      else { return nil }
      rates.append((kind, rate))
    }
    guard rates.reduce(0, { $0 + $1.rate }) <= 1.000_001 else { return nil }
    self.rates = rates
    state = seed
  }

  /// What happens to the next request; nil for nothing.
  mutating func next() -> Kind? {
    // SplitMix64: a step of the state, mixed.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed &>> 31
    var chance = Double(mixed &>> 11) / Double(1 << 53 as UInt64)
    for (kind, rate) in rates {
      if chance < rate { return kind }
      chance -= rate
    }
    return nil
  }
}
