/// A body that comes in chunks (RFC 9112 §7.1), taken as it arrives.
struct ChunkedBody {
  private enum Place {
    case size
    case data(left: Int)
    case dataEnd
    case trailer
  }

  private(set) var bytes: [UInt8] = []
  private var place = Place.size
  private var line: [UInt8] = []
  private var trailerBytes = 0

  /// Takes bytes up to the end of the body.
  ///
  /// - Parameters:
  ///   - input: what has arrived.
  ///   - limits: how much may be asked.
  /// - Returns: how many bytes were taken, and whether the body is complete.
  /// - Throws: the status to refuse it with.
  mutating func take(
    _ input: ArraySlice<UInt8>, _ limits: ServerLimits
  ) throws(Refusal) -> (count: Int, isComplete: Bool) {
    var index = input.startIndex
    while index < input.endIndex {
      if case .data(let left) = place {
        let count = min(left, input.endIndex - index)
        bytes += input[index..<index + count]
        index += count
        place = count == left ? .dataEnd : .data(left: left - count)
        continue
      }
      let byte = input[index]
      index += 1
      if byte != 0x0A {
        line.append(byte)
        guard line.count <= 1024 else { throw Refusal(400) }
        continue
      }
      if line.last == 0x0D { line.removeLast() }
      if try endLine(limits) { return (index - input.startIndex, true) }
    }
    return (input.count, false)
  }

  /// Judges a line; true at the end of the body.
  private mutating func endLine(_ limits: ServerLimits) throws(Refusal) -> Bool {
    defer { line.removeAll(keepingCapacity: true) }
    switch place {
    case .size:
      let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
      guard !digits.isEmpty, digits.count <= 8, digits.first != UInt8(ascii: "+"),
        digits.first != UInt8(ascii: "-"),
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw Refusal(400) }
      guard size <= limits.bodyBytes - bytes.count else { throw Refusal(413) }
      place = size == 0 ? .trailer : .data(left: size)
    case .dataEnd:
      guard line.isEmpty else { throw Refusal(400) }
      place = .size
    case .trailer:
      if line.isEmpty { return true }
      trailerBytes += line.count
      guard trailerBytes <= limits.headBytes else { throw Refusal(431) }
    case .data: break
    }
    return false
  }
}
