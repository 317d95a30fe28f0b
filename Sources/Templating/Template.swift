public import Diagnostics

/// A text with placeholders, cut into segments that tile it from the first byte to the last.
public struct Template: Sendable {
  /// One stretch of the text.
  public enum Segment: Sendable, Hashable {
    /// Bytes that stay as they are.
    case text(Range<Int>)
    /// `\$<` or `\${`: the text behind the backslash.
    case literal(Range<Int>)
    /// The placeholder of that number.
    case placeholder(Int)
    /// Text that was meant as a placeholder; the problem of that number says what is wrong.
    case damaged(Int)
  }

  /// The text that was parsed.
  public let text: SourceText
  /// The stretches, in order.
  public let segments: [Segment]
  /// The placeholders, in order.
  public let placeholders: [Placeholder]
  /// Everything wrong with the grammar, in order.
  public let problems: [TemplateProblem]
  /// How the text was read.
  public let dialect: Dialect

  /// Whose text it is, which decides what the marks mean.
  public enum Dialect: Sendable {
    /// An author's file: fallbacks, filters and `\` work.
    case authored
    /// The mail service's own form: names alone between the marks, anything else there is a
    /// problem; `\` means nothing.
    case wire
  }

  /// Parses a text; it never fails, what is wrong is in `problems`.
  public init(_ text: SourceText, dialect: Dialect = .authored) {
    var parser = TemplateParser(text.bytes, dialect: dialect)
    parser.parse()
    self.text = text
    self.dialect = dialect
    segments = parser.segments
    placeholders = parser.placeholders
    problems = parser.problems
  }

  /// The bytes a segment covers in the text.
  public func range(of segment: Segment) -> Range<Int> {
    switch segment {
    case .text(let range), .literal(let range): range
    case .placeholder(let index): placeholders[index].range
    case .damaged(let index): problems[index].range
    }
  }

  /// The text with every placeholder and damaged stretch overwritten by letters of equal length.
  ///
  /// HTML parsers read `$<NAME>` as an element; they get this text instead.
  public var masked: [UInt8] {
    var bytes = text.bytes
    for placeholder in placeholders {
      for index in placeholder.range { bytes[index] = UInt8(ascii: "x") }
    }
    for problem in problems where problem.hidesText {
      for index in problem.range { bytes[index] = UInt8(ascii: "x") }
    }
    return bytes
  }
}
