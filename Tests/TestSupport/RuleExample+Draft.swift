public import Composing
import Diagnostics
import JSONSyntax
public import Linting
import Mailing
import Templating

extension RuleExample {
  /// The example as a draft, with the byte ranges that its marks name, by file.
  public func draft() throws -> (draft: Draft, marks: [String: [Range<Int>]]) {
    var marks: [String: [Range<Int>]] = [:]
    func plain(_ text: String, _ file: String) -> [UInt8] {
      var bytes: [UInt8] = []
      var start: Int?
      for character in text {
        switch character {
        case "‹": start = bytes.count
        case "›":
          if let start { marks[file, default: []].append(start..<bytes.count) }
        default: bytes += Array(String(character).utf8)
        }
      }
      return bytes
    }
    var fields = fields
    if !fields.contains("senderAddress") {
      fields = "\"senderAddress\": \"sender@example.com\"" + (fields.isEmpty ? "" : ", " + fields)
    }
    let mail = SourceFile(
      path: "mail.json", bytes: plain("{\"title\": \"\(title)\", \(fields)}", "mail.json"))
    let envelope = Envelope(try JSONParser.parse(mail.bytes), file: mail, form: .folder)
    let body = SourceFile(path: "body.html", bytes: plain(body, "body.html"))
    return (Draft(name: "x", envelope: envelope, body: SourceText(body), dialect: .authored), marks)
  }
}
