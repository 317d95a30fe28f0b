import CLibXML2

/// Lets libxml2 balance the tags of canonical markup.
///
/// The only file that talks to C. libxml2 reads markup of our own making, which holds nothing but
/// tags without attributes and the letter `x`; its tree and its printer stay unused.
enum BracketBalancer {
  /// What libxml2 tells.
  enum Event: Hashable {
    case start(HTMLElement)
    case end(HTMLElement)
    /// A text or an element without contents.
    case leaf
  }

  // Wants to be done once before threads parse.
  private static let initialized: Void = xmlInitParser()

  /// Balances tags.
  ///
  /// - Parameters:
  ///   - markup: the tags and what is between them.
  ///   - take: gets the balanced ones, in order.
  /// - Returns: whether libxml2 read all of it.
  static func balance(_ markup: CanonicalMarkup, _ take: (Event) -> Void) -> Bool {
    _ = initialized
    return withoutActuallyEscaping(take) { take in
      var exchange = Exchange(markup, take)
      return unsafe withUnsafeMutablePointer(to: &exchange) { exchange in
        let isComplete = unsafe tmpl_read_html(
          exchange,
          { context, buffer, count in
            unsafe Exchange.at(context)?.pointee.read(buffer, Int(count)) ?? 0
          },
          { context, name, _ in
            guard let element = unsafe Exchange.element(name) else { return }
            unsafe Exchange.at(context)?.pointee.take(.start(element))
          },
          { context, name in
            guard let element = unsafe Exchange.element(name) else { return }
            unsafe Exchange.at(context)?.pointee.take(.end(element))
          },
          { context, _, count in
            guard let exchange = unsafe Exchange.at(context), count > 0 else { return }
            for _ in 0..<count { unsafe exchange.pointee.take(.leaf) }
          })
        return isComplete != 0
      }
    }
  }
}

/// What libxml2 reads from and tells its events to.
private struct Exchange {
  let take: (BracketBalancer.Event) -> Void
  private var reader: MarkupReader
  private var isAtEnd = false
  /// What is spelled, and how much of it was read.
  private var text = Array("<div>".utf8)
  private var place = 0

  init(_ markup: CanonicalMarkup, _ take: @escaping (BracketBalancer.Event) -> Void) {
    reader = MarkupReader(markup)
    self.take = take
  }

  static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Exchange>? {
    unsafe context?.assumingMemoryBound(to: Exchange.self)
  }

  /// The element of a name; nil for those that libxml2 adds.
  static func element(_ name: UnsafePointer<xmlChar>?) -> HTMLElement? {
    guard let name = unsafe name else { return nil }
    return unsafe TagName.element(UnsafeBufferPointer(start: name, count: strlen(name)))
  }

  /// Fills a buffer, and tells with how many bytes.
  mutating func read(_ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int32 {
    if place == text.count { spell() }
    guard let buffer = unsafe buffer, capacity > 0 else { return 0 }
    let part = text[place...].prefix(capacity)
    unsafe UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyBytes(from: part)
    place &+= part.count
    return Int32(truncatingIfNeeded: part.count)
  }

  private mutating func spell() {
    text.removeAll(keepingCapacity: true)
    place = 0
    guard !isAtEnd else { return }
    spell(upTo: 1600)
    // libxml2 lets go of what it has read at comments alone, and only if it has read on neither too
    // far nor too little: between 250 and 500 bytes.
    text += "<!---->".utf8
    spell(upTo: 2000)
    if isAtEnd { text += "</div>".utf8 }
  }

  private mutating func spell(upTo count: Int) {
    while !isAtEnd, text.count < count {
      switch reader.next() {
      case .start(let element): TagName.append(startTagOf: element, to: &text)
      case .takenBack: TagName.append(startTagOf: .a, to: &text)
      case .end(let element): TagName.append(endTagOf: element, to: &text)
      case .void, .text: text.append(UInt8(ascii: "x"))
      case nil: isAtEnd = true
      }
    }
  }
}
