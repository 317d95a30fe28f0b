import Composing
import Diagnostics
import JSONSyntax
import Recipients

/// A list of people that can be read more than once.
enum ListSource {
  /// A file on disk.
  case file(path: String, shown: String, isSample: Bool)
  /// Bytes from a pipe, kept for the second pass.
  case memory([UInt8], shown: String)
  /// The people of a complete request.
  case request(people: [JSONValue], bytes: [UInt8], shown: String)

  /// The list that `-r` names.
  init(_ operand: String, in project: Project) throws(Failure) {
    guard operand != "-" else {
      self = .memory(try Files.readAll(0, shownAs: "-"), shown: "<stdin>")
      return
    }
    let path = Paths.join(project.current, operand)
    switch Files.kind(path) {
    case .file?: self = .file(path: path, shown: operand, isSample: false)
    case .stream?: self = .memory(try Files.read(path, shownAs: operand), shown: operand)
    case .folder?:
      throw Failure(
        Message(
          "\(quoted: operand) is a folder; name the list's file",
          ko: "\(quoted: operand)은(는) 폴더입니다. 목록 파일을 지정하세요"))
    case nil:
      throw Failure(
        Message(
          "there is no list \(quoted: operand); check the path",
          ko: "\(quoted: operand) 목록이 없습니다. 경로를 확인하세요"))
    }
  }

  /// The name reports show.
  var shown: String {
    switch self {
    case .file(_, let shown, _), .memory(_, let shown), .request(_, _, let shown): shown
    }
  }

  /// Whether these are the sample people of a template.
  var isSample: Bool {
    if case .file(_, _, let isSample) = self { return isSample }
    return false
  }

  /// Opens the list from its beginning.
  func reader(_ wanted: WantedFields) throws(Failure) -> RecipientReader {
    do {
      switch self {
      case .file(let path, _, _):
        return try RecipientReader(try FileSource(path: path), wanted: wanted)
      case .memory(let bytes, _):
        return try RecipientReader(MemorySource(bytes), wanted: wanted)
      case .request(let people, let bytes, _):
        return RecipientReader(people: people, of: bytes, wanted: wanted)
      }
    } catch {
      throw Failure(error.message(list: shown))
    }
  }

  /// Calls back for every row until the callback says that it has had enough.
  ///
  /// - Returns: the reader as it stands after the last row.
  @discardableResult
  func forEachRow(
    _ wanted: WantedFields, _ body: (Row) throws(Failure) -> Bool
  ) throws(Failure) -> RecipientReader {
    var reader = try reader(wanted)
    while let row = try next(&reader) {
      guard try body(row) else { break }
    }
    return reader
  }

  /// The next row; nil behind the last.
  func next(_ reader: inout RecipientReader) throws(Failure) -> Row? {
    do {
      return try reader.next()
    } catch {
      throw Failure(error.message(list: shown))
    }
  }
}
