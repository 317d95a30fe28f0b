import Composing
import Diagnostics
import Markup
import Templating

/// The elements whose styles hide the text in them.
struct HiddenStretches {
  /// A hidden element.
  struct Stretch {
    let token: HTMLToken
    fileprivate(set) var text = ""
    /// Whether no text is shown before it.
    fileprivate let isFirst: Bool
    /// Whether elements in it may show their text by a size of their own.
    fileprivate let isBySize: Bool
  }

  /// The most characters of a preheader.
  private static let preheaderLimit = 250

  private(set) var found: [Stretch] = []
  private let draft: Draft
  private let shownClasses: Set<String>
  private var hasShown = false
  private var open: Stretch?
  /// How many elements of the hidden one's name are open.
  private var depth = 0
  /// The element that shows its text within, and how many of its name are open.
  private var shown: (name: MarkupName, depth: Int)?

  init(_ draft: Draft) {
    self.draft = draft
    shownClasses = Self.classesInMedia(draft)
    for token in draft.markup.tokens where !token.isConditional { read(token) }
    close()
  }

  private mutating func read(_ token: HTMLToken) {
    switch token.kind {
    case .startTag where !HTMLNames.isVoid(token.name): start(token)
    case .endTag: end(token.name)
    case .text where token.name.isEmpty: take(draft.readable(token.range, in: .text))
    default: return
    }
  }

  private mutating func start(_ token: HTMLToken) {
    guard let open else {
      guard let styles = styles(of: token), styles.hides, !isShownElsewhere(token) else { return }
      self.open = Stretch(token: token, isFirst: !hasShown, isBySize: styles.hidesBySize)
      depth = 1
      return
    }
    if token.name == open.token.name { depth += 1 }
    if let shown {
      if token.name == shown.name { self.shown?.depth += 1 }
    } else if open.isBySize, let styles = styles(of: token), styles.sets("font-size"), !styles.hides
    {
      shown = (token.name, 1)
    }
  }

  private mutating func end(_ name: MarkupName) {
    if name == shown?.name {
      shown?.depth -= 1
      if shown?.depth == 0 { shown = nil }
    }
    guard name == open?.token.name else { return }
    depth -= 1
    if depth == 0 { close() }
  }

  private mutating func take(_ text: String) {
    let words = text.unicodeScalars.filter { !InvisibleText.contains($0) && !Self.isFiller($0) }
    guard !words.isEmpty else { return }
    if open == nil { hasShown = true } else if shown == nil { open?.text += text.trimmed + " " }
  }

  private mutating func close() {
    defer { (open, shown, depth) = (nil, nil, 0) }
    guard let open, !open.text.isEmpty else { return }
    let length = open.text.unicodeScalars.count {
      !Self.isFiller($0) && !InvisibleText.contains($0)
    }
    guard !open.isFirst || length > Self.preheaderLimit else { return }
    found.append(open)
  }

  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x34F
  }

  // MARK: Styles

  private func styles(of token: HTMLToken) -> InlineStyles? {
    let isHidden = token.attribute("hidden") != nil
    guard let range = token.attribute("style")?.valueRange else {
      return isHidden ? InlineStyles("display:none") : nil
    }
    return InlineStyles(draft.body.text.string(range) + (isHidden ? ";display:none" : ""))
  }

  /// Whether a style sheet shows the element on some screens, or it is meant for all but Outlook.
  private func isShownElsewhere(_ token: HTMLToken) -> Bool {
    guard let range = token.attribute("class")?.valueRange else { return false }
    return draft.body.text.string(range).split(separator: " ").contains {
      shownClasses.contains(String($0))
    }
  }

  /// The classes of style sheets that show something on some screens only.
  private static func classesInMedia(_ draft: Draft) -> Set<String> {
    var classes: Set<String> = []
    for token in draft.markup.tokens where token.kind == .text && token.name == "style" {
      let sheet = draft.body.text.string(token.range)
      guard sheet.contains("@media"), sheet.contains("display") else { continue }
      for piece in sheet.split(separator: ".").dropFirst() {
        classes.insert(
          String(piece.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
      }
    }
    return classes
  }
}

/// The declarations of a `style` attribute, in lower case.
private struct InlineStyles {
  private var values: [String: String] = [:]

  init(_ text: String) {
    for declaration in text.lowercased().split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].split(separator: "!").first ?? ""
      values[String(parts[0]).trimmed] = String(value).trimmed
    }
  }

  func sets(_ name: String) -> Bool { values[name] != nil }

  var hidesBySize: Bool { isNothing("font-size") }

  /// Whether nobody sees what the element holds; `mso-hide` says that others are meant to.
  var hides: Bool {
    guard values["mso-hide"] == nil else { return false }
    if values["display"] == "none" || values["visibility"] == "hidden" { return true }
    if hidesBySize || isNothing("opacity") { return true }
    if let color = values["color"], color == values["background-color"] ?? values["background"] {
      return true
    }
    return ["left", "top", "text-indent", "margin-left"].contains { isFarOut(values[$0]) }
  }

  private func isNothing(_ name: String) -> Bool {
    guard let value = values[name], value.first?.isNumber == true else { return false }
    return !value.contains { $0 >= "1" && $0 <= "9" }
  }

  private func isFarOut(_ value: String?) -> Bool {
    guard let value, value.hasPrefix("-") else { return false }
    return (Int(value.dropFirst().prefix { $0.isNumber }) ?? 0) >= 500
  }
}
