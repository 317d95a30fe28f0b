extension LoweringPlan {
  /// The title as the service gets it, with `${NAME}` for every value.
  public var wireTitle: [UInt8] { wire(title) }

  /// The body as the service gets it, with `${NAME}` for every value.
  public var wireBody: [UInt8] { wire(body) }

  private func wire(_ text: LoweredText) -> [UInt8] {
    text.pieces.flatMap { piece -> [UInt8] in
      switch piece {
      case .text(let range), .damaged(let range): Array(text.bytes[range])
      case .slot(let slot, _): Array("${\(slots[slot].wireName)}".utf8)
      }
    }
  }

  /// The title's slot whose value makes `${` or `#{` with what stands beside it, if one does.
  ///
  /// In the body, marks at the ends of a value are written as character references.
  func titleSlotCompletingMark(_ values: some SlotFilling) -> Int? {
    var last: UInt8 = 0
    var lastSlot: Int?
    for piece in title.pieces {
      let edges: (first: UInt8, last: UInt8)?
      var slot: Int?
      switch piece {
      case .text(let range), .damaged(let range):
        edges = (title.bytes[range.lowerBound], title.bytes[range.upperBound - 1])
      case .slot(let number, _):
        edges = values.edges(of: number)
        slot = number
      }
      guard let edges else { continue }
      let isMark =
        edges.first == UInt8(ascii: "{")
        && (last == UInt8(ascii: "$") || last == UInt8(ascii: "#"))
      if isMark, let found = slot ?? lastSlot { return found }
      (last, lastSlot) = (edges.last, slot)
    }
    return nil
  }
}
