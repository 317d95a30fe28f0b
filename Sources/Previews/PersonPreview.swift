public import Composing

/// One person of a preview: their mail, what is wrong with it, and the name of their file.
public struct PersonPreview: Sendable {
  /// The file's name without ending.
  public let key: String
  /// The mail, with empty values where there are problems.
  public let mail: Mail
  /// What could not be inserted.
  public let problems: [ValueProblem]

  /// Pairs a mail with its file's name.
  public init(key: String, mail: Mail, problems: [ValueProblem]) {
    self.key = key
    self.mail = mail
    self.problems = problems
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
}
