/// A title with places for values, which the service's list shows as it was sent or filled.
struct WireTitle {
  private let pieces: [ArraySlice<UInt8>]

  /// Takes a title apart at its `${NAME}`.
  init(_ title: [UInt8]) {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = title[...]
    while let start = rest.firstRange(of: [UInt8(ascii: "$"), UInt8(ascii: "{")]) {
      guard let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: "}")) else { break }
      pieces.append(rest[..<start.lowerBound])
      rest = rest[(end + 1)...]
    }
    self.pieces = pieces + [rest]
  }

  /// Whether a listed title can be this one: filled or not, with or without the mark of
  /// advertising that the service puts before it.
  func matches(_ listed: String) -> Bool {
    var rest = Array(listed.utf8)[...]
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      if index == pieces.count - 1 {
        return rest.count >= piece.count && rest.suffix(piece.count) == piece
      }
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
