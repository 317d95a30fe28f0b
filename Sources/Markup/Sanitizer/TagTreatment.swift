/// What becomes of a tag by its name.
enum TagTreatment {
  /// It is kept, if the mode has it.
  case keep(HTMLElement)
  /// The tags go and their contents stay.
  case unwrap(Removal.Reason)
  /// The tags go, unreported: pages write their own.
  case replace
  /// The element goes with everything in it.
  case drop
  /// The tag goes, and raw text up to its end tag.
  case dropRawText
  /// The same, but for the language and direction of what is in it.
  case root
  case body
  case title
  case style
  case meta

  /// What becomes of tags with a lower-case name.
  static func of(_ name: MarkupName) -> TagTreatment { known[name] }

  private static let known: NameTable<TagTreatment> = {
    var table: [MarkupName: TagTreatment] = [
      "html": .root, "head": .replace, "body": .body, "title": .title, "style": .style,
      "meta": .meta, "noscript": .replace, "textarea": .unwrap(.active),
      "plaintext": .unwrap(.unknown),
    ]
    for element in HTMLElement.allCases {
      table[MarkupName(String(describing: element))] = .keep(element)
    }
    for name: MarkupName in ["script", "xmp", "iframe", "noembed", "noframes"] {
      table[name] = .dropRawText
    }
    for name: MarkupName in [
      "applet", "audio", "canvas", "datalist", "dialog", "fencedframe", "frameset", "map", "math",
      "object", "portal", "select", "svg", "template", "video", "xml",
    ] { table[name] = .drop }
    for name: MarkupName in [
      "base", "bgsound", "button", "embed", "form", "frame", "input", "isindex", "keygen", "link",
      "option", "source", "track",
    ] { table[name] = .unwrap(.active) }
    return NameTable(table.map { ($0, $1) }, other: .unwrap(.unknown))
  }()
}
