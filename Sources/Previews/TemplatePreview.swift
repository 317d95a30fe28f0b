public import Composing
public import Diagnostics
public import Mailing
public import Markup
import Templating

/// One template with the people it is shown for.
public struct TemplatePreview: Sendable {
  /// The template, clean or not.
  public let draft: Draft
  /// The folder of its pages, as `FolderNames` gave it.
  public let folder: String
  /// What was found about it, errors first, so that no cut hides one.
  public let findings: [Finding]
  /// The people shown.
  public let people: [PersonPreview]
  /// How many people the list has.
  public let total: Int
  /// Whether they are sample people.
  public let isSample: Bool
  /// The service whose request is shown.
  public let profile: Profile
  let frame: MailFrame
  let body: PreviewBody
  let labels: Labels
  let text: MailText

  /// Collects what is to be shown, in a language.
  public init(
    _ draft: Draft, folder: String, findings: [Finding], people: [PersonPreview], total: Int,
    isSample: Bool, profile: Profile = .com, images: HTMLSanitizer.Images = .fixed,
    language: Language
  ) {
    self.draft = draft
    self.folder = folder
    self.findings = Self.worstFirst(findings)
    self.total = total
    self.isSample = isSample
    self.profile = profile
    text = MailText(draft)
    labels = Labels(language: language)
    body = PreviewBody(draft: draft, labels: labels, images: images)
    frame = MailFrame(
      security: PreviewSecurity(images: images, addresses: body.images), labels: labels)
    self.people = people.map { [body] person in
      var person = person
      person.preheader = body.preheader(person.mail, problems: person.problems)
      return person
    }
  }

  /// Whether something forbids sending.
  public var isBlocked: Bool { findings.contains { $0.severity == .error } }

  /// What the service puts before titles by itself; nil where it adds nothing.
  var titleMark: String? { TitleMark.of(draft, profile) }

  private static func worstFirst(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      a.element.severity == b.element.severity
        ? a.offset < b.offset : a.element.severity > b.element.severity
    }.map(\.element)
  }

  /// The mail of one person as a message file; nil where something could not be inserted, and for
  /// people who are made up, since nothing in the exact mail could say so.
  ///
  /// - Parameters:
  ///   - person: one of the people shown.
  ///   - now: seconds since 1970.
  /// - Returns: the file, beside the person's page.
  public func message(_ person: PersonPreview, now: Int) -> PreviewFile? {
    guard person.problems.isEmpty, !person.isSynthetic else { return nil }
    let message = MessageFile(draft, text, profile: profile)
    return PreviewFile(
      path: "\(folder)/\(person.key).eml", bytes: message.bytes(person.mail, now: now))
  }

  /// The file of one person, relative to the preview folder.
  func path(_ person: PersonPreview) -> String { "\(folder)/\(person.key).html" }

  /// The pages of all people.
  public var pages: some Sequence<PreviewFile> {
    let pages = PersonPages(frame, draft, findings: findings)
    return people.lazy.map { PreviewFile(path: path($0), bytes: pages.html($0, self)) }
  }
}
