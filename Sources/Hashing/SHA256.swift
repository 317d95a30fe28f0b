/// SHA-256 of FIPS 180-4, fed in pieces of any size.
public struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// The beginning of a block whose end has not come.
  private var pending = InlineArray<64, UInt8>(repeating: 0)
  private var pendingCount = 0
  private var count: UInt64 = 0

  /// Starts an empty message.
  public init() {}

  /// The digest of a whole message.
  public static func hash(_ message: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(message)
    return hash.finalize()
  }

  /// Adds a piece of the message.
  public mutating func update(_ piece: [UInt8]) {
    count &+= UInt64(piece.count)
    piece.withUnsafeBufferPointer { piece in
      var index = 0
      if pendingCount > 0 {
        keep(piece, from: &index)
        guard pendingCount == 64 else { return }
        compressPending()
      }
      while piece.count - index >= 64 {
        Self.compress(&state, piece, at: index)
        index += 64
      }
      keep(piece, from: &index)
    }
  }

  /// Fills the pending block as far as a piece goes.
  private mutating func keep(_ piece: UnsafeBufferPointer<UInt8>, from index: inout Int) {
    while pendingCount < 64, index < piece.count {
      pending[pendingCount] = piece[index]
      pendingCount += 1
      index += 1
    }
  }

  private mutating func compressPending() {
    let block = pending
    block.span.withUnsafeBufferPointer { Self.compress(&state, $0, at: 0) }
    pendingCount = 0
  }

  /// Ends the message.
  public mutating func finalize() -> Digest {
    let bits = count &* 8
    pending[pendingCount] = 0x80
    pendingCount += 1
    if pendingCount > 56 {
      for index in pendingCount..<64 { pending[index] = 0 }
      compressPending()
    }
    for index in pendingCount..<56 { pending[index] = 0 }
    for index in 0..<8 {
      pending[56 + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - index * 8))
    }
    compressPending()
    let bytes = [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
      for index in 0..<32 {
        let shift = UInt32(24 - index % 4 * 8)
        bytes[index] = UInt8(truncatingIfNeeded: state[index / 4] >> shift)
      }
      count = 32
    }
    return Digest(bytes: bytes)
  }

  private static func compress(
    _ state: inout InlineArray<8, UInt32>, _ block: UnsafeBufferPointer<UInt8>, at offset: Int
  ) {
    guard let bytes = block.baseAddress else { return }
    let source = UnsafeRawPointer(bytes + offset)
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    var words = schedule.mutableSpan
    for index in 0..<16 {
      let word = source.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self)
      words[unchecked: index] = UInt32(bigEndian: word)
    }
    for index in 16..<64 {
      let (w15, w2) = (words[unchecked: index &- 15], words[unchecked: index &- 2])
      let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >> 3)
      let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >> 10)
      words[unchecked: index] =
        words[unchecked: index &- 16] &+ s0 &+ words[unchecked: index &- 7] &+ s1
    }
    let keys = constants.span
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in stride(from: 0, to: 64, by: 8) {
      step(a, b, c, &d, e, f, g, &h, keys[unchecked: round] &+ words[unchecked: round])
      step(h, a, b, &c, d, e, f, &g, keys[unchecked: round &+ 1] &+ words[unchecked: round &+ 1])
      step(g, h, a, &b, c, d, e, &f, keys[unchecked: round &+ 2] &+ words[unchecked: round &+ 2])
      step(f, g, h, &a, b, c, d, &e, keys[unchecked: round &+ 3] &+ words[unchecked: round &+ 3])
      step(e, f, g, &h, a, b, c, &d, keys[unchecked: round &+ 4] &+ words[unchecked: round &+ 4])
      step(d, e, f, &g, h, a, b, &c, keys[unchecked: round &+ 5] &+ words[unchecked: round &+ 5])
      step(c, d, e, &f, g, h, a, &b, keys[unchecked: round &+ 6] &+ words[unchecked: round &+ 6])
      step(b, c, d, &e, f, g, h, &a, keys[unchecked: round &+ 7] &+ words[unchecked: round &+ 7])
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() {
      state[index] = state[index] &+ word
    }
  }

  /// One round, after which the variables stand for their neighbours.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ t1
    h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 &- count)
  }

  // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2).
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
