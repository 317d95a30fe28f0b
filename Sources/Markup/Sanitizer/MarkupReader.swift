/// Reads canonical markup in its order.
struct MarkupReader {
  /// One thing on the tape.
  enum Item: Hashable {
    /// A start tag.
    case start(HTMLElement)
    /// An end tag.
    case end(HTMLElement)
    /// An element without contents.
    case void(HTMLElement)
    /// A text's place in the content.
    case text(Range<Int>)
    /// The start tag of a link that was taken back.
    case takenBack
  }

  let markup: CanonicalMarkup
  private var place = 0
  private var contentPlace = 0

  init(_ markup: CanonicalMarkup) { self.markup = markup }

  /// The next item; attributes that were not read are passed over.
  mutating func next() -> Item? {
    while nextAttribute() != nil {}
    guard place < markup.tape.count else { return nil }
    let mark = markup.tape[place]
    place &+= 1
    if mark == CanonicalMarkup.Mark.text { return .text(content()) }
    guard let element = HTMLElement(rawValue: mark & ~CanonicalMarkup.Mark.end) else {
      return .takenBack
    }
    if mark & CanonicalMarkup.Mark.end != 0 { return .end(element) }
    return element.isVoid ? .void(element) : .start(element)
  }

  /// The next attribute of the tag that was read last, and where its value is in the content.
  mutating func nextAttribute() -> (name: AttributeName, value: Range<Int>)? {
    guard place < markup.tape.count, markup.tape[place] == CanonicalMarkup.Mark.attribute,
      let name = AttributeName(rawValue: markup.tape[place &+ 1])
    else { return nil }
    place &+= 2
    return (name, content())
  }

  private mutating func content() -> Range<Int> {
    var length = 0
    var shift = 0
    var byte: UInt8
    repeat {
      byte = markup.tape[place]
      place &+= 1
      length |= Int(byte & 0x7F) &<< shift
      shift &+= 7
    } while byte > 0x7F
    defer { contentPlace &+= length }
    return contentPlace..<contentPlace &+ length
  }
}
