public import Markup
import Templating

/// How a value is written so that it stays a value where it stands.
public enum Escaping: Sendable, Hashable {
  /// The title: the value as it is.
  case title
  /// HTML text, RCDATA, comments and quoted attributes: character references.
  case html
  /// An attribute with a grammar of its own: the value, if it has that grammar.
  case typed(AttributeGrammar)
  /// A whole address: its canonical spelling, if the policy allows it.
  case address(URLPolicy.Use)
  /// Part of a link's host: letters, digits, `-` and `.`.
  case host
  /// Path, query or fragment of a link: percent-encoding.
  case url
  /// Behind `mailto:` or `tel:`: percent-encoding that leaves `@` and `+` alone.
  case contact
  /// A value in CSS: one word.
  case css
  /// A value of the filter `raw`: sanitized HTML, in text alone.
  case rich
  /// A complete request's values: already final, never touched.
  case final

  /// How values are written in a context; nil stands for the title.
  init(_ context: PlaceholderContext?, _ dialect: Template.Dialect, isRaw: Bool = false) {
    guard dialect == .authored else {
      self = .final
      return
    }
    switch context {
    case nil: self = .title
    case .text where isRaw: self = .rich
    case .text, .characterData, .comment: self = .html
    case .attribute(_, let name): self = AttributeGrammar(attribute: name).map(Self.typed) ?? .html
    case .url(_, let attribute, .start):
      self = .address(attribute == "href" ? .link : .resource)
    case .url(_, _, .host): self = .host
    case .url(_, _, .opaque): self = .contact
    case .url(_, _, .path), .url(_, _, .query), .url(_, _, .fragment): self = .url
    // An error, which drafts alone get past.
    case .url(_, _, .scheme), .url(_, _, .foreign): self = .url
    case .css: self = .css
    // Drafts alone get here: the placeholder's position is an error.
    case .refused: self = .html
    }
  }

  /// A word for it, which tells names on the wire apart.
  public var name: String {
    switch self {
    case .title: "title"
    case .html: "html"
    case .typed(let grammar): grammar.rawValue
    case .address(.link): "link"
    case .address: "source"
    case .host: "host"
    case .url: "url"
    case .contact: "contact"
    case .css: "css"
    case .rich: "raw"
    case .final: "final"
    }
  }

  /// Writes a value, in which `$` and `#` never complete a placeholder of the service.
  ///
  /// - Returns: false for a value that has no form here; then nothing was written.
  @inline(__always)
  func write(
    _ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, to sink: inout some ByteSink
  ) -> Bool {
    switch self {
    case .title, .rich, .final: sink.append(value)
    case .html:
      if traits.contains(.markup) {
        HTMLEscaper.write(value, traits, to: &sink)
      } else {
        sink.append(value)
      }
    case .url: PercentEncoder.write(value, traits, to: &sink)
    case .contact: PercentEncoder.writeContact(value, traits, to: &sink)
    case .typed, .address, .host, .css: return writeChecked(value, to: &sink)
    }
    return true
  }

  private func writeChecked(
    _ value: UnsafeBufferPointer<UInt8>, to sink: inout some ByteSink
  ) -> Bool {
    switch self {
    case .address(let use):
      // Nothing leads nowhere; everything else has to be an address.
      guard !value.isEmpty else { return true }
      guard let address = try? URLPolicy.canonical(value.span, for: use) else { return false }
      address.withUnsafeBufferPointer { HTMLEscaper.write($0, ByteTraits.of($0), to: &sink) }
    case .typed, .host, .css:
      guard objection(to: value) == nil else { return false }
      sink.append(value)
    case .title, .html, .url, .contact, .rich, .final: sink.append(value)
    }
    return true
  }

  /// Why a value has no form here; nil where it has one.
  func objection(to value: UnsafeBufferPointer<UInt8>) -> ValueObjection? {
    switch self {
    case .typed(let grammar): return grammar.accepts(value.span) ? nil : .grammar(grammar)
    case .css: return CSSValue.accepts(value.span) ? nil : .notCSS
    case .host: return HostText.accepts(value.span) ? nil : .notHost
    case .address(let use):
      guard !value.isEmpty else { return nil }
      do {
        _ = try URLPolicy.canonical(value.span, for: use)
        return nil
      } catch {
        return .address(error)
      }
    case .title, .html, .url, .contact, .rich, .final: return nil
    }
  }
}

extension Escaping {
  /// How many bytes a value becomes, found without writing them.
  ///
  /// - Throws: why the value has no form here.
  func measure(_ value: some Sequence<UInt8>) throws(ValueObjection) -> Int {
    var counter = ByteCounter()
    try write(Array(value), to: &counter)
    return counter.count
  }

  /// The escaped bytes of a value.
  ///
  /// - Throws: why the value has no form here.
  func escaped(_ value: some Sequence<UInt8>) throws(ValueObjection) -> [UInt8] {
    let value = Array(value)
    // An address may be percent-encoded before it is escaped.
    let room = value.count * 3 * EscapeTable.stride
    return try [UInt8](unsafeUninitializedCapacity: room) { memory, count throws(ValueObjection) in
      var writer = ByteWriter(memory)
      try write(value, to: &writer)
      precondition(!writer.isOverfull)
      count = writer.count
    }
  }

  private func write(
    _ value: [UInt8], to sink: inout some ByteSink
  ) throws(ValueObjection) {
    try value.withUnsafeBufferPointer { value throws(ValueObjection) in
      guard write(value, ByteTraits.of(value), to: &sink) else {
        guard let objection = objection(to: value) else {
          preconditionFailure("a value was refused without an objection")
        }
        throw objection
      }
    }
  }
}
