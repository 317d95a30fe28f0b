public import Composing
import Diagnostics
import Mailing
public import Recipients
import Templating

/// A draft whose template and envelope were found clean: the only thing that becomes a request.
///
/// It holds no rows, so lists of any length stream through it.
public struct Campaign: Sendable {
  /// The clean draft.
  public let draft: Draft
  private let judge: RowJudge

  /// Takes a draft if nothing about it alone is an error.
  ///
  /// - Returns: nil when a rule about the template finds an error.
  public init?(_ draft: Draft, options: LintOptions) {
    guard Linter.errorCount(of: draft, options: options) == 0,
      draft.title.problems.isEmpty, draft.body.problems.isEmpty
    else { return nil }
    self.draft = draft
    judge = RowJudge(draft, options)
  }

  /// What becomes of one recipient.
  public enum Outcome: Sendable {
    /// A mail in wire form.
    case mail(Mail)
    /// No mail: the names of the rules that object.
    case rejected([String])
  }

  /// Makes one recipient's mail, or says which rules object.
  public func mail(for row: Row) -> Outcome {
    var problems: [ValueProblem] = []
    let mail = draft.mail(for: row, problems: &problems)
    let objections = judge.objections(to: row, mail.values, problems)
    return objections.isEmpty ? .mail(mail) : .rejected(objections)
  }
}
