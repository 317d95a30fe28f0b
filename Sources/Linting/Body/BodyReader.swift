import Markup

/// Walks over the tokens of a body once and keeps what rules ask about.
struct BodyReader {
  /// How many open elements are looked at when one ends.
  static let depthLimit = 512

  private(set) var elements: [BodyElement] = []
  private(set) var texts: [BodyText] = []
  private(set) var styles: [BodyStyle] = []
  private let bytes: [UInt8]
  private let tokens: [HTMLToken]
  /// What is open as browsers see it.
  private var open = OpenBodyElements()
  /// What blocks for Outlook alone have opened.
  private var ghosts = OpenBodyElements()
  /// Who the conditional block is for that was looked at last.
  private var lastBlock: (block: ConditionalBlock, audience: Audience)?

  init(_ bytes: [UInt8], _ tokens: [HTMLToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  mutating func read() {
    for (number, token) in tokens.enumerated() {
      switch token.kind {
      case .startTag: start(token, number)
      case .endTag: close(token)
      case .text: take(token, number)
      case .comment, .bogusComment, .doctype, .cdata, .conditionalStart, .conditionalEnd, .dropped:
        break
      }
    }
    open.closeAll(&elements)
    ghosts.closeAll(&elements)
  }

  private mutating func audience(of token: HTMLToken) -> Audience {
    guard let block = token.conditional else { return .everyone }
    if let known = lastBlock, known.block == block { return known.audience }
    let audience = Audience(block, of: bytes)
    lastBlock = (block, audience)
    return audience
  }

  private mutating func take(_ token: HTMLToken, _ number: Int) {
    let parent = token.isConditional ? ghosts.top ?? open.top : open.top
    if token.name.isEmpty {
      texts.append(BodyText(token: number, parent: parent, audience: audience(of: token)))
    } else if token.name == "style" {
      styles.append(
        BodyStyle(
          StyleSheet(in: token.contentRange, of: bytes, isAttribute: false),
          range: token.contentRange, element: nil, audience: audience(of: token)))
    }
  }

  private mutating func start(_ token: HTMLToken, _ number: Int) {
    if token.isConditional {
      ghosts.makeRoom(for: token.name, &elements)
    } else {
      open.makeRoom(for: token.name, &elements)
    }
    let parent = token.isConditional ? ghosts.top ?? open.top : open.top
    elements.append(element(token, number, in: parent))
    let isLeaf =
      HTMLNames.isVoid(token.name) || token.isSelfClosing && !HTMLNames.isElement(token.name)
    guard !isLeaf else { return }
    if token.isConditional {
      ghosts.push(token.name, elements.count - 1)
    } else {
      open.push(token.name, elements.count - 1)
    }
  }

  private mutating func close(_ token: HTMLToken) {
    if token.isConditional {
      ghosts.close(token.name, &elements)
    } else {
      open.close(token.name, &elements)
    }
  }

  // MARK: Elements

  private mutating func element(
    _ token: HTMLToken, _ number: Int, in parent: Int?
  ) -> BodyElement {
    var audience = audience(of: token)
    let outer = parent.map { elements[$0] }
    if let outer, !outer.audience.contains(.word) { audience.remove(.word) }
    var isHidden = outer?.isHidden ?? false
    var isSilent = outer?.isSilent ?? false
    var style: Int?
    for attribute in token.attributes {
      switch attribute.name {
      case "hidden": isHidden = true
      case "aria-hidden": isSilent = isSilent || says("true", attribute)
      case "role":
        isSilent =
          isSilent
          || token.name == "img" && ["presentation", "none"].contains { says($0, attribute) }
      case "style":
        guard style == nil, let range = attribute.valueRange else { break }
        let sheet = StyleSheet(in: range, of: bytes, isAttribute: true)
        if sheet.hides { isHidden = true }
        if sheet.hidesFromWord { audience.remove(.word) }
        style = styles.count
        styles.append(
          BodyStyle(sheet, range: range, element: elements.count, audience: audience))
      default: break
      }
    }
    return BodyElement(
      token: number, name: token.name, parent: parent, audience: audience, style: style,
      isHidden: isHidden, isSilent: isSilent, isInGhostCell: ghosts.cells > 0,
      end: elements.count + 1)
  }

  private func says(_ word: String, _ attribute: HTMLAttribute) -> Bool {
    guard let range = attribute.valueRange, range.count == word.utf8.count else { return false }
    return zip(bytes[range], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}

extension Audience {
  /// Who a conditional block is for.
  init(_ block: ConditionalBlock, of bytes: [UInt8]) {
    let condition = String(decoding: bytes[block.expression], as: UTF8.self).lowercased()
    let isForWord = condition.contains("mso") && !condition.contains("!")
    if block.isHidden {
      self = isForWord ? .word : []
    } else {
      self = condition.contains("!") ? .browsers : .everyone
    }
  }
}

extension StyleSheet {
  /// Whether a style attribute hides its element from everybody's eyes.
  fileprivate var hides: Bool {
    declarations.contains { declaration in
      guard let value = words[declaration.words].first else { return false }
      switch declaration.name {
      case "display": return value.text == "none"
      case "visibility": return value.text == "hidden"
      case "max-height", "opacity": return value.kind == .number && value.number == 0
      default: return false
      }
    }
  }

  /// Whether Word's own property keeps it from Outlook.
  fileprivate var hidesFromWord: Bool {
    declarations.contains { $0.name == "mso-hide" && words[$0.words].first?.text == "all" }
  }
}
