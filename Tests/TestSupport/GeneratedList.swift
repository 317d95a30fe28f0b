/// A list made up from a seed: clean people, some of whom are then spoiled.
public struct GeneratedList {
  /// The columns behind the address.
  public static let columns = ["이름", "GRADE", "CODE", "LINK_ID", "AMOUNT", "DUE_DATE"]

  private static let names = [
    "남궁민수", "제갈서연", "이", "Nguyễn Thị Hương", "O'Brien", "Null", "김 철수", "김하늘",
    "Zoë Müller", "مريم الحسن", "יוסף לוי", "李明", "👩‍👩‍👧 우리집", "하나 & 두리", "D'Angelo",
    "Иван Петров", "Αθηνά", "山田 花子",
  ]
  private static let grades = ["골드", "실버", "VIP 1", "R&D", "a < b", "50% + 5%", "5μm"]
  private static let hosts = ["shop.kr", "naver.com", "gmail.com", "mail.example.kr", "회사.kr"]

  private var rows: [[String]] = []
  private var random: SeededGenerator

  /// Makes up so many people.
  public init(people: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for number in 0..<people {
      rows.append([
        "user\(number)@\(Self.hosts[number % 4])", pick(Self.names), pick(Self.grades),
        "C-\(1000 + number)", "m\(number)", "\(number % 97 * 1000 + 500)",
        "2026-\(two(1 + number % 12))-\(two(1 + number % 28))",
      ])
    }
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Puts a text into a cell of a row; rows count from 2, behind the header.
  public mutating func spoil(row: Int, column: Int, _ text: String) { rows[row - 2][column] = text }

  /// The list as CSV.
  public var text: String {
    var text = "address," + Self.columns.joined(separator: ",") + "\n"
    for row in rows {
      text +=
        row.map { cell in
          cell.utf8.contains { "\",\n\r".utf8.contains($0) }
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",") + "\n"
    }
    return text
  }
}
