import Composing
import Diagnostics
import Templating

extension Rule {
  /// A word of letters that only look as if they belonged together.
  static let mixedScriptWord = Rule(
    "mixed-script-word", .warning, .unicode,
    summary: Message(
      "a word of Latin letters with Cyrillic or Greek ones among them",
      ko: "라틴 문자에 키릴 문자나 그리스 문자가 섞인 단어"),
    rationale: Message(
      "letters that look alike disguise words; spam filters count them",
      ko: "비슷하게 생긴 글자는 단어를 위장하는 데 쓰이며, 스팸 필터가 감점합니다"),
    instead: Message("write the word in one script", ko: "한 가지 문자로 쓰세요"),
    sources: [.unicode("UTS #39, mixed-script detection", 39), .rspamd("R_MIXED_CHARSET")],
    examples: mixedScriptWordValueExamples + [
      .flagged("<p>‹p\u{430}ypal› and ‹b\u{3B1}nk› $<NAME></p>"),
      .flagged("<p>$<NAME></p>", title: "Your ‹\u{41E}rder›"),
      .quiet("<p>\u{3BC}m k\u{3A9} TGF\u{3B2} \u{3B2}-carotene $<NAME></p>"),
      .quiet("<p>Привет café 한글ABC漢字かな \u{3B1} $<NAME></p>"),
      .quiet("<p>Привет$<NAME></p>"),
    ],
    check: .draft { context, report in
      for passage in context.draft.passages {
        for range in MixedWords(passage.bytes).ranges {
          let text = passage.template.text
          report(
            Problem(
              Message(
                "\(quoted: text.string(range)) mixes letters of several scripts",
                ko: "\(quoted: text.string(range))에 여러 문자 체계의 글자가 섞여 있습니다"),
              at: text.location(of: range)))
        }
      }
    },
    and: mixedScriptWordInValues)
}

/// The words of a text that mix scripts.
struct MixedWords {
  private enum Script { case latin, greek, cyrillic }

  private(set) var ranges: [Range<Int>] = []
  private var word: [(script: Script, range: Range<Int>)] = []

  init(_ bytes: ArraySlice<UInt8>) {
    // Without a letter of the two, no word can be mixed; most texts end here.
    guard bytes.contains(where: { (0xCD...0xD4).contains($0) || $0 == 0xE1 }) else { return }
    var place = bytes.startIndex
    var letters: [(Unicode.Scalar, Range<Int>)] = []
    bytes.forEachScalarBeyondASCII { letters.append(($0, $1)) }
    for (scalar, range) in letters {
      takeASCII(bytes[place..<range.lowerBound])
      take(Self.script(of: scalar), range)
      place = range.upperBound
    }
    takeASCII(bytes[place...])
    finish()
  }

  private mutating func takeASCII(_ bytes: ArraySlice<UInt8>) {
    for index in bytes.indices {
      take(bytes[index].isLetter ? .latin : nil, index..<index + 1)
    }
  }

  private mutating func take(_ script: Script?, _ range: Range<Int>) {
    if let script { word.append((script, range)) } else { finish() }
  }

  private mutating func finish() {
    defer { word.removeAll(keepingCapacity: true) }
    guard let first = word.first, let last = word.last else { return }
    let hasLatin = word.contains { $0.script == .latin }
    let hasCyrillic = word.contains { $0.script == .cyrillic }
    // A Greek letter at an end is a symbol: μm, kΩ, TGFβ.
    let hasGreek = word.dropFirst().dropLast().contains { $0.script == .greek }
    guard hasLatin && (hasCyrillic || hasGreek) else { return }
    ranges.append(first.range.lowerBound..<last.range.upperBound)
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: .latin
    case 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    default: nil
    }
  }
}
