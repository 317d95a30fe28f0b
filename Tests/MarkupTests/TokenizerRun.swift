@testable import Markup

/// The tokenizer alone on a text, from a state on, in the terms of the HTML Standard.
struct TokenizerRun {
  let input: String
  let model: HTMLTokenizer.ContentModel
  /// The name of the last start tag, whose end tag ends raw text.
  let lastStartTag: String

  /// What the tokenizer finds.
  var tokens: [StandardToken] {
    let bytes = Array(TokenizerDeviations.preprocessed(input).utf8)
    var tokenizer = HTMLTokenizer(bytes, atoms: [], audience: .nobody)
    tokenizer.rawElement = MarkupName(lastStartTag)
    tokenizer.model = model
    tokenizer.run()
    var model = model
    var tokens: [StandardToken] = []
    for token in tokenizer.tokens where TokenizerDeviations.isEmitted(token) {
      if let token = Self.standardToken(token, bytes, in: model) { tokens.append(token) }
      // Only text goes before the end of raw text.
      if token.kind != .text { model = .data }
    }
    return StandardToken.merged(tokens)
  }

  private static func standardToken(
    _ token: HTMLToken, _ bytes: [UInt8], in model: HTMLTokenizer.ContentModel
  ) -> StandardToken? {
    let content = bytes[token.contentRange]
    let name = TokenizerDeviations.replacingNulls(Array(token.name.text.utf8))
    switch token.kind {
    case .text: return .text(text(content, in: model))
    case .cdata: return .text(text(content, in: .cdata))
    case .comment, .bogusComment:
      return .comment(TokenizerDeviations.replacingNulls(Array(content)))
    case .doctype: return .doctype(name: name)
    case .endTag: return TokenizerDeviations.endTag(name: name)
    case .startTag:
      let attributes = TokenizerDeviations.firstOfEachName(
        token.attributes.map { attribute($0, bytes) })
      return .startTag(name: name, attributes: attributes, isSelfClosing: token.isSelfClosing)
    case .dropped, .conditionalStart, .conditionalEnd: return nil
    }
  }

  private static func attribute(
    _ attribute: HTMLAttribute, _ bytes: [UInt8]
  ) -> (name: [UInt8], value: [UInt8]) {
    let value = TokenizerDeviations.characters(
      bytes[attribute.valueRange ?? 0..<0], in: .attribute)
    return (
      TokenizerDeviations.replacingNulls(Array(attribute.name.text.utf8)),
      TokenizerDeviations.replacingNulls(value)
    )
  }

  /// References count in data and RCDATA; in data and CDATA, the tree's construction replaces NULs.
  private static func text(
    _ bytes: ArraySlice<UInt8>, in model: HTMLTokenizer.ContentModel
  ) -> [UInt8] {
    switch model {
    case .data: TokenizerDeviations.characters(bytes, in: .text)
    case .cdata: Array(bytes)
    case .rcdata:
      TokenizerDeviations.replacingNulls(TokenizerDeviations.characters(bytes, in: .text))
    case .rawText, .scriptData, .plaintext: TokenizerDeviations.replacingNulls(Array(bytes))
    }
  }
}
