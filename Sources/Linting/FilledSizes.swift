import Composing
import Mailing

/// Sizes of filled mails by arithmetic: fixed bytes plus each value times its uses.
struct FilledSizes {
  /// Bytes of the title outside placeholders, with the mark that the service puts before it.
  let fixedTitle: Int
  /// Bytes of the body outside placeholders.
  let fixedBody: Int
  private let titleUses: [Uses]
  private let hasBlankTitleText: Bool
  private let bodyUses: [Uses]

  /// A slot and how often it is used.
  private struct Uses {
    let slot: Int
    let count: Int
  }

  /// "(광고) ", which the service puts before the title of advertising mail.
  private static let advertisingMark = 9

  init(_ draft: Draft) {
    let plan = draft.plan
    titleUses = Self.count(plan.title, slots: plan.slots.count)
    fixedTitle = plan.title.bytes.count + (draft.envelope.isAdvertising ? Self.advertisingMark : 0)
    hasBlankTitleText = Blank.isBlank(plan.title.bytes)
    bodyUses = Self.count(plan.body, slots: plan.slots.count)
    fixedBody = plan.body.bytes.count
  }

  /// Whether a mail's title would hold nothing that a reader sees.
  func isBlankTitle(_ values: some SlotValues) -> Bool {
    hasBlankTitleText
      && titleUses.allSatisfy { values.isBlank($0.slot) }
  }

  func title(_ values: some SlotValues) -> Int { fixedTitle + Self.size(of: titleUses, values) }

  func body(_ values: some SlotValues) -> Int { fixedBody + Self.size(of: bodyUses, values) }

  private static func size(of uses: [Uses], _ values: some SlotValues) -> Int {
    uses.reduce(0) { $0 + $1.count * values.size(of: $1.slot) }
  }

  private static func count(_ text: LoweredText, slots: Int) -> [Uses] {
    var counts = [Int](repeating: 0, count: slots)
    for case .slot(let slot, _) in text.pieces { counts[slot] += 1 }
    return counts.enumerated().compactMap { slot, count in
      count == 0 ? nil : Uses(slot: slot, count: count)
    }
  }
}
