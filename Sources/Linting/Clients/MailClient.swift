public import Diagnostics

/// A mail program, or a family of them that shows mails alike.
public enum MailClient: Int, Sendable, CaseIterable {
  case gmail
  case appleMail
  case outlookWindows
  case outlookCom
  case outlookMac
  case outlookIOS
  case outlookAndroid
  case yahoo
  case samsung
  case naver
  case daum

  /// What `--clients` calls it.
  public var name: String {
    switch self {
    case .gmail: "gmail"
    case .appleMail: "apple-mail"
    case .outlookWindows: "outlook/windows"
    case .outlookCom: "outlook/outlook-com"
    case .outlookMac: "outlook/macos"
    case .outlookIOS: "outlook/ios"
    case .outlookAndroid: "outlook/android"
    case .yahoo: "yahoo"
    case .samsung: "samsung-email"
    case .naver: "naver"
    case .daum: "daum"
    }
  }

  /// What messages call it.
  public var title: Message {
    switch self {
    case .gmail: Message("Gmail", ko: "지메일(Gmail)")
    case .appleMail: Message("Apple Mail", ko: "Apple 메일")
    case .outlookWindows:
      Message("Outlook for Windows (classic)", ko: "Windows용 Outlook(클래식)")
    case .outlookCom: Message("Outlook.com", ko: "Outlook.com 웹메일")
    case .outlookMac: Message("Outlook for Mac", ko: "Mac용 Outlook")
    case .outlookIOS: Message("Outlook for iOS", ko: "iOS용 Outlook")
    case .outlookAndroid: Message("Outlook for Android", ko: "Android용 Outlook")
    case .yahoo: Message("Yahoo Mail", ko: "Yahoo 메일")
    case .samsung: Message("Samsung Email", ko: "삼성 이메일")
    case .naver: Message("NAVER Mail", ko: "네이버 메일")
    case .daum: Message("Daum Mail", ko: "다음 메일")
    }
  }
}

/// Some mail programs.
struct ClientSet: OptionSet, Hashable {
  let rawValue: UInt16

  /// One program alone.
  init(_ client: MailClient) { rawValue = 1 << UInt16(client.rawValue) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The programs, in the order of reports.
  var clients: [MailClient] { MailClient.allCases.filter { contains(ClientSet($0)) } }

  /// Their names as messages list them.
  var titles: (english: String, korean: String) {
    let titles = clients.map(\.title)
    return (
      titles.map { $0.text(.english) }.joined(separator: ", "),
      titles.map { $0.text(.korean) }.joined(separator: ", ")
    )
  }
}
