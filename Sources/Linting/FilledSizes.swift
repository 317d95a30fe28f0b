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
    let (titleText, titleUses) = Self.count(plan.title, slots: plan.slots.count)
    fixedTitle = titleText + (draft.envelope.isAdvertising ? Self.advertisingMark : 0)
    self.titleUses = titleUses
    hasBlankTitleText = plan.title.allSatisfy { piece in
      switch piece {
      case .text(let bytes): Blank.isBlank(bytes[...])
      case .damaged: false
      case .slot: true
      }
    }
    (fixedBody, bodyUses) = Self.count(plan.body, slots: plan.slots.count)
  }

  /// Whether a mail's title would hold nothing that a reader sees.
  func isBlankTitle(_ mail: Mail) -> Bool {
    hasBlankTitleText
      && titleUses.indices.allSatisfy { titleUses[$0] == 0 || Blank.isBlank(mail.values[$0][...]) }
  }

  func title(_ mail: Mail) -> Int { Self.size(fixedTitle, titleUses, mail) }

  func body(_ mail: Mail) -> Int { Self.size(fixedBody, bodyUses, mail) }

  private static func size(_ fixed: Int, _ uses: [Int], _ mail: Mail) -> Int {
    var size = fixed
    for (slot, count) in uses.enumerated() where count > 0 {
      size += count * mail.values[slot].count
    }
    return size
  }

  private static func count(_ pieces: [Piece], slots: Int) -> (Int, [Int]) {
    var fixed = 0
    var uses = [Int](repeating: 0, count: slots)
    for piece in pieces {
      switch piece {
      case .text(let bytes), .damaged(let bytes): fixed += bytes.count
      case .slot(let slot, _): uses[slot] += 1
      }
    }
    return (fixed, uses)
  }
}
