/// Turns pieces of a text into UTF-8.
///
/// What is no text becomes a byte that UTF-8 never holds, and ends the decoding: whoever checks
/// records as UTF-8 finds it in its row.
struct TextDecoder {
  let encoding: TextEncoding
  /// What was met that is no text.
  private(set) var violation: EncodingViolation?
  /// A character of which only the beginning was there yet.
  private var rest: [UInt8] = []
  /// Bytes of the file before `rest`.
  private var offset = 0

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes the next piece of the text.
  ///
  /// - Parameters:
  ///   - bytes: the piece.
  ///   - isLast: whether nothing comes behind it.
  /// - Returns: the same as UTF-8, but for what may go on in the next piece.
  /// - Throws: `ListError.noConversion` when the system does not know the encoding.
  mutating func decode(_ bytes: [UInt8], isLast: Bool) throws(ListError) -> [UInt8] {
    guard violation == nil else { return [] }
    guard encoding != .utf8 else { return bytes }
    let input = rest.isEmpty ? bytes : rest + bytes
    var output: [UInt8] = []
    output.reserveCapacity(input.count / 2 * 3 + 4)
    let end =
      encoding == .cp949
      ? try decodeCP949(input, &output)
      : decodeUTF16(input, isLittle: encoding == .utf16LittleEndian, &output)
    // Only a character that may go on is left over.
    let mayGoOn = !isLast && input.count - end < (encoding == .cp949 ? 2 : 4)
    if end < input.count, !mayGoOn || !isBeginning(input[end...]) {
      violation = EncodingViolation(encoding: encoding, byte: input[end], offset: offset + end)
      output.append(UInt8(0xFF))
    }
    rest = Array(input[end...])
    offset += end
    return output
  }

  /// Whether bytes that are no character could become one.
  private func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch encoding {
    case .utf8: false
    case .cp949: bytes.count == 1
    case .utf16LittleEndian, .utf16BigEndian:
      bytes.count < 2 || isHighSurrogate(bytes)
    }
  }

  private func isHighSurrogate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let high =
      encoding == .utf16LittleEndian ? bytes[bytes.startIndex + 1] : bytes[bytes.startIndex]
    return high & 0xFC == 0xD8
  }

  /// - Returns: where what is no character, or not all of one, begins.
  private func decodeCP949(_ input: [UInt8], _ output: inout [UInt8]) throws(ListError) -> Int {
    guard let code = CP949.shared else { throw ListError.noConversion(encoding) }
    var index = 0
    while index < input.count {
      let lead = input[index]
      if lead < 0x80 {
        output.append(lead)
        index += 1
      } else {
        guard index + 1 < input.count else { break }
        let character = code.character(lead, input[index + 1])
        guard character != 0 else { break }
        output.add(UInt32(character))
        index += 2
      }
    }
    return index
  }

  private func decodeUTF16(_ input: [UInt8], isLittle: Bool, _ output: inout [UInt8]) -> Int {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var index = 0
    while index + 1 < input.count {
      let high = unit(index)
      if high & 0xF800 != 0xD800 {
        output.add(high)
        index += 2
      } else {
        guard high & 0xFC00 == 0xD800, index + 3 < input.count else { break }
        let low = unit(index + 2)
        guard low & 0xFC00 == 0xDC00 else { break }
        output.add(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
        index += 4
      }
    }
    return index
  }
}

extension [UInt8] {
  /// Adds a code point as UTF-8.
  @inline(__always)
  fileprivate mutating func add(_ character: UInt32) {
    func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
    func following(_ shift: UInt32) -> UInt8 { byte(character >> shift & 0x3F | 0x80) }
    switch character {
    case ..<0x80: append(byte(character))
    case ..<0x800:
      append(byte(character >> 6 | 0xC0))
      append(following(0))
    case ..<0x10000:
      append(byte(character >> 12 | 0xE0))
      append(following(6))
      append(following(0))
    default:
      append(byte(character >> 18 | 0xF0))
      append(following(12))
      append(following(6))
      append(following(0))
    }
  }
}
