public import Composing
import JSONSyntax

extension ValuePosition {
  /// The body with one value.
  public struct Rendering: Sendable {
    /// The value of X.
    public let value: String
    /// The value of Y.
    public let other: String
    /// The mail; nil where the value was refused.
    public let mail: Mail?
    /// The body; nil where the value was refused.
    public let body: [UInt8]?
  }

  /// What Y is for a harmless X.
  public static let harmlessOther = "other"

  /// Hostile values, some made up from a seed of its own, and those that fit.
  public var values: [String] {
    var random = SeededGenerator(seed: UInt64(template.utf8.count))
    return fitting + HostileValues.all + (0..<40).map { _ in HostileValues.text(&random) }
  }

  /// The body for every value; the first is harmless.
  public func renderings() throws -> (draft: Draft, renderings: [Rendering]) {
    let draft = try Draft.of(body: template)
    let values = values
    let others = [Self.harmlessOther] + values.dropFirst().reversed()
    var list = JSONWriter()
    list.beginArray()
    for (value, other) in zip(values, others) {
      list.beginObject()
      for (key, text) in [("address", "a@b.cc"), ("X", value), ("Y", other)] {
        list.key(key)
        list.string(text)
      }
      list.endObject()
    }
    list.endArray()
    let renderings = zip(try draft.rows(list.bytes), zip(values, others)).map { row, texts in
      var problems: [ValueProblem] = []
      let mail = draft.mail(for: row, problems: &problems)
      return Rendering(
        value: texts.0, other: texts.1, mail: problems.isEmpty ? mail : nil,
        body: problems.isEmpty ? draft.plan.body.substituting(mail.values) : nil)
    }
    return (draft, renderings)
  }
}
