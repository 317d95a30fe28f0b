public import Diagnostics

/// What is wrong with a call of a filter, whatever the value.
public struct FilterProblem: Error, Sendable, Hashable {
  /// What can be wrong.
  public enum Kind: Sendable, Hashable {
    /// No filter has that name; `nearest` is the one that was probably meant.
    case unknownFilter(nearest: String?)
    /// An argument is missing, superfluous or not what the filter takes.
    case invalidArgument(Message)
  }

  /// The name that was called.
  public let filter: String
  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned: a name, an argument, or the call that lacks one.
  public let range: Range<Int>

  /// HTML that another filter would change as if it were text.
  static func notLast(_ call: Placeholder.FilterCall) -> FilterProblem {
    FilterProblem(
      filter: call.name,
      kind: .invalidArgument(
        Message(
          "no filter can follow \(quoted: call.name)", ko: "\(quoted: call.name) 뒤에는 필터를 쓸 수 없습니다")),
      range: call.range)
  }

  /// How to call the filter; nil where there is none of that name.
  public var help: Message? {
    Filter.named(filter).map { filter in
      Message(
        "call it as it is written in the manual: \(filter.signature)",
        ko: "설명서에 나오는 대로 쓰세요: \(filter.signature)")
    }
  }
}
