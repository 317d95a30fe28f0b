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
  /// Whether to keep quiet on standard error but for failures.
  var isQuiet = false
  private var buffer: [UInt8] = []
  /// Whether the reader of standard output has gone away.
  private(set) var isBroken = false

  /// Adds data to standard output.
  mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Adds text to standard output.
  mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Sends what is waiting; a reader that has gone away is no error.
  mutating func flush() {
    if !isBroken { isBroken = !Self.send(buffer, to: 1) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Says something on standard error, unless asked to be quiet.
  mutating func note(_ message: Message) {
    if !isQuiet { say(message.text(language)) }
  }

  /// Explains on standard error, in several lines, why nothing was written.
  mutating func explain(_ text: String) { say(String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))) }

  /// Says on standard error why the run failed.
  mutating func fail(_ message: Message) { say("tmpl: " + message.text(language)) }

  private mutating func say(_ text: String) {
    flush()
    _ = Self.send(Array((text + "\n").utf8), to: 2)
  }

  private static func send(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    bytes.withUnsafeBytes { data in
      var sent = 0
      while sent < data.count {
        let count = systemWrite(descriptor, data.baseAddress.map { $0 + sent }, data.count - sent)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }
}

/// The system's `write`, which a method of that name would hide.
func systemWrite(_ descriptor: CInt, _ data: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, data, count)
}
