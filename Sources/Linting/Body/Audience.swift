/// Who sees a part of a mail, as far as conditional comments decide it.
struct Audience: OptionSet {
  let rawValue: UInt8

  /// Every program that shows mails as a browser does.
  static let browsers = Audience(rawValue: 1)
  /// Outlook for Windows (classic), which shows mails as Word does.
  static let word = Audience(rawValue: 2)
  /// Both.
  static let everyone: Audience = [.browsers, .word]
}
