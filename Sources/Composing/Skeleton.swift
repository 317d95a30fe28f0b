import Diagnostics
import Templating

/// A body as the sanitizer reads it: the author's bytes, and the stretches that stand for others.
///
/// Sanitized once with its atoms, it takes the values of every recipient.
public struct Skeleton: Sendable {
  /// What goes in the place of a stretch.
  public enum Atom: Sendable, Hashable {
    /// The value of a slot, for the use of that number.
    case slot(Int, use: Int)
    /// A damaged placeholder, which only drafts show, by the number of its problem.
    case damaged(Int)
    /// The sign of `\${` and `\$<`, which is sent as a reference.
    case sign
    /// The service's mark for its notice on how to unsubscribe; in text an element may stand there.
    case notice(isInText: Bool)
  }

  /// The service's mark for its notice on how to unsubscribe.
  public static let noticeMark = Array("#{UNSUBSCRIBE_MESSAGE}".utf8)

  /// The text.
  public private(set) var bytes: [UInt8]
  /// The stretches in it, in order and without overlap.
  public private(set) var ranges: [Range<Int>] = []
  /// What goes in their place.
  public private(set) var atoms: [Atom] = []

  init(_ body: Template, of plan: LoweringPlan, isInText: (Int) -> Bool) {
    bytes = body.text.bytes
    var uses = plan.uses.indices.filter { plan.uses[$0].place == .body }[...]
    for segment in body.segments {
      let range = body.range(of: segment)
      switch segment {
      case .text:
        addNotices(in: range, isInText)
      case .literal: append(.sign, range.lowerBound..<range.upperBound - 1)
      case .damaged(let problem): append(.damaged(problem), range)
      case .placeholder:
        guard let use = uses.popFirst() else { continue }
        let slot = plan.uses[use].slot
        // Signs before it are written with the value.
        let start = range.lowerBound - plan.slots[slot].form.dollars
        append(.slot(slot, use: use), start..<range.upperBound)
      }
    }
  }

  private mutating func addNotices(in range: Range<Int>, _ isInText: (Int) -> Bool) {
    var rest = bytes[range]
    while let start = rest.firstIndex(of: UInt8(ascii: "#")) {
      rest = rest[start...]
      if rest.starts(with: Self.noticeMark) {
        append(.notice(isInText: isInText(start)), start..<start + Self.noticeMark.count)
        rest = rest.dropFirst(Self.noticeMark.count)
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func append(_ atom: Atom, _ range: Range<Int>) {
    atoms.append(atom)
    ranges.append(range)
  }

  /// The text with one recipient's values in it, for values that are markup themselves.
  ///
  /// - Parameters:
  ///   - values: one for each slot.
  ///   - problems: what has no value; its places stay.
  /// - Returns: a text that has to be sanitized anew.
  public func settled(_ values: WireValues, problems: [ValueProblem]) -> Skeleton {
    let refused = Set(problems.map(\.slot))
    var settled = self
    settled.bytes = []
    settled.ranges = []
    settled.atoms = []
    var place = 0
    for (atom, range) in zip(atoms, ranges) {
      settled.bytes += bytes[place..<range.lowerBound]
      place = range.upperBound
      if case .slot(let slot, _) = atom, !refused.contains(slot) {
        settled.bytes += values[slot]
      } else {
        let start = settled.bytes.count
        settled.bytes += bytes[range]
        settled.append(atom, start..<settled.bytes.count)
      }
    }
    settled.bytes += bytes[place...]
    return settled
  }
}
