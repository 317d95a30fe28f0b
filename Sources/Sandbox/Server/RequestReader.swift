import Publishing

/// Makes requests of what arrives on a connection, however it is cut; each byte is looked at once.
struct RequestReader {
  /// What can be made of the bytes so far.
  enum Step {
    /// Nothing yet.
    case incomplete
    /// Nothing yet, and the client waits for a word before it goes on.
    case awaitsContinue
    /// A request, and whether another may follow.
    case request(HTTPRequest, keepsAlive: Bool)
    /// Something that is no request.
    case refused(Refusal)
  }

  private enum Place {
    case head
    case body(RequestHead, length: Int)
    case chunks(RequestHead, ChunkedBody)
    case ended
  }

  private let limits: ServerLimits
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var place = Place.head

  init(_ limits: ServerLimits) { self.limits = limits }

  /// Whether a request has begun and not ended.
  var isInRequest: Bool {
    if case .head = place { return start < buffer.count }
    return true
  }

  /// Takes what has arrived.
  mutating func add(_ bytes: some Collection<UInt8>) { buffer += bytes }

  /// Makes the next request.
  mutating func next() -> Step {
    do throws(Refusal) {
      return try advance()
    } catch {
      place = .ended
      buffer = []
      return .refused(error)
    }
  }

  private mutating func advance() throws(Refusal) -> Step {
    while true {
      switch place {
      case .ended: return .incomplete
      case .head:
        guard let head = try head() else { return .incomplete }
        place =
          switch head.framing {
          case .length(let length): .body(head, length: length)
          case .chunked: .chunks(head, ChunkedBody())
          }
        if head.expectsContinue, start == buffer.count, head.framing != .length(0) {
          return .awaitsContinue
        }
      case .body(let head, let length):
        guard buffer.count - start >= length else { return .incomplete }
        let body = Array(buffer[start..<start + length])
        consume(length)
        return finish(head, body)
      case .chunks(let head, var body):
        // Two owners would copy all that has arrived with each piece.
        place = .ended
        let (count, isComplete) = try body.take(buffer[start...], limits)
        consume(count)
        if isComplete { return finish(head, body.bytes) }
        place = .chunks(head, body)
        return .incomplete
      }
    }
  }

  private mutating func finish(_ head: RequestHead, _ body: [UInt8]) -> Step {
    place = .head
    var request = head.request
    request.body = body
    return .request(request, keepsAlive: head.keepsAlive)
  }

  private mutating func consume(_ count: Int) {
    start += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: start < 1 << 20)
      start = 0
    } else if start > 1 << 18 {
      buffer.removeFirst(start)
      start = 0
    }
    searched = start
  }

  /// The next head once its empty line is there.
  private mutating func head() throws(Refusal) -> RequestHead? {
    // Empty lines before a request are passed over (RFC 9112 §2.2).
    while start < buffer.count, buffer[start] == 0x0D || buffer[start] == 0x0A { consume(1) }
    while let feed = buffer[max(searched, start)...].firstIndex(of: 0x0A) {
      searched = feed + 1
      guard feed - start < limits.headBytes else { throw Refusal(431) }
      var end = feed
      if end > start, buffer[end - 1] == 0x0D { end -= 1 }
      guard end > start, buffer[end - 1] == 0x0A else { continue }
      var last = end - 1
      if last > start, buffer[last - 1] == 0x0D { last -= 1 }
      let head = try RequestHead(buffer[start..<last], limits)
      consume(feed + 1 - start)
      return head
    }
    guard buffer.count - start < limits.headBytes else { throw Refusal(431) }
    searched = buffer.count
    return nil
  }
}
