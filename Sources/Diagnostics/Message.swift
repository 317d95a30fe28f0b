/// A sentence for people in both languages, side by side so that neither can be forgotten.
public struct Message: Sendable, Hashable {
  /// The English sentence.
  public let english: Phrase
  /// The Korean sentence.
  public let korean: Phrase

  /// Pairs the two sentences: lower case, no full stop, what is wrong first.
  public init(_ english: Phrase, ko korean: Phrase) {
    self.english = english
    self.korean = korean
  }

  /// The finished sentence in one language.
  public func text(_ language: Language, _ disclosure: Disclosure = .open) -> String {
    switch language {
    case .english: english.rendered(disclosure)
    case .korean: korean.rendered(disclosure)
    }
  }
}
