import Diagnostics
import JSONSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads requests as `tmpl payload` prints them, one object or one a line, and keeps one at a time.
final class PayloadReader {
  /// One request with its place.
  struct Request {
    let value: JSONValue
    let bytes: [UInt8]
    fileprivate let file: SourceFile
    fileprivate let line: Int

    /// Where an offset of the request stands in the file.
    func place(of offset: Int) -> String {
      let position = file.position(at: offset)
      return "\(file.path):\(line + position.line - 1):\(position.column)"
    }
  }

  /// The name reports show.
  let shown: String
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  private var start = 0
  private var line = 0
  private var isAtEnd = false

  /// Opens a file, or standard input for `-`.
  init(_ operand: String, in project: Project) throws(Failure) {
    guard operand != "-" else {
      (shown, descriptor) = ("<stdin>", 0)
      return
    }
    shown = operand
    let path = Paths.join(project.current, operand)
    descriptor = Files.kind(path) == .folder ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(
        Message(
          "there is no request \(quoted: operand) to read; 'tmpl payload' prints one",
          ko: "읽을 요청 \(quoted: operand)이(가) 없습니다. 'tmpl payload'로 만드세요"))
    }
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The next request; nil behind the last.
  ///
  /// - Throws: a failure with its place where there is something else.
  func next() throws(Failure) -> Request? {
    while let bytes = try nextLine() {
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      return try request(bytes)
    }
    return nil
  }

  private func request(_ first: [UInt8]) throws(Failure) -> Request {
    let number = line
    var bytes = first
    do throws(JSONError) {
      return try parse(bytes, line: number)
    } catch {
      // One request may well be written in several lines.
      guard number == 1, error.problem == .unexpectedEnd, !isAtEnd || start < buffer.count else {
        throw failure(error, bytes, line: number)
      }
    }
    while let more = try nextLine() { bytes += [UInt8(ascii: "\n")] + more }
    do throws(JSONError) {
      return try parse(bytes, line: number)
    } catch {
      throw failure(error, bytes, line: number)
    }
  }

  private func parse(_ bytes: [UInt8], line: Int) throws(JSONError) -> Request {
    Request(
      value: try JSONParser.parse(bytes), bytes: bytes,
      file: SourceFile(path: shown, bytes: bytes), line: line)
  }

  private func failure(_ error: JSONError, _ bytes: [UInt8], line: Int) -> Failure {
    let position = SourceFile(path: shown, bytes: bytes).position(at: error.offset)
    let place = "\(shown):\(line + position.line - 1):\(position.column)"
    return Failure(error.problem.message(at: place))
  }

  private func nextLine() throws(Failure) -> [UInt8]? {
    var looked = start
    while true {
      if let end = buffer[looked...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        line += 1
        return Array(buffer[start..<end])
      }
      looked = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        line += 1
        return Array(buffer[start...])
      }
      try fill()
      looked -= start
      start = 0
    }
  }

  /// Drops what was read and adds the next megabyte.
  private func fill() throws(Failure) {
    buffer.removeSubrange(..<start)
    let before = buffer.count
    guard before <= Files.sizeLimit else {
      throw Failure(
        Message(
          "\(quoted: shown) has a request of more than \(Files.sizeLimit >> 20) MiB",
          ko: "\(quoted: shown)에 \(Files.sizeLimit >> 20)MiB보다 큰 요청이 있습니다"))
    }
    let code = Descriptor.read(&buffer, from: descriptor, limit: before, chunk: 1 << 20)
    guard code == 0 else {
      let reason = String(cString: strerror(code))
      throw Failure(
        Message(
          "cannot read \(quoted: shown): \(reason)", ko: "\(quoted: shown) 파일을 읽을 수 없습니다: \(reason)"
        ))
    }
    isAtEnd = buffer.count == before
  }
}
