public import Composing
import Diagnostics
import JSONSyntax
public import Linting
import Mailing
public import Recipients
import Templating

/// A rule's example, read as the tool would read its files.
public struct OpenedExample {
  /// The template.
  public let draft: Draft
  /// The list; nil where there is none.
  public let list: [UInt8]?
  /// The byte ranges that the example marks, by file.
  public private(set) var marks: [String: [Range<Int>]] = [:]

  /// Takes the marks out of an example and parses the rest.
  public init(_ example: RuleExample) throws {
    var marks: [String: [Range<Int>]] = [:]
    func plain(_ text: String, _ file: String) -> [UInt8] {
      let (bytes, ranges) = Self.unmarked(text)
      if !ranges.isEmpty { marks[file] = ranges }
      return bytes
    }
    if let request = example.request {
      let bytes = plain(request, "request.json")
      draft = try Draft.of(request: bytes)
      list = bytes
    } else {
      var fields = example.fields
      if !fields.contains("senderAddress") {
        fields = "\"senderAddress\": \"sender@example.com\"" + (fields.isEmpty ? "" : ", " + fields)
      }
      let mail = plain("{\"title\": \"\(example.title)\", \(fields)}", "mail.json")
      draft = try Draft.of(mail: mail, body: plain(example.body, "body.html"))
      list = example.people.map { Array($0.utf8) }
    }
    self.marks = marks
  }

  /// The rows of the list, if there is one.
  public func reader() throws -> RecipientReader? {
    guard let list else { return nil }
    return try RecipientReader(
      MemorySource(list), wanted: WantedFields(parameters: draft.parameterNames))
  }

  /// A text without its `‹…›`, and the byte ranges that they enclosed.
  private static func unmarked(_ text: String) -> (bytes: [UInt8], ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for character in text {
      switch character {
      case "‹": start = bytes.count
      case "›": ranges.append(start..<bytes.count)
      default: bytes += Array(String(character).utf8)
      }
    }
    return (bytes, ranges)
  }
}
