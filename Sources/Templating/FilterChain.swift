import Diagnostics

/// The filters of a placeholder, checked and made ready for any number of values.
///
/// Chains are equal when their calls say the same, wherever they stand.
public struct FilterChain: Sendable {
  /// Everything wrong with the calls, in order; calls with a problem are left out of the work.
  public let problems: [FilterProblem]
  private let calls: [Call]
  private let links: [Link]

  private struct Call: Sendable, Hashable {
    let name: String
    let arguments: [Placeholder.FilterCall.Value]
  }

  private struct Link: Sendable {
    let refusal: FilterRefusal
    let transform: Filter.Transform
  }

  /// Checks calls and prepares their work; it never fails, what is wrong is in `problems`.
  public init(_ calls: [Placeholder.FilterCall]) {
    self.calls = calls.map { Call(name: $0.name, arguments: $0.arguments.map(\.value)) }
    var problems: [FilterProblem] = []
    var links: [Link] = []
    for (number, call) in calls.enumerated() {
      do throws(FilterProblem) {
        if call.name == Filter.raw.name, number < calls.count - 1 { throw .notLast(call) }
        links.append(try Self.link(call))
      } catch {
        problems.append(error)
      }
    }
    self.problems = problems
    self.links = links
  }

  private static func link(_ call: Placeholder.FilterCall) throws(FilterProblem) -> Link {
    guard let filter = Filter.named(call.name) else {
      let nearest = Suggestion.nearest(to: call.name, among: Filter.all.map(\.name))
      throw FilterProblem(
        filter: call.name, kind: .unknownFilter(nearest: nearest), range: call.nameRange)
    }
    return Link(
      refusal: FilterRefusal(filter: filter.name, accepts: filter.accepts),
      transform: try filter.transform(for: call))
  }

  /// Whether there are no calls, so that values stay as they are.
  public var isEmpty: Bool { calls.isEmpty }

  /// Whether values are HTML.
  public var isRaw: Bool { calls.last?.name == Filter.raw.name }

  /// The filters' names, in order.
  public var names: [String] { calls.map(\.name) }

  /// A regular expression that every value the first filter takes matches; nil where none can tell.
  public var pattern: String? { calls.first.flatMap { Filter.named($0.name)?.pattern } }

  /// What becomes of a value, from the first filter to the last.
  ///
  /// - Parameter value: UTF-8 that is not blank.
  /// - Returns: the new value, or the first filter that cannot take what it is given.
  public func apply(_ value: ArraySlice<UInt8>) -> Result<[UInt8], FilterRefusal> {
    guard let first = links.first else { return .success(Array(value)) }
    guard var bytes = first.transform(value) else { return .failure(first.refusal) }
    for link in links.dropFirst() {
      guard let next = link.transform(bytes[...]) else { return .failure(link.refusal) }
      bytes = next
    }
    return .success(bytes)
  }
}

extension FilterChain: Hashable {
  /// Whether two chains say the same.
  public static func == (left: FilterChain, right: FilterChain) -> Bool {
    left.calls == right.calls
  }

  /// Feeds what the calls say.
  public func hash(into hasher: inout Hasher) { hasher.combine(calls) }
}
