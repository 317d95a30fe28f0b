import Diagnostics
import Markup

/// The sources that rules share.
extension Source {
  /// Nobody has written it down: what the authors of the rule think.
  static let ownJudgment = Source(Message("our own judgment", ko: "자체 판단"))

  // MARK: The mail service

  static let createMailRequest = Source(
    same("Cloud Outbound Mailer API, createMailRequest"),
    "https://api.ncloud-docs.com/docs/ai-application-service-cloudoutboundmailer-createmailrequest")
  static let createFile = Source(
    same("Cloud Outbound Mailer API, createFile"),
    "https://api.ncloud-docs.com/docs/ai-application-service-cloudoutboundmailer-createfile")
  static let recipientForRequest = Source(
    same("Cloud Outbound Mailer API, RecipientForRequest"),
    "https://api.ncloud-docs.com/docs/common-vapidatatype-nesrecipientrequest")
  static let sensMail = Source(
    Message("SENS API, mail requests", ko: "SENS API, 메일 발송 요청"),
    "https://api.ncloud-docs.com/docs/en/sens-mail-request-create")
  static let sendingGuide = Source(
    Message("Cloud Outbound Mailer guide, sending mail", ko: "Cloud Outbound Mailer 사용 가이드, 메일 발송"),
    "https://guide-gov.ncloud-docs.com/docs/cloudoutboundmailer-mail-send")

  // MARK: Law

  static let networkAct = Source(
    Message("Network Act of Korea, article 50", ko: "정보통신망법 제50조"),
    koreanLaw(networkActName, "제50조"))
  static let networkDecree = Source(
    Message(
      "Decree of the Network Act of Korea, article 61 and annex 6",
      ko: "정보통신망법 시행령 제61조, 별표 6"),
    koreanLaw(networkActName + "시행령", "제61조"))

  private static let networkActName = "정보통신망이용촉진및정보보호등에관한법률"

  private static func koreanLaw(_ name: String, _ article: String) -> String? {
    let address = Array("https://www.law.go.kr/법령/\(name)/\(article)".utf8)
    return (try? URLPolicy.canonical(address.span, for: .link)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  // MARK: Standards

  static func rfc(_ number: Int, _ section: String? = nil) -> Source {
    let page = "https://www.rfc-editor.org/rfc/rfc\(number)"
    guard let section else { return Source(same("RFC \(number)"), page) }
    return Source(same("RFC \(number) §\(section)"), "\(page)#section-\(section)")
  }

  /// A place in the HTML Standard, as `page.html#place`.
  static func html(_ title: String, _ place: String) -> Source {
    Source(same("HTML Standard, \(title)"), "https://html.spec.whatwg.org/multipage/\(place)")
  }

  static func wcag(_ number: String, _ place: String) -> Source {
    Source(same("WCAG 2.2, \(number)"), "https://www.w3.org/TR/WCAG22/#\(place)")
  }

  /// A technique or a failure of WCAG, as `html/H37`.
  static func wcagTechnique(_ path: String) -> Source {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Source(same("WCAG, \(name)"), "https://www.w3.org/WAI/WCAG22/Techniques/\(path)")
  }

  /// A report of the Unicode Consortium.
  static func unicode(_ title: String, _ number: Int) -> Source {
    Source(same(title), "https://www.unicode.org/reports/tr\(number)/")
  }

  static let cssErrors = Source(
    same("CSS Syntax Level 3, error handling"), "https://www.w3.org/TR/css-syntax-3/#error-handling"
  )
  static let xmlCharacters = Source(
    same("XML 1.0, characters"), "https://www.w3.org/TR/xml/#charsets")
  static let urlWriting = Source(
    same("URL Standard, URL writing"), "https://url.spec.whatwg.org/#url-writing")

  // MARK: Mail programs

  /// A page of Can I email.
  static func canIEmail(_ page: String) -> Source {
    Source(same("Can I email, \(page)"), "https://www.caniemail.com/features/\(page)/")
  }

  static let gmailGuidelines = Source(
    Message("Gmail, guidelines for senders", ko: "Gmail, 발신자 가이드라인"),
    "https://support.google.com/a/answer/81126")
  static let gmailQuestions = Source(
    Message("Gmail, questions about the guidelines for senders", ko: "Gmail, 발신자 가이드라인 FAQ"),
    "https://support.google.com/a/answer/14229414")
  static let gmailClipping = Source(
    same("email-bugs 41, Gmail clips mails at 102 KB"),
    "https://github.com/hteumeuleu/email-bugs/issues/41")
  static let gmailStyles = Source(
    same("Can I email, issue 144: what makes Gmail remove style elements"),
    "https://github.com/hteumeuleu/caniemail/issues/144")

  // MARK: Spam filters

  /// Rules of SpamAssassin by their names.
  static func spamAssassin(_ names: String) -> Source {
    Source(
      same("SpamAssassin, \(names)"), "https://github.com/apache/spamassassin/tree/trunk/rules")
  }

  /// Symbols of Rspamd by their names.
  static func rspamd(_ names: String) -> Source {
    Source(same("Rspamd, \(names)"), "https://github.com/rspamd/rspamd/tree/master/conf/scores.d")
  }

  // MARK: What people who send mail have found

  static let scriptInjection = Source(
    same("OWASP, Cross Site Scripting Prevention"),
    "https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html"
  )
  static let firstNames = Source(
    same("Error States 010, Dear First Name"), "https://errorstates.com/010-dear-first-name")
  static let fallbacks = Source(
    same("Customer.io, fallbacks in personalized mail"))
  static let markupReport = Source(
    same("Email Markup Consortium, accessibility report 2026"),
    "https://emailmarkup.org/en/reports/accessibility/2026/")

  /// A name that is the same in both languages.
  static func same(_ name: String) -> Message { Message("\(name)", ko: "\(name)") }
}
