public import Composing
import Diagnostics
import JSONSyntax
import Mailing
public import Recipients
import Templating

extension Draft {
  /// A template `x` made of texts, as if they lay in `mail.json` and `body.html`.
  ///
  /// `fields` holds further fields of `mail.json`, as JSON without the braces; `optional` names
  /// parameters that may be missing or empty.
  public static func of(
    title: String = "Hello", body: String, fields: String = "", optional: Set<String> = []
  ) throws -> Draft {
    var quoted: [UInt8] = []
    JSONWriter.appendQuoted(Array(title.utf8), to: &quoted)
    let json =
      "{\"senderAddress\": \"sender@example.com\", \"title\": "
      + String(decoding: quoted, as: UTF8.self) + (fields.isEmpty ? "}" : ", \(fields)}")
    return try of(mail: Array(json.utf8), body: Array(body.utf8), optional: optional)
  }

  /// A template `x` made of the bytes of `mail.json` and `body.html`.
  public static func of(
    mail: [UInt8], body: [UInt8], optional: Set<String> = [], comments: Bool = false
  ) throws -> Draft {
    let mail = SourceFile(path: "mail.json", bytes: mail)
    let parsed = try JSONParser.parse(mail.bytes, comments: comments)
    let envelope = Envelope(parsed, file: mail, form: .folder)
    let body = SourceText(SourceFile(path: "body.html", bytes: body))
    return Draft(
      name: "x", envelope: envelope, body: body, dialect: .authored, optionalParameters: optional)
  }

  /// A complete request as a template.
  public static func of(request: [UInt8]) throws -> Draft {
    let file = SourceFile(path: "request.json", bytes: request)
    let envelope = Envelope(try JSONParser.parse(request), file: file, form: .request)
    let nothing = SourceText(SourceFile(path: "request.json", bytes: []))
    return Draft(name: "x", envelope: envelope, body: envelope.body ?? nothing, dialect: .wire)
  }

  /// The rows of a list, with what this template asks for.
  public func rows(_ list: String) throws -> [Row] {
    try rows(Array(list.utf8))
  }

  /// The rows of a list, with what this template asks for.
  public func rows(_ list: [UInt8]) throws -> [Row] {
    var reader = try RecipientReader(
      MemorySource(list), wanted: WantedFields(parameters: parameterNames))
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}
