import CLibXML2

/// Lets libxml2 balance the brackets of canonical markup.
///
/// The only file that talks to C. libxml2 reads markup of our own making, which holds nothing but
/// tags named after elements' numbers and the letter `x`; its tree and its printer stay unused.
enum BracketBalancer {
  /// What libxml2 tells, in order.
  enum Event: Hashable {
    case start(HTMLElement)
    case end(HTMLElement)
    /// Something between tags.
    case leaf
  }

  // Wants to be done once before threads parse.
  private static let initialized: Void = xmlInitParser()

  /// The balanced events of a text's brackets; nil if libxml2 did not read all of it.
  static func events(of brackets: [UInt8]) -> [Event]? {
    _ = initialized
    guard let count = Int32(exactly: brackets.count) else { return nil }
    let log = EventLog(capacity: brackets.count / 4)
    let context = unsafe Unmanaged.passUnretained(log).toOpaque()
    let isComplete = unsafe brackets.withUnsafeBytes { bytes in
      unsafe tmpl_read_html(
        bytes.bindMemory(to: CChar.self).baseAddress, count, context,
        { context, name, _ in
          guard let element = unsafe EventLog.element(name) else { return }
          unsafe EventLog.of(context)?.events.append(.start(element))
        },
        { context, name in
          guard let element = unsafe EventLog.element(name) else { return }
          unsafe EventLog.of(context)?.events.append(.end(element))
        },
        { context, _, count in
          guard let log = unsafe EventLog.of(context), count > 0 else { return }
          log.events.append(contentsOf: repeatElement(.leaf, count: Int(count)))
        })
    }
    return withExtendedLifetime(log) { isComplete == 0 ? nil : log.events }
  }
}

/// Collects what libxml2 tells.
private final class EventLog {
  var events: [BracketBalancer.Event] = []

  init(capacity: Int) { events.reserveCapacity(capacity) }

  static func of(_ context: UnsafeMutableRawPointer?) -> EventLog? {
    unsafe context.map { unsafe Unmanaged<EventLog>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The element that a name such as `e12` stands for; nil for those that libxml2 adds.
  static func element(_ name: UnsafePointer<xmlChar>?) -> HTMLElement? {
    guard var name = unsafe name, unsafe name.pointee == UInt8(ascii: "e") else { return nil }
    var number: UInt8 = 0
    while true {
      unsafe name += 1
      let digit = unsafe name.pointee
      guard HTMLByte.isDigit(digit) else { return digit == 0 ? HTMLElement(rawValue: number) : nil }
      number = number &* 10 &+ (digit &- UInt8(ascii: "0"))
    }
  }
}
