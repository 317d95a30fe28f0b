import TestSupport

/// Twenty thousand made-up people, the same in every run.
enum People {
  /// The list's columns; no placeholder uses the last one.
  static let columns = [
    "ADDRESS", "NAME", "GRADE", "POINTS", "EXPIRES", "BRANCH", "COUPON", "CUSTOMER", "PRODUCT",
    "CITY", "PHONE",
  ]

  private static let names = [
    "김민수", "이서연", "박지후", "최유나", "정하늘", "강도윤", "Mina Park", "Daniel Kim", "Sofia Lee", "Erik Olsen",
  ]
  private static let grades = ["일반", "실버", "골드", "Silver", "Gold", "VIP"]
  private static let branches = ["강남점", "부산 서면점", "제주공항점", "Itaewon Branch", "Songdo", "대전 둔산점"]
  private static let coupons = ["봄맞이", "생일축하", "WELCOME", "THANKYOU"]
  private static let customers = ["회원", "C", "member", "가족회원"]
  private static let products = [
    "드립백 커피 12개입", "핸드 밀", "Cold Brew Bottle", "유기농 녹차", "Travel Mug 350 ml",
  ]
  private static let cities = ["서울", "부산", "제주", "Incheon", "Daegu", "광주"]

  /// One value per column for everybody.
  ///
  /// One in five of names, branches, coupons and products needs character references, which is one
  /// in ten of the values that a mail has. Values in links hold nothing that engines encode
  /// differently: no space, `/`, `~`.
  static func all() -> [[String]] {
    var random = SeededGenerator(seed: 1)
    return (0..<20_000).map { person(number: $0, &random) }
  }

  private static func person(number: Int, _ random: inout SeededGenerator) -> [String] {
    func pick(_ values: [String]) -> String {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    func text(_ value: String) -> String {
      guard Int.random(in: 0..<5, using: &random) == 0 else { return value }
      return pick(["\(value)&\(value)", "<\(value)>", "\"\(value)\"", "\(value)'s"])
    }
    let points = Int.random(in: 1...99, using: &random)
    return [
      "person\(number)@example.com", text(pick(names)), pick(grades),
      "\(points),\(100 + number % 900)",
      "2026. 8. \(1 + points % 31).", text(pick(branches)), text("\(pick(coupons))-\(number)"),
      "\(pick(customers))-\(number)", text(pick(products)), pick(cities), "010-0000-0000",
    ]
  }
}
