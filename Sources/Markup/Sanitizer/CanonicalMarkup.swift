/// A text after the policy: what may be printed, on a tape of a few bytes a tag.
///
/// Texts have many tags, of which each takes room; so nothing stands on the tape that its order tells
/// already, such as where a value begins.
struct CanonicalMarkup {
  /// A kept attribute; its value is the next stretch of the content.
  struct Attribute {
    let name: AttributeName
    let length: Int
  }

  /// Where the next thing will stand.
  struct Place: Equatable {
    let tape: UInt32
    let content: UInt32
  }

  /// The marks on the tape that are no element's number.
  ///
  /// A text is followed by its length, an attribute by the number of its name and the length of its
  /// value; attributes stand behind their tag.
  enum Mark {
    /// Added to the number of an element that ends.
    static let end: UInt8 = 0x80
    static let text: UInt8 = 0x7F
    static let attribute: UInt8 = 0x7E
    /// A link's tag that turned out to be misplaced; its contents stay.
    static let takenBack: UInt8 = 0x7D
  }

  private(set) var tape: [UInt8] = []
  /// Decoded text and values, one behind the other.
  private(set) var content: [UInt8] = []

  /// Makes room for what a text can hold; room that is not used costs nothing, growing costs a copy.
  mutating func reserve(for text: [UInt8]) {
    tape.reserveCapacity(text.count)
    content.reserveCapacity(text.count)
  }

  var place: Place {
    Place(
      tape: UInt32(truncatingIfNeeded: tape.count),
      content: UInt32(truncatingIfNeeded: content.count))
  }

  // MARK: Writing

  /// Appends to the content what belongs to the text or the attribute that comes next.
  mutating func write(_ body: (inout [UInt8]) -> Void) { body(&content) }

  /// Takes back the content from a place on.
  mutating func forgetContent(from place: Int) { content.removeSubrange(place...) }

  /// Adds a tag whose attributes' values were written.
  mutating func tag(_ element: HTMLElement, _ attributes: [Attribute]) {
    tape.append(element.rawValue)
    for attribute in attributes {
      tape.append(Mark.attribute)
      tape.append(attribute.name.rawValue)
      append(length: attribute.length)
    }
  }

  /// Adds an end tag; elements that are open in its element end as well.
  mutating func end(_ element: HTMLElement) { tape.append(element.rawValue | Mark.end) }

  /// Adds a text that was written.
  mutating func text(length: Int) {
    tape.append(Mark.text)
    append(length: length)
  }

  /// Takes back the tag of a link, given its place.
  mutating func takeBack(_ place: Place) { tape[Int(place.tape)] = Mark.takenBack }

  /// Moves stretches to a place before them.
  mutating func move(_ stretches: ArraySlice<Range<Place>>, to place: Place) {
    tape.move(
      stretches.lazy.map { Int($0.lowerBound.tape)..<Int($0.upperBound.tape) },
      to: Int(place.tape))
    content.move(
      stretches.lazy.map { Int($0.lowerBound.content)..<Int($0.upperBound.content) },
      to: Int(place.content))
  }

  /// Seven bits a byte, the lowest first; all but the last have the eighth.
  private mutating func append(length: Int) {
    var rest = length
    while rest > 0x7F {
      tape.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    tape.append(UInt8(truncatingIfNeeded: rest))
  }
}

extension CanonicalMarkup.Place: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.tape < right.tape }
}

extension [UInt8] {
  /// Moves ranges, given in order, to a place before them.
  fileprivate mutating func move(_ ranges: some BidirectionalCollection<Range<Int>>, to place: Int)
  {
    var moved: [UInt8] = []
    moved.reserveCapacity(ranges.reduce(0) { $0 &+ $1.count })
    for range in ranges { moved += self[range] }
    guard !moved.isEmpty else { return }
    // What stays goes right by all that is taken out behind it.
    var shift = 0
    var end = ranges.last?.upperBound ?? place
    for range in ranges.reversed() {
      shiftRight(range.upperBound..<end, by: shift)
      shift &+= range.count
      end = range.lowerBound
    }
    shiftRight(place..<end, by: shift)
    replaceSubrange(place..<place &+ shift, with: moved)
  }

  private mutating func shiftRight(_ range: Range<Int>, by shift: Int) {
    guard shift > 0, !range.isEmpty else { return }
    unsafe withUnsafeMutableBytes { bytes in
      let target = range.lowerBound &+ shift..<range.upperBound &+ shift
      unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[target])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }
}
