import Publishing

/// One client: what it has sent, what it is still to get, and until when.
struct Connection {
  private enum Phase {
    case talking
    /// Gets what is left, then goes.
    case leaving
    /// Has got everything; what it still says is not listened to.
    case draining
    /// Gets nothing.
    case silent
    case over
  }

  let descriptor: CInt
  private let limits: ServerLimits
  private var phase = Phase.talking
  private var reader: RequestReader
  private var output: [UInt8] = []
  private var sent = 0
  private var deadline: Int
  private var isInRequest = false

  init(_ descriptor: CInt, _ limits: ServerLimits, now: Int) {
    self.descriptor = descriptor
    self.limits = limits
    reader = RequestReader(limits)
    deadline = now + limits.idle
  }

  /// Whether it has ended, so that its socket can be given back.
  var isOver: Bool { if case .over = phase { true } else { false } }
  /// Whether something is to be written.
  var wantsToWrite: Bool { sent < output.count }

  /// Takes what has arrived and answers it.
  mutating func receive(
    _ buffer: inout [UInt8], now: Int, handler: (HTTPRequest) -> Reply
  ) {
    switch Socket.read(descriptor, into: &buffer) {
    case .none: return
    case .ended: phase = .over
    case .bytes(let count):
      guard case .talking = phase else { return }
      reader.add(buffer[..<count])
      answer(now: now, handler)
    }
  }

  /// Answers requests until one is incomplete or a response waits to be taken.
  private mutating func answer(now: Int, _ handler: (HTTPRequest) -> Reply) {
    while case .talking = phase, !wantsToWrite {
      switch reader.next() {
      case .incomplete:
        if reader.isInRequest != isInRequest || !isInRequest {
          isInRequest = reader.isInRequest
          deadline = now + (isInRequest ? limits.request : limits.idle)
        }
        return
      case .awaitsContinue:
        put(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), now)
        isInRequest = true
        deadline = now + limits.request
      case .refused(let refusal): refuse(refusal.status, now)
      case .request(let request, let keepsAlive):
        isInRequest = false
        act(handler(request), on: request, keepsAlive: keepsAlive, now)
      }
      send(now: now)
    }
  }

  private mutating func act(
    _ reply: Reply, on request: HTTPRequest, keepsAlive: Bool, _ now: Int
  ) {
    switch reply {
    case .response(let response):
      put(response.bytes(keepsAlive: keepsAlive, isHead: request.method == "HEAD"), now)
      if !keepsAlive { phase = .leaving }
    case .bytes(let bytes):
      put(bytes, now)
      phase = bytes.isEmpty ? .over : .leaving
    case .silence:
      phase = .silent
      deadline = now + limits.request
    case .hangUp: phase = .over
    }
  }

  private mutating func refuse(_ status: Int, _ now: Int) {
    put(HTTPResponse(status).bytes(keepsAlive: false, isHead: false), now)
    phase = .leaving
  }

  private mutating func put(_ bytes: [UInt8], _ now: Int) {
    output += bytes
    deadline = now + limits.response
  }

  /// Writes what the client takes, and goes on with what it sent meanwhile.
  mutating func transmit(now: Int, handler: (HTTPRequest) -> Reply) {
    send(now: now)
    if !wantsToWrite { answer(now: now, handler) }
  }

  private mutating func send(now: Int) {
    while wantsToWrite {
      switch Socket.write(output[sent...], to: descriptor) {
      case .none: return
      case .ended:
        phase = .over
        return
      case .bytes(let count):
        sent += count
        deadline = now + limits.response
      }
    }
    output.removeAll(keepingCapacity: output.count < 1 << 20)
    sent = 0
    // Closed at once, what was not read would make the system take the response back.
    if case .leaving = phase {
      Socket.endWriting(descriptor)
      phase = .draining
      deadline = now + limits.farewell
    } else if case .talking = phase, isInRequest {
      deadline = now + limits.request
    }
  }

  /// Ends a client whose time is over.
  mutating func expire(now: Int) {
    guard now >= deadline else { return }
    guard case .talking = phase, isInRequest, !wantsToWrite else {
      phase = .over
      return
    }
    refuse(408, now)
    send(now: now)
  }
}
