import Bytes

/// The bytes of a list as UTF-8, whatever encoding they have.
///
/// A byte order mark decides; else the first mebibyte from the first byte beyond ASCII: UTF-8 where
/// it is that, else CP949. Until then a list is ASCII, which both read alike.
final class DecodedSource {
  private static let sample = 1 << 20

  private var source: any ByteSource
  private let chosen: TextEncoding?
  /// Nil while the list is ASCII and nothing is decided.
  private var decoder: TextDecoder?
  /// What was read to decide and is not decoded yet.
  private var held: [UInt8] = []
  private var isAtStart = true

  init(_ source: some ByteSource, as chosen: TextEncoding? = nil) {
    self.source = source
    self.chosen = chosen
  }

  /// The encoding as far as it is known now.
  var encoding: TextEncoding { decoder?.encoding ?? .utf8 }

  /// What was met that is no text, where the decoding met it.
  var violation: EncodingViolation? { decoder?.violation }

  /// The first bytes of the file as they are, at most so many.
  func head(_ count: Int) throws(ListError) -> ArraySlice<UInt8> {
    try hold(count)
    return held.prefix(count)
  }

  /// The next bytes as UTF-8, about so many; none at the end.
  func read(_ count: Int) throws(ListError) -> [UInt8] {
    if isAtStart {
      isAtStart = false
      try hold(4)
      if let known = TextEncoding(mark: held[...]) ?? chosen { decoder = TextDecoder(known) }
    }
    while violation == nil {
      var bytes = held
      held = []
      if bytes.isEmpty { bytes = try source.read(count) }
      let isLast = bytes.isEmpty
      if decoder == nil, let start = bytes.firstBeyondASCII {
        held = bytes
        try hold(start + Self.sample)
        bytes = held
        held = []
        decoder = TextDecoder(try Self.judge(bytes))
      }
      var text = bytes
      if decoder != nil { text = try decoder?.decode(bytes, isLast: isLast) ?? [] }
      if isLast || !text.isEmpty { return text }
    }
    return []
  }

  private func hold(_ count: Int) throws(ListError) {
    while held.count < count {
      let more = try source.read(count - held.count)
      if more.isEmpty { return }
      held += more
    }
  }

  /// The encoding in which a text is valid; of two in which it is not, the one that fails later.
  private static func judge(_ bytes: [UInt8]) throws(ListError) -> TextEncoding {
    let broken = bytes.firstInvalidUTF8(in: 0..<bytes.count) ?? bytes.count
    // A sample may end within a character.
    if broken + 3 >= bytes.count, bytes[broken...].isBeginningOfUTF8 { return .utf8 }
    var decoder = TextDecoder(.cp949)
    _ = try decoder.decode(bytes, isLast: false)
    return (decoder.violation?.offset ?? bytes.count) > broken ? .cp949 : .utf8
  }
}

extension [UInt8] {
  /// Where the first byte beyond ASCII stands.
  fileprivate var firstBeyondASCII: Int? {
    withUnsafeBufferPointer { bytes in
      let memory = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index + 8 <= bytes.count {
        let word = memory.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard word & ByteWord.high == 0 else { break }
        index += 8
      }
      return bytes[index...].firstIndex { $0 >= 0x80 }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text could go on from these few bytes, or there are none.
  fileprivate var isBeginningOfUTF8: Bool {
    guard let first else { return true }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    return count < length && dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
