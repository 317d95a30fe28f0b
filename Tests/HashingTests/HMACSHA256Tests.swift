import Hashing
import Testing

/// The test cases of RFC 4231 §4; of case 5 the RFC gives the first 128 bits.
@Suite struct HMACSHA256Tests {
  private static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] {
    [UInt8](repeating: byte, count: count)
  }

  private static let cases: [(number: Int, key: [UInt8], message: [UInt8], code: String)] = [
    (
      1, bytes(0x0B, 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      2, Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      3, bytes(0xAA, 20), bytes(0xDD, 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      4, Array(0x01...0x19), bytes(0xCD, 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      5, bytes(0x0C, 20), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"
    ),
    (
      6, bytes(0xAA, 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      7, bytes(0xAA, 131),
      Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. The \
        key needs to be hashed before being used by the HMAC algorithm.
        """.utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]

  @Test(arguments: cases.indices)
  func `matches the published codes`(index: Int) {
    let vector = Self.cases[index]
    let code = HMACSHA256.code(for: vector.message, key: vector.key).hex
    #expect(code.hasPrefix(vector.code), "case \(vector.number)")
  }
}
