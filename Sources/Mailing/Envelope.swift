public import Diagnostics
public import JSONSyntax

/// A value of the envelope together with where it is written.
public struct Spanned<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Its bytes in the file.
  public let range: Range<Int>

  /// Pairs a value with its place.
  public init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// Who sends what to whom and how: `mail.json`, or the same fields of a complete request.
public struct Envelope: Sendable {
  /// The file the envelope was read from.
  public let file: SourceFile
  /// Where the whole object stands.
  public let range: Range<Int>
  /// What kind of file it is.
  public let form: Form
  /// The text fields that were given, by their names in COM.
  public var texts: [EnvelopeField: Spanned<JSONString>] = [:]
  /// The yes-or-no fields that were given.
  public var flags: [EnvelopeField: Spanned<Bool>] = [:]
  /// The number fields that were given, as written.
  public var numbers: [EnvelopeField: Spanned<[UInt8]>] = [:]
  /// Values for all recipients, in the order they were written.
  public var parameters: [(name: String, value: Spanned<[UInt8]>)] = []
  /// The files that go along, in the order they were written.
  public var attachments: [Spanned<JSONString>] = []
  /// The people of a complete request.
  public var people: Spanned<[JSONValue]>?
  /// Whether a field says that content or people live at the service.
  public var remote: [Spanned<String>] = []
  /// Whether there is no file at all.
  public var isAbsent = false
  /// Whether the file may be absent: a single HTML file has none.
  public var isOptional = false
  /// What is wrong with the file, apart from its values.
  public var problems: [EnvelopeProblem] = []

  /// Which file an envelope is read from.
  public enum Form: Sendable {
    /// `mail.json` beside a body and a list.
    case folder
    /// A complete request of the service.
    case request
  }

  /// An envelope in which nothing is set.
  public init(file: SourceFile, range: Range<Int>, form: Form = .folder) {
    self.file = file
    self.range = range
    self.form = form
  }

  /// The title's text; nil when none is given.
  public var title: SourceText? {
    texts[.title].map { SourceText($0.value, in: file) }
  }

  /// The body's text, of a complete request.
  public var body: SourceText? {
    texts[.body].map { SourceText($0.value, in: file) }
  }

  /// Whether each recipient gets a mail of their own: the service's default.
  public var isIndividual: Bool { flags[.individual]?.value ?? true }

  /// Whether it is advertising mail, which the service marks by itself.
  public var isAdvertising: Bool { flags[.advertising]?.value ?? false }

  /// The fields with a value of their own that were given, in the order of `EnvelopeField`.
  public var givenFields: [EnvelopeField] {
    EnvelopeField.allCases.filter {
      texts[$0] != nil || flags[$0] != nil || numbers[$0] != nil
        || $0 == .attachments && !attachments.isEmpty
    }
  }

  /// A text field as a string.
  public func string(_ field: EnvelopeField) -> String? { texts[field]?.value.text }

  /// Where a field's value stands, or the whole object where it is absent.
  public func location(of field: EnvelopeField) -> Location {
    let place =
      texts[field]?.range ?? flags[field]?.range ?? numbers[field]?.range
      ?? (field == .recipients ? people?.range : nil)
      ?? (field == .attachments ? attachments.first?.range : nil)
    return location(of: place ?? range.lowerBound..<range.lowerBound + 1)
  }

  /// Where a range of the file lies; a complete request shows no excerpt, since it holds people.
  public func location(of range: Range<Int>) -> Location {
    guard !isAbsent else { return Location(file: file.path) }
    guard form == .folder else { return file.location(of: range) }
    return file.location(
      of: range, excerpt: Excerpt(around: range, of: file.bytes, lines: file.lines))
  }
}

/// What is wrong with an envelope's form, as data.
public struct EnvelopeProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// A key that no service knows.
    case unknownKey(String, suggestion: String?)
    /// A key given twice, perhaps by two of its names.
    case repeatedKey(String)
    /// A value of another type than the field takes.
    case wrongType(String, expected: EnvelopeField.Kind)
    /// The file is no JSON object.
    case notAnObject
  }

  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned.
  public let range: Range<Int>
}
