/// A template's tokens, and the context of each of its placeholders.
///
/// Scanning never fails and takes time in proportion to the text.
public struct MarkupScan: Sendable {
  /// The tokens, in order; their ranges tile the text.
  public let tokens: [HTMLToken]
  /// Where each placeholder stands, in the order of the placeholders.
  public let contexts: [PlaceholderContext]

  /// Scans a template.
  ///
  /// - Parameters:
  ///   - bytes: the text; the bytes of placeholders are not looked at.
  ///   - atoms: the placeholders' ranges, in order and without overlap.
  public init(of bytes: [UInt8], atoms: [Range<Int>]) {
    let atoms = atoms.map { $0.clamped(to: 0..<bytes.count) }
    var tokenizer = HTMLTokenizer(bytes, atoms: atoms)
    tokenizer.run()
    tokens = tokenizer.tokens
    contexts = ContextReader(bytes, atoms: atoms).contexts(of: tokenizer.tokens)
  }

  /// The token that covers an offset, found by halving; nil outside the text.
  public func token(at offset: Int) -> HTMLToken? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low &+ high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle &+ 1 } else { high = middle }
    }
    guard low < tokens.count, tokens[low].range.contains(offset) else { return nil }
    return tokens[low]
  }

  /// Whether an element could stand at an offset: in text that belongs to no element of its own.
  public func allowsElement(at offset: Int) -> Bool {
    let token = token(at: offset)
    return token?.kind == .text && token?.name.isEmpty == true
  }
}
