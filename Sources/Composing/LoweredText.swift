/// A title or body made ready for substitution: its literal bytes, and where values go.
public struct LoweredText: Sendable {
  /// A stretch of the text.
  public enum Piece: Sendable {
    /// Bytes that are sent as they are; ranges are of `bytes`.
    case text(Range<Int>)
    /// The value of a slot, for the use of that number.
    case slot(Int, use: Int)
    /// A damaged placeholder, which only drafts show.
    case damaged(Range<Int>)
  }

  /// All literal bytes, one stretch behind the other.
  public private(set) var bytes: [UInt8] = []
  /// The stretches, in order.
  public private(set) var pieces: [Piece] = []

  mutating func append(text: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    guard start < bytes.count else { return }
    if case .text(let range)? = pieces.last, range.upperBound == start {
      pieces.removeLast()
      pieces.append(.text(range.lowerBound..<bytes.count))
    } else {
      pieces.append(.text(start..<bytes.count))
    }
  }

  mutating func append(damaged text: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    pieces.append(.damaged(start..<bytes.count))
  }

  mutating func append(slot: Int, use: Int) { pieces.append(.slot(slot, use: use)) }

  /// Takes off the `$` signs that the text ends in.
  ///
  /// - Returns: how many they were.
  mutating func removeDollars() -> Int {
    guard case .text(let range)? = pieces.last else { return 0 }
    let dollars = bytes[range].reversed().prefix { $0 == UInt8(ascii: "$") }.count
    guard dollars > 0 else { return 0 }
    bytes.removeLast(dollars)
    pieces.removeLast()
    if dollars < range.count {
      pieces.append(.text(range.lowerBound..<bytes.count))
    }
    return dollars
  }

  // MARK: Substitution

  /// The text with values in place of names: all that the service does, and all a preview does.
  public func substituting(_ values: WireValues) -> [UInt8] {
    var output: [UInt8] = []
    append(to: &output, substituting: values)
    return output
  }

  /// Adds the text with values in place of names, copying each byte once.
  public func append(to output: inout [UInt8], substituting values: WireValues) {
    let size = size(with: values)
    output.append(addingCapacity: size) { span in
      span.withUnsafeMutableBufferPointer { memory, count in
        var writer = ByteWriter(UnsafeMutableBufferPointer(rebasing: memory[count...]))
        bytes.withUnsafeBufferPointer { text in
          values.withUnsafeBytes { value in
            for piece in pieces {
              switch piece {
              case .text(let range), .damaged(let range):
                writer.append(UnsafeBufferPointer(rebasing: text[range]))
              case .slot(let slot, _): writer.append(value(slot))
              }
            }
          }
        }
        count += writer.count
      }
    }
  }

  private func size(with values: WireValues) -> Int {
    var size = bytes.count
    for case .slot(let slot, _) in pieces { size += values.size(of: slot) }
    return size
  }
}
