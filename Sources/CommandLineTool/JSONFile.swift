import Diagnostics
import JSONSyntax

/// JSON files that people write.
enum JSONFile {
  /// Parses a file in which comments are allowed; fails with line and column.
  static func parse(_ file: SourceFile) throws(Failure) -> JSONValue {
    do {
      return try JSONParser.parse(file.bytes, comments: true)
    } catch {
      let position = file.position(at: error.offset)
      throw Failure(
        error.problem.message(at: "\(file.path):\(position.line):\(position.column)"))
    }
  }
}
