import Diagnostics

/// Two forms of one Korean particle, of which the word before it takes one.
public struct ParticlePair: Sendable {
  /// The form behind a consonant.
  private let closed: String
  /// The form behind a vowel.
  private let open: String
  /// How both are written where the sound is not known.
  private let both: String

  /// Behind what does something: 이, 가.
  public static let subject = ParticlePair("이", "가")
  /// Behind what something is done to: 을, 를.
  public static let object = ParticlePair("을", "를")
  /// Behind what something turns to: 으로, 로.
  public static let direction = ParticlePair("으로", "로", both: "(으)로")

  private static let all = [
    ParticlePair("은", "는"), subject, object, ParticlePair("과", "와"), direction,
    ParticlePair("아", "야"), ParticlePair("이랑", "랑", both: "(이)랑"),
  ]

  /// All pairs, as a sentence lists them.
  static let list = all.map { "\($0.closed)/\($0.open)" }.joined(separator: " ")

  private init(_ closed: String, _ open: String, both: String? = nil) {
    self.closed = closed
    self.open = open
    self.both = both ?? "\(closed)(\(open))"
  }

  /// The pair of that name, in either order.
  ///
  /// - Parameter name: both forms with `/` between them.
  /// - Returns: the pair.
  /// - Throws: the list of pairs, for a name that is not in it.
  static func named(_ name: String) throws(WrongArgument) -> ParticlePair {
    let found = all.first { name == "\($0.closed)/\($0.open)" || name == "\($0.open)/\($0.closed)" }
    if let found { return found }
    throw WrongArgument(
      message: Message(
        "there is no particle \(quoted: name); the pairs are \(list)",
        ko: "조사 \(quoted: name)이(가) 없습니다. 쓸 수 있는 짝: \(list)"))
  }

  /// A word with the form that it takes: 요소가, 규칙이.
  public func attached(to word: String) -> String {
    word + particle(after: LastSound(of: Array(word.utf8)[...]))
  }

  /// The form that a word takes.
  func particle(after sound: LastSound) -> String {
    switch sound {
    case .vowel: open
    // 서울로, not 서울으로.
    case .rieul: closed.hasPrefix("으") ? open : closed
    case .consonant: closed
    case .unknown: both
    }
  }
}
