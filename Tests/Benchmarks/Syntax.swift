/// How a template language writes a placeholder so that its value is escaped like ours.
struct Syntax {
  /// The file that its body is in.
  let file: String
  /// What stands around a name in texts and quoted attributes.
  private let field: (String, String)
  /// What stands around a name in links.
  private let link: (String, String)

  /// Every engine's, ours first.
  static let all = [
    Syntax(file: "body.html", field: ("$<", ">"), link: ("$<", ">")),
    Syntax(file: "body.ctemplate", field: ("{{", ":h}}"), link: ("{{", ":u}}")),
    Syntax(file: "body.gohtml", field: ("{{.", "}}"), link: ("{{.", "}}")),
    Syntax(file: "body.gotext", field: ("{{html .", "}}"), link: ("{{urlquery .", "}}")),
    Syntax(file: "body.jinja.html", field: ("{{ ", " }}"), link: ("{{ ", "|urlencode }}")),
  ]

  /// The body in this language.
  func body() -> String {
    Body.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(let name): field.0 + name + field.1
      case .link(let name): link.0 + name + link.1
      }
    }.joined()
  }
}
