import Diagnostics
import Recipients

/// What a list was taken for: `고객.csv · 12 people · 5 columns · comma · CP949`.
struct ListStatement {
  /// The sentence.
  let message: Message

  /// Describes a list that was read to its end.
  init(_ list: ListSource, people: Int, leftOut: Int, _ reader: RecipientReader) {
    let leftOut =
      leftOut > 0
      ? (english: ", \(leftOut.grouped) left out", korean: ", \(leftOut.grouped)명 제외")
      : (english: "", korean: "")
    let sample =
      list.isSample ? (english: " (sample people)", korean: " (예시 수신자)") : (english: "", korean: "")
    let form = reader.separator?.name ?? (english: reader.format.name, korean: reader.format.name)
    message = Message(
      "\(list.shown) · \(people, "person", "people")\(sample.english)\(leftOut.english) · \(reader.columns.count, "column") · \(form.english) · \(reader.encoding.name)",
      ko:
        "\(list.shown) · \(people)명\(sample.korean)\(leftOut.korean) · 열 \(reader.columns.count)개 · \(form.korean) · \(reader.encoding.name)"
    )
  }
}

extension CSVSeparator {
  /// The word for it.
  fileprivate var name: (english: String, korean: String) {
    switch self {
    case .comma: ("comma", "쉼표")
    case .semicolon: ("semicolon", "세미콜론")
    case .tab: ("tab", "탭")
    }
  }
}
