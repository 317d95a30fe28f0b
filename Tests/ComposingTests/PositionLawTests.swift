import Templating
import TestSupport
import Testing

@testable import Composing
@testable import Markup

/// The law behind all escaping: wherever a value can be written, it stays a value.
@Suite struct PositionLawTests {
  @Test(arguments: ValuePosition.all)
  func `every value leaves tags and attributes as they are`(position: ValuePosition) throws {
    let (draft, renderings) = try position.renderings()
    #expect(draft.body.problems.isEmpty)
    let harmless = MarkupScan(of: try #require(renderings.first?.body), atoms: [])
    for rendering in renderings {
      guard let body = rendering.body else { continue }
      #expect(
        MarkupScan(of: body, atoms: []).outline == harmless.outline, "\(rendering.value)")
      #expect(!body.holdsMark, "\(rendering.value)")
    }
  }

  @Test(arguments: ValuePosition.all)
  func `values are written and refused, each for a reason`(position: ValuePosition) throws {
    let renderings = try position.renderings().renderings
    let fitting = position.fitting.count
    #expect(renderings.prefix(fitting).allSatisfy { $0.body != nil })
    #expect(renderings.contains { $0.body == nil })
    for rendering in renderings.dropFirst(fitting) {
      let isRefused = rendering.body == nil
      switch position.taking {
      case .text: #expect(isRefused == rendering.isUnfit(in: position), "\(rendering.value)")
      case .encoded: #expect(!isRefused || rendering.isUnfit(in: position), "\(rendering.value)")
      case .words: #expect(isRefused || rendering.value.isWord, "\(rendering.value)")
      case .filtered, .addresses: continue
      }
    }
    if position.taking == .text || position.taking == .encoded {
      #expect(renderings.count { $0.body != nil } > 80)
    }
  }

  @Test(arguments: ValuePosition.all.filter { $0.taking != .filtered })
  func `values read back as they were`(position: ValuePosition) throws {
    let renderings = try position.renderings().renderings
    let harmless = try #require(renderings.first)
    let frame = MarkupScan.readings(of: try #require(harmless.body))
    for rendering in renderings {
      guard let body = rendering.body, !rendering.hasFallback(in: position) else { continue }
      let readings = MarkupScan.readings(of: body)
      #expect(readings.count == frame.count)
      for (reading, frame) in zip(readings, frame) {
        switch position.taking {
        case .addresses where frame.contains(harmless.value):
          let scheme = reading.prefix { $0 != ":" }
          #expect(["http", "https", "mailto", "tel"].contains(scheme), "\(rendering.value)")
        case .encoded:
          let expected = frame.filled(rendering, harmless)
          #expect(
            reading.percentDecoded == expected.percentDecoded
              || reading.percentDecoded == Array(expected.utf8), "\(rendering.value)")
        default: #expect(reading == frame.filled(rendering, harmless), "\(rendering.value)")
        }
      }
    }
  }
}

extension ValuePosition.Rendering {
  /// Whether a text is blank without a fallback, or holds what no text may hold; in a link's path
  /// `.` and `..` do not fit either.
  fileprivate func isUnfit(in position: ValuePosition) -> Bool {
    let texts = [value] + (position.template.contains("$<Y>") ? [other] : [])
    return texts.contains { text in
      if Blank.isBlank(Array(text.utf8)) { return !position.template.contains("X ??") }
      let steps = text.replacing("%2e", with: ".").replacing("%2E", with: ".")
      return text.unicodeScalars.contains { $0.isControl }
        || position.taking == .encoded && [".", ".."].contains(steps)
    }
  }

  fileprivate func hasFallback(in position: ValuePosition) -> Bool {
    position.template.contains("X ??") && Blank.isBlank(Array(value.utf8))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    value < 0x20 && ![0x09, 0x0A, 0x0D].contains(value) || value == 0x7F
  }
}

extension String {
  /// Whether a text is one word to every grammar.
  fileprivate var isWord: Bool {
    utf8.allSatisfy { $0.isUnreserved || "#%+".utf8.contains($0) }
  }

  /// A text that holds harmless values, with others in their place.
  fileprivate func filled(
    _ rendering: ValuePosition.Rendering, _ harmless: ValuePosition.Rendering
  ) -> String {
    components(separatedBy: harmless.value)
      .map { $0.components(separatedBy: harmless.other).joined(separator: rendering.other) }
      .joined(separator: rendering.value)
  }

  private func components(separatedBy part: String) -> [String] {
    split(separator: part, omittingEmptySubsequences: false).map(String.init)
  }

  /// The text with characters in place of `%XX`; what is no text then is told apart by its bytes.
  fileprivate var percentDecoded: [UInt8] {
    var decoded: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}

extension MarkupScan {
  /// Everything but text and values: which tokens there are, and which attributes they have.
  var outline: [String] {
    tokens.map { token in
      let attributes = token.attributes.map { "\($0.name) \($0.quote) \($0.valueRange != nil)" }
      return "\(token.kind) \(token.name) \(token.isConditional) \(attributes)"
    }
  }

  /// Every text and attribute value as it is read, references replaced.
  fileprivate static func readings(of body: [UInt8]) -> [String] {
    MarkupScan(of: body, atoms: []).tokens.flatMap { token -> [String] in
      let values = token.attributes.compactMap(\.valueRange)
        .map { CharacterReferences.decoded(body[$0], in: .attribute) }
      let text = CharacterReferences.decoded(body[token.contentRange], in: .text)
      return (values + [text]).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
