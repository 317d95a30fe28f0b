/// Makes HTML of unknown origin safe to show in a page of ours.
///
/// Decoding, the engine's tokenizer with the lists of what is allowed, libxml2 for balance and a
/// strict printer follow one another; each takes time in proportion to the text, and printed text
/// comes out of it as it is. Whatever touches the result afterwards can undo all of it.
public struct HTMLSanitizer: Sendable {
  /// How much of a text is kept.
  public enum Mode: String, Sendable, CaseIterable {
    /// No markup at all: every character is text.
    case text
    /// A few elements of running text, and links.
    case strict
    /// Everything that mails are made of.
    case email
  }

  /// Which images from elsewhere are shown; `http:` never.
  public enum Images: String, Sendable, CaseIterable {
    /// None.
    case none
    /// Those whose address does not depend on the recipient.
    case fixed
    /// All.
    case all

    /// The spelling of an image's address; nil for one that is not shown.
    func address(_ value: [UInt8]) -> [UInt8]? {
      let isRemoteAllowed: Bool =
        switch self {
        case .none: false
        case .fixed: !AtomCharacter.isIn(value)
        case .all: true
        }
      guard isRemoteAllowed || !AtomCharacter.isIn(value) else { return nil }
      return try? URLPolicy.canonical(value.span, for: .image(isRemoteAllowed: isRemoteAllowed))
    }
  }

  /// How much is kept.
  public let mode: Mode
  /// Which images are shown.
  public let images: Images
  /// Whether `id` and `name`, and all that refers to them, get the prefix `u-`.
  public let prefixesNames: Bool

  /// Describes a sanitizer.
  ///
  /// - Parameters:
  ///   - mode: how much is kept.
  ///   - images: which images are shown, which counts in e-mail mode alone.
  ///   - prefixesNames: whether names get a prefix, so that they meet none of the page around them.
  public init(mode: Mode, images: Images = .none, prefixesNames: Bool = false) {
    self.mode = mode
    self.images = images
    self.prefixesNames = prefixesNames
  }

  /// Sanitizes a text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - atoms: the placeholders' ranges, in order and without overlap. What they stand for must be
  ///     escaped for its context and is not looked at.
  /// - Returns: what is left, and what was left out.
  public func sanitize(_ bytes: [UInt8], atoms: [Range<Int>] = []) -> Sanitized {
    guard bytes.count <= SanitizerLimits.bytes, atoms.count <= SanitizerLimits.atoms else {
      return Sanitized(isOverLimit: true)
    }
    let atoms = atoms.map { $0.clamped(to: 0..<bytes.count) }
    let input = SanitizerInput(bytes, atoms: atoms)
    guard mode != .text else { return Sanitized(text: input.bytes) }
    var policy = MarkupPolicy(input, sanitizer: self)
    policy.run()
    return policy.finish()
  }
}

extension HTMLSanitizer.Mode {
  func allows(_ element: HTMLElement) -> Bool {
    switch self {
    case .text: false
    case .strict: element.isOfRunningText
    case .email: true
    }
  }

  /// The attributes that an element may have.
  func attributes(of element: HTMLElement) -> AttributeSet {
    switch self {
    case .text: []
    case .strict: element == .a ? [.href] : []
    case .email: AttributeName.allowed(on: element)
    }
  }

  /// The spelling of a link's address; nil for one that may not lead there.
  func link(_ value: [UInt8]) -> [UInt8]? {
    try? URLPolicy.canonical(value.span, for: self == .email ? .templateLink : .link)
  }
}
