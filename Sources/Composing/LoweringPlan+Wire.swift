extension LoweringPlan {
  /// The title as the service gets it, with `${NAME}` for every value.
  public var wireTitle: [UInt8] { Self.wire(title, slots) }

  /// The body as the service gets it, with `${NAME}` for every value.
  public var wireBody: [UInt8] { Self.wire(body, slots) }

  /// Puts values in place of the names: all that the service does, and all that a preview does.
  ///
  /// - Parameters:
  ///   - pieces: the title or the body of the plan.
  ///   - values: one finished value per slot.
  /// - Returns: the text as a recipient gets it.
  public static func substitute(_ pieces: [Piece], _ values: [[UInt8]]) -> [UInt8] {
    var size = 0
    for piece in pieces {
      switch piece {
      case .text(let bytes), .damaged(let bytes): size += bytes.count
      case .slot(let slot, _): size += values[slot].count
      }
    }
    var output: [UInt8] = []
    output.reserveCapacity(size)
    for piece in pieces {
      switch piece {
      case .text(let bytes), .damaged(let bytes): output.append(contentsOf: bytes)
      case .slot(let slot, _): output.append(contentsOf: values[slot])
      }
    }
    return output
  }

  /// The title's slot whose value makes `${` or `#{` with what stands beside it, if one does.
  ///
  /// In the body, marks at the ends of a value are written as character references.
  func titleSlotCompletingMark(_ values: [[UInt8]]) -> Int? {
    var last: UInt8 = 0
    var lastSlot: Int?
    for piece in title {
      let bytes: [UInt8]
      var slot: Int?
      switch piece {
      case .text(let text), .damaged(let text): bytes = text
      case .slot(let number, _):
        bytes = values[number]
        slot = number
      }
      guard let first = bytes.first, let end = bytes.last else { continue }
      let isMark =
        first == UInt8(ascii: "{") && (last == UInt8(ascii: "$") || last == UInt8(ascii: "#"))
      if isMark, let found = slot ?? lastSlot { return found }
      (last, lastSlot) = (end, slot)
    }
    return nil
  }

  private static func wire(_ pieces: [Piece], _ slots: [Slot]) -> [UInt8] {
    substitute(pieces, slots.map { Array("${\($0.wireName)}".utf8) })
  }
}
