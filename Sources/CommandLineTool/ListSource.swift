import Composing
import Diagnostics
import JSONSyntax
import Recipients

/// A list of people that can be read more than once.
struct ListSource {
  /// Where the people are.
  enum Place {
    /// A file on disk.
    case file(path: String)
    /// Bytes from a pipe, kept for the second pass.
    case memory([UInt8])
    /// The people of a complete request.
    case request(people: [JSONValue], bytes: [UInt8])
  }

  let place: Place
  /// The name reports show.
  let shown: String
  /// Whether these are the sample people of a template.
  let isSample: Bool
  /// How the list is written; nil finds out.
  var encoding: TextEncoding?
  /// Who is left out.
  var exclusion = Exclusion()

  init(_ place: Place, shown: String, isSample: Bool = false) {
    self.place = place
    self.shown = shown
    self.isSample = isSample
  }

  /// The list that an option names.
  init(_ operand: String, in project: Project) throws(Failure) {
    guard operand != "-" else {
      self.init(.memory(try Files.readAll(0, shownAs: "-")), shown: "<stdin>")
      return
    }
    let path = Paths.join(project.current, operand)
    switch Files.kind(path) {
    case .file?: self.init(.file(path: path), shown: operand)
    case .stream?: self.init(.memory(try Files.read(path, shownAs: operand)), shown: operand)
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

  /// Where it lies; nil for a pipe or a request.
  var path: String? {
    if case .file(let path) = place { return path }
    return nil
  }

  /// Opens the list from its beginning.
  func reader(_ wanted: WantedFields) throws(Failure) -> RecipientReader {
    do {
      switch place {
      case .file(let path):
        return try RecipientReader(
          try FileSource(path: path), wanted: wanted, encoding: encoding)
      case .memory(let bytes):
        return try RecipientReader(MemorySource(bytes), wanted: wanted, encoding: encoding)
      case .request(let people, let bytes):
        return RecipientReader(people: people, of: bytes, wanted: wanted)
      }
    } catch {
      throw failure(error)
    }
  }

  /// Why the run ends with an error of this list.
  func failure(_ error: ListError) -> Failure { Failure(error.message(list: shown)) }

  /// Calls back for every row that is not left out until the callback says that it has had enough.
  func forEachRow(
    _ wanted: WantedFields, _ body: (Row) throws(Failure) -> Bool
  ) throws(Failure) {
    var reader = try reader(wanted)
    while let row = try next(&reader) {
      guard !exclusion.contains(row) else { continue }
      guard try body(row) else { break }
    }
  }

  /// Why the run ends when nobody is left.
  func nobody(leftOut: Int) -> Failure {
    guard leftOut > 0 else { return failure(.empty) }
    return Failure(
      Message(
        "everybody in \(quoted: shown) is left out by --exclude (\(leftOut, "person", "people"))",
        ko: "\(quoted: shown)의 모든 수신자(\(leftOut)명)가 --exclude로 빠졌습니다"))
  }

  /// The row of a number, which must not have been passed; nil behind the last.
  func next(_ reader: inout RecipientReader, number: Int) throws(Failure) -> Row? {
    while let row = try next(&reader) {
      if row.number >= number { return row }
    }
    return nil
  }

  /// What came of some rows, or why they cannot be read.
  private typealias Outcome<Output> = Result<(Output, RowBlock), ListError>

  private static func work<Output: Sendable>(
    on rows: PendingRows, _ work: @escaping @Sendable (RowBlock) -> Output
  ) -> @Sendable () -> Outcome<Output> {
    {
      do throws(ListError) {
        let block = try rows.read()
        return .success((work(block), block))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Works on all rows on all cores, and takes the results in the list's order.
  ///
  /// - Parameters:
  ///   - wanted: what to bring from the list.
  ///   - crew: who works.
  ///   - work: gives out what to do with the next rows, which happens on any thread.
  ///   - take: takes what came of some rows.
  /// - Returns: the reader as it stands after the last row.
  /// - Throws: the first failure, in the list's order.
  func forEachBlock<Output: Sendable>(
    _ wanted: WantedFields, on crew: Crew, _ work: () -> @Sendable (RowBlock) -> Output,
    take: (Output, RowBlock) throws(Failure) -> Void
  ) throws(Failure) -> RecipientReader {
    var reader = try reader(wanted)
    var end: ListError?
    func nextWork() throws(Failure) -> (@Sendable () -> Outcome<Output>)? {
      guard end == nil else { return nil }
      do throws(ListError) {
        guard let rows = try reader.nextRows() else { return nil }
        return Self.work(on: rows, work())
      } catch {
        // What is wrong with the rows before comes first.
        end = error
        return nil
      }
    }
    try crew.run(next: nextWork) { (outcome: Outcome<Output>) throws(Failure) in
      let result: (Output, RowBlock)
      do throws(ListError) {
        result = try outcome.get()
        try reader.note(result.1)
      } catch {
        throw failure(error)
      }
      try take(result.0, result.1)
    }
    do throws(ListError) {
      if let end { throw end }
      try reader.finish()
    } catch {
      throw failure(error)
    }
    return reader
  }

  /// The next row of an opened list.
  func next(_ reader: inout RecipientReader) throws(Failure) -> Row? {
    do {
      return try reader.next()
    } catch {
      throw failure(error)
    }
  }
}
