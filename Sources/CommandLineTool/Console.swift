import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error: the only place that prints.
struct Console {
  private static let bufferSize = 64 * 1024

  /// The language of sentences.
  var language = Language.english
  /// How much of recipients' data sentences may show.
  var disclosure = Disclosure.open
  /// Whether to keep quiet on standard error but for failures.
  var isQuiet = false
  private var buffer: [UInt8] = []
  private var lastNote: Message?
  /// The system's code for why standard output takes no more; 0 while it does.
  private var outputFailure: CInt = 0

  /// Whether standard output takes no more: its reader has gone away, or the disk is full.
  var isBroken: Bool { outputFailure != 0 }

  /// Why data for standard output was lost; a reader that has gone away is no loss.
  var loss: Message? {
    guard isBroken, outputFailure != EPIPE else { return nil }
    let reason = String(cString: strerror(outputFailure))
    return Message(
      "cannot write to standard output: \(reason); the output is not complete",
      ko: "표준 출력에 쓸 수 없습니다: \(reason). 출력이 완전하지 않습니다")
  }

  /// Adds data to standard output.
  mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Lets someone add data to standard output where it waits.
  mutating func write(_ fill: (inout [UInt8]) -> Void) {
    fill(&buffer)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Adds text to standard output.
  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Sends what is waiting.
  mutating func flush() {
    if !isBroken { outputFailure = Descriptor.write(buffer, to: 1) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Says something on standard error, unless asked to be quiet.
  mutating func note(_ message: Message) {
    if !isQuiet { say(message.text(language, disclosure)) }
  }

  /// Says something on standard error unless it was the last thing said there.
  mutating func noteOnce(_ message: Message?) {
    guard let message, message != lastNote else { return }
    lastNote = message
    note(message)
  }

  /// Explains on standard error, in several lines, why nothing was written.
  mutating func explain(_ text: String) { say(String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))) }

  /// Says all failures but the last, each once, and ends the run with the last, if there is one.
  ///
  /// - Throws: the last failure.
  mutating func fail(_ failures: [Failure]) throws(Failure) {
    guard let last = failures.last else { return }
    var said: Set<Message> = [last.message]
    for failure in failures where said.insert(failure.message).inserted { fail(failure.message) }
    throw last
  }

  /// Says on standard error why the run failed.
  mutating func fail(_ message: Message) { say("tmpl: " + message.text(language, disclosure)) }

  /// Asks a question on standard error and waits for a line; nil where input has ended.
  mutating func ask(_ question: Message) -> String? {
    flush()
    _ = Descriptor.write(Array(question.text(language, disclosure).utf8), to: 2)
    return readLine()
  }

  /// Draws on the terminal that standard error is.
  static func draw(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: 2) }

  private mutating func say(_ text: String) {
    flush()
    _ = Descriptor.write(Array((text + "\n").utf8), to: 2)
  }
}
