public import Diagnostics
public import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A local stand-in for both mail services: takes requests as they do, and sends nothing.
public struct Sandbox: ~Copyable {
  /// What the sandbox is opened with.
  public struct Options: Sendable {
    /// The port; 0 for any that is free.
    public var port: UInt16 = 8025
    /// Whose signatures count.
    public var keys: [AccessKeys] = []
    /// The id of the SENS service; nil for any.
    public var serviceID: String?
    /// What goes wrong.
    public var faults: FaultPlan?
    /// The language of its pages.
    public var language = Language.english

    /// The options that nothing was said about.
    public init() {}
  }

  private let server: HTTPServer

  /// The most message files that are made of one submission.
  public static let fileLimit = 1000

  /// Opens the sandbox; it answers while it runs.
  ///
  /// - Parameters:
  ///   - options: what it is opened with.
  ///   - file: is given each mail as a message file, with a name for it; nil makes none.
  /// - Throws: why it cannot be opened.
  public init(
    _ options: Options, file: ((_ name: String, _ bytes: [UInt8]) -> Void)? = nil
  ) throws(SandboxError) {
    let service = MailService(
      keys: options.keys, serviceID: options.serviceID, faults: options.faults,
      milliseconds: SandboxClock.now
    ) { submission in
      guard let file else { return }
      for index in 0..<min(submission.mailCount, Self.fileLimit) {
        let message = MessageFile(submission: submission, index: index)
        file("\(submission.mailID(index)).eml", message.bytes)
      }
    }
    let pages = OutboxPages(language: options.language)
    server = try HTTPServer(port: options.port, milliseconds: SandboxClock.elapsed) { request in
      service.reply(to: request)
        ?? .response(pages.response(to: request, service.outbox, now: SandboxClock.now()))
    }
    Self.holdBackSignals()
  }

  /// The port it listens on.
  public var port: UInt16 { server.port }

  /// Answers until the run is interrupted or terminated; no answer is cut short by that.
  public func run() {
    var pending = sigset_t()
    repeat {
      server.turn(wait: 100)
      sigemptyset(&pending)
      sigpending(&pending)
    } while Self.endings.allSatisfy { sigismember(&pending, $0) != 1 }
  }

  private static let endings = [SIGINT, SIGTERM]

  /// Lets the signals that end a run wait, so that they can be looked for between requests.
  private static func holdBackSignals() {
    var ending = sigset_t()
    sigemptyset(&ending)
    for signal in endings { sigaddset(&ending, signal) }
    pthread_sigmask(SIG_BLOCK, &ending, nil)
  }
}
