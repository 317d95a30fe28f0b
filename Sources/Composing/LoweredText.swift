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

  /// Where a value goes: all that substitution has to know.
  private struct Cut: Sendable {
    /// How many literal bytes come before it.
    let offset: Int
    let slot: Int
  }

  private var cuts: [Cut] = []

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

  mutating func append(slot: Int, use: Int) {
    pieces.append(.slot(slot, use: use))
    cuts.append(Cut(offset: bytes.count, slot: slot))
  }

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
    values.withBytes { values in
      bytes.withUnsafeBufferPointer { bytes in
        cuts.withUnsafeBufferPointer { cuts in
          // Nothing but pointers is captured below: nothing has to be retained for each mail.
          var size = bytes.count
          for cut in cuts { size &+= values[cut.slot].count }
          output.append(addingCapacity: size &+ Self.stretch) { span in
            span.withUnsafeMutableBufferPointer { memory, count in
              guard let base = memory.baseAddress else { return }
              count += Self.write(bytes, cuts, values, to: base + count)
            }
          }
        }
      }
    }
  }

  /// How much is copied at once between two values, whatever of it stands there.
  private static let stretch = MemoryLayout<Stretch>.size
  private typealias Stretch = (UInt128, UInt128, UInt128, UInt128)

  /// Writes literal bytes and values in turn.
  ///
  /// - Parameters:
  ///   - bytes: the literal bytes.
  ///   - cuts: where values go.
  ///   - values: one for each slot.
  ///   - memory: room for the whole text and a stretch behind it, which copies may touch.
  /// - Returns: how many bytes the text has.
  private static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cuts: UnsafeBufferPointer<Cut>,
    _ values: WireValues.Bytes, to memory: UnsafeMutablePointer<UInt8>
  ) -> Int {
    // Without any literal bytes nothing is read from there.
    let text = bytes.baseAddress ?? UnsafePointer(memory)
    var start = 0
    var target = memory
    for cut in cuts {
      let length = cut.offset &- start
      if length <= stretch, bytes.count &- start >= stretch {
        let block = UnsafeRawPointer(text + start).loadUnaligned(as: Stretch.self)
        UnsafeMutableRawPointer(target).storeBytes(of: block, as: Stretch.self)
      } else {
        target.update(from: text + start, count: length)
      }
      target += length
      start = cut.offset
      target += values.copy(cut.slot, to: target)
    }
    target.update(from: text + start, count: bytes.count &- start)
    return target - memory + bytes.count &- start
  }
}
