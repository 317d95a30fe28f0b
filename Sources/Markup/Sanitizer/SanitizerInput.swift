/// A text as the sanitizer reads it: sound UTF-8, its placeholders turned into characters.
///
/// What is no UTF-8, U+0000 and characters of plane 15 become U+FFFD, line ends become U+000A, and
/// a byte order mark at the beginning goes.
struct SanitizerInput {
  private let source: [UInt8]
  private let atoms: [Range<Int>]
  /// The text; the source itself where nothing had to change.
  private(set) var bytes: [UInt8] = []
  private var isChanged = false

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - atoms: the placeholders' ranges, in order.
  init(_ source: [UInt8], atoms: [Range<Int>]) {
    self.source = source
    self.atoms = atoms
    var bytes: [UInt8] = []
    var count = source.count
    forEachChange { count &+= $0.replacement.count &- $0.range.count }
    var place = 0
    forEachChange { change in
      if place == 0 { bytes.reserveCapacity(count) }
      bytes += source[place..<change.range.lowerBound]
      change.replacement.append(to: &bytes)
      place = change.range.upperBound
    }
    isChanged = place > 0
    if isChanged { bytes += source[place...] }
    self.bytes = isChanged ? bytes : source
  }

  /// Gives the text's memory back when all of it is read.
  mutating func forgetText() { bytes = [] }

  /// The offsets in the source of sorted offsets in `bytes`.
  ///
  /// The source is read once more, since remembering each change could take many times its memory.
  func sources(of offsets: [Int]) -> [Int] {
    guard isChanged, !offsets.isEmpty else { return offsets }
    var sources: [Int] = []
    sources.reserveCapacity(offsets.count)
    var count = 0
    var place = 0
    forEachChange { change in
      let next = count &+ change.range.lowerBound &- place &+ change.replacement.count
      while sources.count < offsets.count, offsets[sources.count] < next {
        sources.append(place &+ offsets[sources.count] &- count)
      }
      count = next
      place = change.range.upperBound
    }
    return sources + offsets[sources.count...].map { place &+ $0 &- count }
  }

  // MARK: Changes

  private enum Replacement {
    case nothing
    case lineEnd
    case unknownCharacter
    case atom(Int)

    var count: Int {
      switch self {
      case .nothing: 0
      case .lineEnd: 1
      case .unknownCharacter: 3
      case .atom: AtomCharacter.length
      }
    }

    func append(to bytes: inout [UInt8]) {
      switch self {
      case .nothing: break
      case .lineEnd: bytes.append(0x0A)
      case .unknownCharacter:
        bytes.append(0xEF)
        bytes.append(0xBF)
        bytes.append(0xBD)
      case .atom(let number): bytes += AtomCharacter.bytes(number)
      }
    }
  }

  /// What stands for a range of the source; everything between changes stays as it is.
  private struct Change {
    let range: Range<Int>
    let replacement: Replacement
  }

  private func forEachChange(_ body: (Change) -> Void) {
    var place = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if place > 0 { body(Change(range: 0..<place, replacement: .nothing)) }
    for (number, atom) in atoms.enumerated() where atom.lowerBound >= place {
      let start = min(atom.lowerBound, source.count)
      decode(place..<start, body)
      place = min(atom.upperBound, source.count)
      let isNumbered = number < SanitizerLimits.atoms
      body(
        Change(range: start..<place, replacement: isNumbered ? .atom(number) : .unknownCharacter))
    }
    decode(place..<source.count, body)
  }

  private func decode(_ range: Range<Int>, _ body: (Change) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = source[place]
      if byte < 0x80, byte != 0, byte != 0x0D {
        place &+= 1
        continue
      }
      let start = place
      let length = Self.length(of: source[place..<range.upperBound])
      place &+= length.count
      if byte == 0x0D {
        let isPair = place < range.upperBound && source[place] == 0x0A
        body(Change(range: start..<place, replacement: isPair ? .nothing : .lineEnd))
      } else if !length.isSound || AtomCharacter.isAtom(lead: byte, second: source[start &+ 1]) {
        body(Change(range: start..<place, replacement: .unknownCharacter))
      }
    }
  }

  /// How many bytes a character has, or what is left of one: the longest beginning of a character
  /// (Unicode §3.9, as the Encoding Standard decodes).
  private static func length(of text: ArraySlice<UInt8>) -> (count: Int, isSound: Bool) {
    let start = text.startIndex
    guard let (length, second) = form(text[start]) else { return (1, false) }
    guard text.count > 1, second.contains(text[start &+ 1]) else { return (1, false) }
    var count = 2
    while count < length, count < text.count, text[start &+ count] & 0xC0 == 0x80 { count &+= 1 }
    return (count, count == length)
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
