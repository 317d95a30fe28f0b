/// A language in which the tool speaks to people; names of rules and JSON keys never change with it.
public enum Language: String, Sendable, CaseIterable {
  /// English, the default where nothing else is asked for.
  case english = "en"
  /// Korean.
  case korean = "ko"

  /// The language that a locale's name such as `ko_KR.UTF-8` asks for, or nil for any other.
  public init?(locale: String) {
    let prefix = locale.prefix { $0.isLetter }
    self.init(rawValue: prefix.lowercased())
  }
}
