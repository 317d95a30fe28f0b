public import Composing
public import Hashing
public import Mailing

/// The digests of people that follow each other in a list, which any thread may make.
public struct PersonDigests: Sendable {
  /// One person.
  struct Person: Sendable {
    let row: Int
    /// How many bytes they take in a request.
    let size: Int
    let digest: Digest
  }

  private let writer: PersonWriter
  private var digester: PersonDigester
  private(set) var people: [Person] = []
  private(set) var sum = DigestSum()

  /// Begins a stretch of a draft's list.
  public init(_ draft: Draft, profile: Profile) {
    writer = PersonWriter(draft, profile: profile)
    digester = PersonDigester(draft, profile: profile)
  }

  /// Makes room for so many people.
  public mutating func reserveCapacity(_ count: Int) { people.reserveCapacity(count) }

  /// Adds the next person.
  ///
  /// - Returns: the digest of what their part of a request says.
  @discardableResult
  public mutating func add(_ person: PersonWriter.Person, row: Int) -> Digest {
    let digest = digester.digest(of: person)
    people.append(Person(row: row, size: writer.size(of: person), digest: digest))
    sum.add(digest)
    return digest
  }
}

/// The sum of digests as 256-bit numbers, which no order changes.
struct DigestSum: Sendable {
  private var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  mutating func add(_ digest: Digest) {
    var other = DigestSum()
    digest.bytes.withUnsafeBytes { bytes in
      for index in 0..<4 {
        let word = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        other.words[index] = UInt64(bigEndian: word)
      }
    }
    add(other)
  }

  mutating func add(_ other: DigestSum) {
    var carry: UInt64 = 0
    for index in (0..<4).reversed() {
      let (partial, first) = words[index].addingReportingOverflow(other.words[index])
      let (total, second) = partial.addingReportingOverflow(carry)
      words[index] = total
      carry = (first ? 1 : 0) + (second ? 1 : 0)
    }
  }

  var digest: Digest {
    var bytes: [UInt8] = []
    for index in 0..<4 {
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: words[index] >> shift))
      }
    }
    return SHA256.hash(bytes)
  }
}
