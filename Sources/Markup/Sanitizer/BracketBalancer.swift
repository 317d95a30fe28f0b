import CLibXML2

/// Lets libxml2 balance the tags of canonical markup.
///
/// The only file that talks to C. libxml2 reads markup of our own making, which holds nothing but
/// tags named after elements' numbers and the letter `x`; its tree and its printer stay unused.
enum BracketBalancer {
  /// What libxml2 tells.
  typealias Event = MarkupShape.Kind

  // Wants to be done once before threads parse.
  private static let initialized: Void = xmlInitParser()

  /// Balances tags.
  ///
  /// - Parameters:
  ///   - shape: the tags and what is between them.
  ///   - take: gets the balanced ones, in order.
  /// - Returns: whether libxml2 read all of it.
  static func balance(_ shape: [MarkupShape], _ take: (Event) -> Void) -> Bool {
    _ = initialized
    return withoutActuallyEscaping(take) { take in
      let exchange = Exchange(shape, take)
      let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
      let isComplete = unsafe tmpl_read_html(
        context,
        { context, buffer, count in
          unsafe Exchange.of(context)?.read(buffer, Int(count)) ?? 0
        },
        { context, name, _ in
          guard let element = unsafe TagName.element(name) else { return }
          unsafe Exchange.of(context)?.take(.start(element))
        },
        { context, name in
          guard let element = unsafe TagName.element(name) else { return }
          unsafe Exchange.of(context)?.take(.end(element))
        },
        { context, _, count in
          guard let exchange = unsafe Exchange.of(context), count > 0 else { return }
          for _ in 0..<count { exchange.take(.leaf) }
        })
      return withExtendedLifetime(exchange) { isComplete != 0 }
    }
  }
}

/// What libxml2 reads from and tells its events to.
private final class Exchange {
  let take: (BracketBalancer.Event) -> Void
  private let shape: [MarkupShape]
  private var next = 0
  private var isAtEnd = false
  /// What is spelled and not read yet.
  private var pending = Array("<div>".utf8)[...]

  init(_ shape: [MarkupShape], _ take: @escaping (BracketBalancer.Event) -> Void) {
    self.shape = shape
    self.take = take
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> Exchange? {
    unsafe context.map { unsafe Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Fills a buffer, and tells with how many bytes.
  func read(_ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int32 {
    if pending.isEmpty { spell() }
    guard let buffer = unsafe buffer, capacity > 0 else { return 0 }
    let part = pending.prefix(capacity)
    unsafe UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyBytes(from: part)
    pending = pending.dropFirst(part.count)
    return Int32(truncatingIfNeeded: part.count)
  }

  private func spell() {
    guard !isAtEnd else { return }
    var text: [UInt8] = []
    text.reserveCapacity(2048)
    spell(&text, upTo: 1600)
    // libxml2 lets go of what it has read at comments alone, and only if it has read on neither too
    // far nor too little: between 250 and 500 bytes.
    text += "<!---->".utf8
    spell(&text, upTo: 2000)
    if next == shape.count {
      text += "</div>".utf8
      isAtEnd = true
    }
    pending = text[...]
  }

  private func spell(_ text: inout [UInt8], upTo count: Int) {
    while next < shape.count, text.count < count {
      TagName.append(shape[next], to: &text)
      next &+= 1
    }
  }
}

/// Elements' names for libxml2: two letters that are no name of HTML, from `xa` on.
private enum TagName {
  private static let first = UInt8(ascii: "x")
  private static let second = UInt8(ascii: "a")

  static func append(_ shape: MarkupShape, to text: inout [UInt8]) {
    switch shape.kind {
    case .leaf: text.append(UInt8(ascii: "x"))
    case .start(let element): append(element, to: &text)
    case .end(let element):
      append(element, to: &text)
      text.insert(UInt8(ascii: "/"), at: text.count &- 3)
    }
  }

  private static func append(_ element: HTMLElement, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "<"))
    text.append(first &+ element.rawValue / 26)
    text.append(second &+ element.rawValue % 26)
    text.append(UInt8(ascii: ">"))
  }

  /// The element of a name; nil for those that libxml2 adds.
  static func element(_ name: UnsafePointer<xmlChar>?) -> HTMLElement? {
    guard let name = unsafe name else { return nil }
    let letters = unsafe (name[0], name[0] == 0 ? 0 : name[1])
    guard letters.0 >= first, letters.1 >= second, unsafe name[2] == 0 else { return nil }
    return HTMLElement(rawValue: (letters.0 &- first) &* 26 &+ (letters.1 &- second))
  }
}
