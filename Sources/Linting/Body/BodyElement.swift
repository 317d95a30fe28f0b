import Markup

/// An element of the body, from its start tag to where it ends as browsers see it.
struct BodyElement {
  /// The number of its start tag among the tokens.
  let token: Int
  /// Its name in lower case.
  let name: MarkupName
  /// The number of the element that it stands in.
  let parent: Int?
  /// Who sees it.
  let audience: Audience
  /// The number of its style attribute among the styles.
  let style: Int?
  /// Whether it, or one around it, is styled not to be seen.
  let isHidden: Bool
  /// Whether it, or one around it, is kept from being read out.
  let isSilent: Bool
  /// Whether a table cell that only Outlook sees is open around it.
  let isInGhostCell: Bool
  /// The number of the first element behind it that does not stand in it.
  var end: Int
}

/// Text of the body that belongs to no title, style or script.
struct BodyText {
  /// The number of its token.
  let token: Int
  /// The number of the element that it stands in.
  let parent: Int?
  /// Who sees it.
  let audience: Audience
}

/// A style attribute or a style element.
struct BodyStyle {
  /// What it says.
  let sheet: StyleSheet
  /// Where it stands: the attribute's value, or the text in the element.
  let range: Range<Int>
  /// The number of the element whose attribute it is; nil for style elements.
  let element: Int?
  /// Who sees it.
  let audience: Audience
  /// The blocks that nobody sees; nil stands for the attribute's declarations.
  let unseen: Set<Int?>
  /// The blocks that are kept from Outlook.
  let unseenInWord: Set<Int?>

  init(_ sheet: StyleSheet, range: Range<Int>, element: Int?, audience: Audience) {
    self.sheet = sheet
    self.range = range
    self.element = element
    self.audience = audience
    unseen = sheet.blocks(with: "display", "none")
    unseenInWord = sheet.blocks(with: "mso-hide", "all")
  }
}
