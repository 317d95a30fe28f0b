public import Composing
public import Diagnostics

/// One person of a preview: their mail, what is wrong with it, and the name of their file.
public struct PersonPreview: Sendable {
  /// The file's name without ending.
  public let key: String
  /// The mail, with empty values where there are problems.
  public let mail: Mail
  /// What could not be inserted.
  public let problems: [ValueProblem]
  /// What makes the mail worth a look, such as the widest value of a parameter.
  public let reasons: [Message]
  /// Whether the values are made up, so that nobody takes the mail for one of the list.
  public let isSynthetic: Bool
  /// The text that mail programs show behind the subject.
  var preheader = ""

  /// The record's number in the list; 0 for those who are in none.
  var row: Int { isSynthetic ? 0 : mail.row }

  /// Pairs a mail with its file's name.
  public init(
    key: String, mail: Mail, problems: [ValueProblem], reasons: [Message] = [],
    isSynthetic: Bool = false
  ) {
    self.key = key
    self.mail = mail
    self.problems = problems
    self.reasons = reasons
    self.isSynthetic = isSynthetic
  }
}

/// A file that a preview consists of; who writes it decides where.
public struct PreviewFile: Sendable {
  /// The path below the preview folder, with `/`.
  public let path: String
  /// The contents.
  public let bytes: [UInt8]

  /// What every page holds near its beginning, so that an old one is known as ours.
  public static let mark = "<meta name=\"generator\" content=\"tmpl\">"

  /// Names a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
