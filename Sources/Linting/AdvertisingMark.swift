import Composing
import Diagnostics
import Mailing
import Templating

/// `(광고)` in a title, or what stands for it.
struct AdvertisingMark {
  /// The mark as the law wants it.
  static let exact = "(광고)"

  /// Where it stands in the title.
  let range: Range<Int>
  /// Whether it is written exactly, at the very beginning of the title.
  let isRight: Bool
  /// Whether it is written exactly, wherever it stands.
  let isExact: Bool

  /// The marks of a title.
  ///
  /// - Parameters:
  ///   - title: the title.
  ///   - isAdvertising: whether the mail says that it advertises; else only its beginning counts
  ///     for spellings that are not exact.
  /// - Returns: the marks, from left to right.
  static func all(in title: Template, isAdvertising: Bool) -> [AdvertisingMark] {
    var marks: [AdvertisingMark] = []
    for segment in title.segments {
      guard case .text(let range) = segment else { continue }
      let reader = MarkReader(String(decoding: title.text.bytes[range], as: UTF8.self))
      for found in reader.all(everywhere: isAdvertising, atStart: range.lowerBound == 0) {
        let place = found.range.lowerBound + range.lowerBound
        marks.append(
          AdvertisingMark(
            range: place..<found.range.upperBound + range.lowerBound,
            isRight: found.isExact && place == 0, isExact: found.isExact))
      }
    }
    return marks
  }
}

extension Draft {
  /// The marks of advertising in the title.
  var advertisingMarks: [AdvertisingMark] {
    AdvertisingMark.all(in: title, isAdvertising: envelope.isAdvertising)
  }

  /// Whether the mail advertises, as its envelope or its title says.
  var isAdvertisement: Bool {
    envelope.isAdvertising || advertisingMarks.contains(where: \.isRight)
  }
}

/// Reads marks character by character: jamo and composed letters are the same to it.
private struct MarkReader {
  private let characters: [Character]
  private let offsets: [Int]

  init(_ text: String) {
    characters = Array(text)
    var offset = 0
    offsets =
      characters.map { character in
        defer { offset += character.utf8.count }
        return offset
      } + [text.utf8.count]
  }

  func all(everywhere: Bool, atStart: Bool) -> [(range: Range<Int>, isExact: Bool)] {
    var found: [(range: Range<Int>, isExact: Bool)] = []
    var index = 0
    if atStart {
      let start = characters.prefix(while: Self.isBlank).count
      if let end = self.end(from: start) {
        found.append((0..<offsets[end], start == 0 && isExact(start..<end)))
        index = end
      }
    }
    while index < characters.count {
      // Elsewhere only brackets tell a mark from the word.
      guard Self.openings.contains(characters[index]), let end = end(from: index),
        everywhere || isExact(index..<end)
      else {
        index += 1
        continue
      }
      found.append((offsets[index]..<offsets[end], isExact(index..<end)))
      index = end
    }
    return found
  }

  private func isExact(_ range: Range<Int>) -> Bool {
    String(characters[range]).utf8.elementsEqual(AdvertisingMark.exact.utf8)
  }

  /// Where a mark that begins at an index ends.
  private func end(from start: Int) -> Int? {
    var index = start
    let isOpened = index < characters.count && Self.openings.contains(characters[index])
    if isOpened { index += 1 }
    index = skipFiller(from: index)
    guard let word = word(from: index, isOpened: isOpened) else { return nil }
    let closing = skipFiller(from: word.end)
    let isClosed = closing < characters.count && Self.closings.contains(characters[closing])
    guard word.isMark || isOpened && isClosed || isClosed && !word.isShort else { return nil }
    return isClosed ? closing + 1 : word.end
  }

  /// The word for advertising, with what may disguise it.
  private func word(
    from start: Int, isOpened: Bool
  ) -> (end: Int, isMark: Bool, isShort: Bool)? {
    for (spelling, isShort) in [(["廣", "告"], false), (["広", "告"], false), (["A", "D"], true)]
      as [([Character], Bool)]
    where characters[start...].starts(with: spelling) {
      return (start + 2, !isShort && !isOpened, isShort)
    }
    // "대출광고" and the like count in brackets.
    let prefix = characters[start...].prefix(isOpened ? 4 : 0).prefix { $0 != "광" && $0.isLetter }
    let index = start + prefix.count
    guard index < characters.count, characters[index] == "광" else { return nil }
    let filler = characters[(index + 1)...].prefix(3).prefix { !$0.isLetter }
    let end = filler.endIndex
    guard end < characters.count, characters[end] == "고" else { return nil }
    return (end + 1, !filler.isEmpty, false)
  }

  private func skipFiller(from start: Int) -> Int {
    start
      + characters[start...].prefix(3).prefix { Self.isBlank($0) || Self.fillers.contains($0) }
      .count
  }

  private static let openings: Set<Character> = [
    "(", "[", "{", "<", "（", "［", "【", "〔", "〈", "《", "「", "『", "❨", "⟨", "\"", "'", "“", "‘",
  ]
  private static let closings: Set<Character> = [
    ")", "]", "}", ">", "）", "］", "】", "〕", "〉", "》", "」", "』", "❩", "⟩", "\"", "'", "”", "’",
  ]
  private static let fillers: Set<Character> = ["\"", "'", "“", "”", ".", "*", "·", "-", "~", "/"]

  private static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      InvisibleText.contains($0) || $0.properties.generalCategory == .format
    }
  }
}
