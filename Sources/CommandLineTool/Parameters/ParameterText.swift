import Composing
import Diagnostics
import Linting
import Mailing
import Markup

/// `tmpl params` for people: each parameter with its uses below it, in columns.
struct ParameterText {
  let language: Language

  /// Wider texts may stick out of their columns.
  private static let widest = 40

  /// The whole table.
  func text(of table: ParameterTable) -> String {
    guard !table.entries.isEmpty else {
      return say(Message("no placeholders", ko: "치환 변수가 없습니다")) + "\n"
    }
    let rows = table.entries.map { $0.uses.map(columns) }
    let names = width(table.entries.map { VisibleText.escaping($0.name) })
    let widths = (0..<3).map { column in width(rows.joined().map { $0[column] }) }
    return zip(table.entries, rows).map { entry, rows in
      let name = padded(VisibleText.escaping(entry.name), to: names)
      let uses = zip(entry.uses, rows).map { place, row in
        let columns = zip(row, widths).map { padded($0, to: $1) }.joined()
        return "  \(columns)\(VisibleText.escaping(place.location.description))"
      }
      let lines = [name + say(entry.supply.words(table.draft))] + uses + notes(entry)
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// What a line says but for the place in the file.
  private func columns(_ place: ParameterTable.Place) -> [String] {
    let isRefused = place.use.context?.isRefused == true
    let manner =
      isRefused
      ? Message("no value can stand there", ko: "값을 쓸 수 없는 자리") : place.slot.escaping.manner
    let outlook = place.isOutlookOnly ? say(Message(", Outlook only", ko: "(Outlook 전용)")) : ""
    return [
      say(Message(placeOf: place.use.context)) + outlook, "${\(place.slot.wireName)}", say(manner),
    ]
  }

  /// What limits or changes the values, each said once.
  private func notes(_ entry: ParameterTable.Entry) -> [String] {
    var notes: [String] = []
    func add(_ message: Message) {
      let note = "      = \(say(message))"
      if !notes.contains(note) { notes.append(note) }
    }
    for place in entry.uses {
      let name = "${\(place.slot.wireName)}"
      if place.use.context?.isRefused != true, let accepted = place.slot.escaping.accepted {
        add(
          Message(
            "\(name) takes \(accepted.text(.english))",
            ko: "\(name)에 쓸 수 있는 값: \(accepted.text(.korean))"))
      }
      if !place.filters.isEmpty {
        let filters = place.filters.joined(separator: " | ")
        add(Message("\(name) is filtered: \(filters)", ko: "\(name) 필터: \(filters)"))
      }
      if let fallback = place.fallback {
        add(
          Message(
            "\(name) falls back to \(quoted: fallback)", ko: "\(name) 대체 문구: \(quoted: fallback)"))
      }
    }
    return notes
  }

  // MARK: Columns

  private func say(_ message: Message) -> String { message.text(language) }

  private func width(_ texts: some Sequence<String>) -> Int {
    texts.map { VisibleText.width($0) }.filter { $0 <= Self.widest }.max() ?? 0
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - VisibleText.width(text)) + 2)
  }
}

extension ParameterTable.Supply {
  /// Who supplies the values, in words.
  fileprivate func words(_ draft: Draft) -> Message {
    let file = draft.envelope.file.path
    return switch self {
    case .list: Message("required, from the list", ko: "필수, 목록에서")
    case .optional where draft.hasOneMailForAll:
      Message("optional, in 'parameters' of \(file)", ko: "선택, \(file)의 'parameters'에서")
    case .optional: Message("optional, from the list", ko: "선택, 목록에서")
    case .shared where draft.envelope.isIndividual:
      Message("shared, from \(file) unless the list has it", ko: "공통, 목록에 없으면 \(file)에서")
    case .shared: Message("shared, from \(file)", ko: "공통, \(file)에서")
    case .nobody:
      Message(
        "required in 'parameters' of \(file): one mail goes to all",
        ko: "\(file)의 'parameters'에 필수(모두 같은 메일)")
    }
  }
}
