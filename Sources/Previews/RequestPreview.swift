public import Composing
import Diagnostics
public import Hashing
import Markup
import Mailing

/// Previews made anew of a request alone, to hold the pages that were looked at against it.
public struct RequestPreview: Sendable {
  /// Why a page is not what a request makes of its person.
  public enum Difference: Sendable, Hashable {
    /// There is no mail in the page.
    case noFrame
    /// The mail, from an offset of the page on; the value there, if it is one.
    case frame(offset: Int, value: String?)
    /// The page around the mail was changed.
    case surroundings
    /// The title.
    case title(request: String)
    /// Something that the mail in the page does not show.
    case unseen
  }

  private let draft: Draft
  private let body: PreviewBody
  private let beginning: [UInt8]

  /// Takes the texts of a request, as a draft in wire form.
  public init(_ draft: Draft, like manifest: PreviewManifest) {
    self.draft = draft
    let labels = Labels(language: manifest.language)
    body = PreviewBody(
      draft: draft, labels: labels, images: manifest.images,
      areValuesFinal: manifest.hasFinalValues)
    beginning = HTMLEscaper.escapedForPage(
      Array(
        MailFrame(
          security: PreviewSecurity(images: manifest.images, addresses: body.images),
          labels: labels
        ).beginning.utf8))
  }

  /// The first difference between a page and the mail that the request makes; nil where the page is
  /// what the request sends.
  ///
  /// - Parameters:
  ///   - mail: the person's mail by the request.
  ///   - problems: what has no value there.
  ///   - part: the digest of the person's part of the request.
  ///   - person: what the manifest says of the page.
  ///   - page: the page's bytes.
  ///   - scanner: takes pages apart.
  /// - Returns: the difference that says most.
  public func difference(
    _ mail: Mail, problems: [ValueProblem], part: Digest, from person: PreviewManifest.Person,
    page: [UInt8], _ scanner: inout PageScanner
  ) -> Difference? {
    guard let parts = scanner.parts(of: page) else { return .noFrame }
    let expected = beginning + HTMLEscaper.escapedForPage(body.html(mail, problems: problems))
    if !page[parts.frame].elementsEqual(expected) {
      let same = zip(page[parts.frame], expected).prefix { $0 == $1 }.count
      return .frame(
        offset: parts.frame.lowerBound + same, value: value(at: same, mail, problems))
    }
    let title = body.title(mail, problems: problems)
    if title != person.title { return .title(request: title) }
    if parts.surroundings != person.surroundings { return .surroundings }
    return part == person.part ? nil : .unseen
  }

  /// The first difference of the page of somebody made up, whom no request knows.
  public static func difference(
    from person: PreviewManifest.Person, page: [UInt8], _ scanner: inout PageScanner
  ) -> Difference? {
    guard let parts = scanner.parts(of: page) else { return .noFrame }
    if SHA256.hash(Array(page[parts.frame])) != person.frame {
      return .frame(offset: parts.frame.lowerBound, value: nil)
    }
    return parts.surroundings == person.surroundings ? nil : .surroundings
  }

  /// The wire name of the value that stands at an offset of the frame's document; a value that ends
  /// there counts too, since one that is shorter differs where it ends.
  private func value(at offset: Int, _ mail: Mail, _ problems: [ValueProblem]) -> String? {
    var end = beginning.count
    for piece in body.pieces(mail, problems: problems) {
      let html = HTMLEscaper.escapedForPage(body.html(of: [piece], mail, problems: problems))
      end += html.count
      guard case .slot(let slot, _) = piece, offset <= end else {
        if offset < end { return nil }
        continue
      }
      return draft.plan.slots[slot].wireName
    }
    return nil
  }
}
