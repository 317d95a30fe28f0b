import Composing
import Linting
import Recipients

/// Where the mails of a send come from, as often as they are asked for.
enum MailSource {
  /// The people of a list that was found clean.
  case list(ListSource, WantedFields, Campaign)
  /// A few mails.
  case mails([Mail])

  /// Calls back for every mail until the callback says that it has had enough.
  func forEach(_ take: (Mail) throws(Failure) -> Bool) throws(Failure) {
    switch self {
    case .list(let list, let wanted, let campaign):
      try list.forEachRow(wanted) { row throws(Failure) in
        try take(try campaign.acceptedMail(row, in: list))
      }
    case .mails(let mails):
      for mail in mails {
        guard try take(mail) else { return }
      }
    }
  }
}
