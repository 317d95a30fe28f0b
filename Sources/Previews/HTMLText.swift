import Composing

/// Bytes of a page, to which text is added escaped and nothing else by accident.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Adds markup of our own.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds one of our own resources.
  mutating func raw(_ resource: [UInt8]) { bytes.append(contentsOf: resource) }

  /// Makes room for so many bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds text, escaped for elements and quoted attributes.
  mutating func text(_ text: String) { self.text(Array(text.utf8)) }

  /// Adds text, escaped for elements and quoted attributes.
  mutating func text(_ text: [UInt8]) { bytes += HTMLEscaper.escapedForPage(text) }
}

extension HTMLText {
  /// Adds what the service puts before a title, set off from the title.
  mutating func badge(_ mark: String?, _ labels: Labels) {
    guard let mark else { return }
    raw("<span class=\"badge\" lang=\"ko\" title=\"")
    text(labels["adMarkHint"])
    raw("\">")
    text(mark)
    raw("</span> ")
  }
}
