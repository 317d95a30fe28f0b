import Composing
import Mailing

/// Sizes of filled mails by arithmetic: fixed bytes plus each value times its uses.
struct FilledSizes {
  /// Bytes of the title outside placeholders, with the mark that the service puts before it.
  let fixedTitle: Int
  /// Bytes of the body outside placeholders.
  let fixedBody: Int
  private let titleUses: [Int]
  private let hasBlankTitleText: Bool
  private let bodyUses: [Int]

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
      && titleUses.indices.allSatisfy { titleUses[$0] == 0 || values.isBlank($0) }
  }

  func title(_ values: some SlotValues) -> Int { fixedTitle + values.size(of: titleUses) }

  func body(_ values: some SlotValues) -> Int { fixedBody + values.size(of: bodyUses) }

  private static func count(_ text: LoweredText, slots: Int) -> [Int] {
    var uses = [Int](repeating: 0, count: slots)
    for case .slot(let slot, _) in text.pieces { uses[slot] += 1 }
    return uses
  }
}
