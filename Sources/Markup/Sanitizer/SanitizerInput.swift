/// A text as the sanitizer reads it: sound UTF-8, its placeholders turned into characters.
///
/// What is no UTF-8, U+0000 and characters of plane 15 become U+FFFD, line ends become U+000A, and
/// a byte order mark at the beginning goes.
struct SanitizerInput {
  private(set) var bytes: [UInt8] = []
  /// Where lengths changed: from `bytes` on, in both texts.
  private var shifts: [(bytes: Int, source: Int)] = []

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - atoms: the placeholders' ranges, in order.
  init(_ source: [UInt8], atoms: [Range<Int>]) {
    bytes.reserveCapacity(source.count &+ atoms.count &* AtomCharacter.length)
    var place = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if place > 0 { shifts.append((0, place)) }
    for (number, atom) in atoms.enumerated() where atom.lowerBound >= place {
      read(source, place..<min(atom.lowerBound, source.count))
      place = min(atom.upperBound, source.count)
      bytes +=
        number < SanitizerLimits.atoms ? AtomCharacter.bytes(number) : Self.replacement
      shifts.append((bytes.count, place))
    }
    read(source, place..<source.count)
  }

  /// The offset in the source of an offset in `bytes`, found by halving.
  func source(of offset: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low &+ high) / 2
      if shifts[middle].bytes <= offset { low = middle &+ 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    return shifts[low &- 1].source &+ offset &- shifts[low &- 1].bytes
  }

  // MARK: Decoding

  private mutating func read(_ source: [UInt8], _ range: Range<Int>) {
    var place = range.lowerBound
    var start = place
    while place < range.upperBound {
      let byte = source[place]
      if byte < 0x80, byte != 0, byte != 0x0D {
        place &+= 1
        continue
      }
      let length = Self.length(of: source[place..<range.upperBound])
      if length.isSound, !AtomCharacter.isAtom(lead: byte, second: source[place &+ 1]) {
        place &+= length.count
        continue
      }
      bytes += source[start..<place]
      place &+= length.count
      replace(byte, before: place < range.upperBound ? source[place] : nil, at: place)
      start = place
    }
    bytes += source[start..<range.upperBound]
  }

  private mutating func replace(_ byte: UInt8, before next: UInt8?, at place: Int) {
    if byte != 0x0D {
      bytes += Self.replacement
    } else if next != 0x0A {
      bytes.append(0x0A)
    }
    shifts.append((bytes.count, place))
  }

  /// How many bytes a character has, or what is left of one: the longest beginning of a character
  /// (Unicode §3.9, as the Encoding Standard decodes).
  private static func length(of text: ArraySlice<UInt8>) -> (count: Int, isSound: Bool) {
    var rest = text
    guard let lead = rest.popFirst(), let (length, second) = form(lead) else { return (1, false) }
    guard let byte = rest.popFirst(), second.contains(byte) else { return (1, false) }
    let more = rest.prefix(length &- 2).prefix { 0x80...0xBF ~= $0 }.count
    return (2 &+ more, 2 &+ more == length)
  }

  private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
