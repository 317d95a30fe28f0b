import Diagnostics
import JSONSyntax

/// A page of a list that was asked for.
struct Page<Item> {
  let items: ArraySlice<Item>
  let number: Int
  let size: Int
  let total: Int
  let sort: [(property: String, isAscending: Bool)]

  private var pages: Int { (total + size - 1) / size }

  /// Cuts the page out of a list that is already filtered.
  ///
  /// - Parameters:
  ///   - items: the list.
  ///   - target: the request's query.
  ///   - isSENS: which service's names the query has.
  ///   - keys: what the list can be sorted by.
  /// - Throws: what is wrong with the query.
  init(
    _ items: [Item], _ target: Target, isSENS: Bool, keys: [String: (Item) -> SortKey]
  ) throws(ServiceProblem) {
    let names = isSENS ? ("pageSize", "pageNo") : ("size", "page")
    size = try Self.number(names.0, target, 10, 1...1000, isSENS)
    number = try Self.number(names.1, target, 0, 0...Int(Int32.max), isSENS)
    sort = try Self.order(target, isSENS, known: Set(keys.keys))
    var sorted = items
    for (property, isAscending) in sort.reversed() {
      guard let key = keys[property] else { continue }
      // Equal items keep their order, so that the first property counts most.
      sorted = sorted.enumerated().sorted { first, second in
        let (a, b) = (key(first.element), key(second.element))
        return a == b ? first.offset < second.offset : (a < b) == isAscending
      }.map(\.element)
    }
    total = items.count
    let start = min(total, number * size)
    self.items = sorted[start..<min(total, start + size)]
  }

  private static func number(
    _ name: String, _ target: Target, _ fallback: Int, _ range: ClosedRange<Int>, _ isSENS: Bool
  ) throws(ServiceProblem) -> Int {
    guard let text = target[name] else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      let reason = SubmissionReader.wrongKind(
        "a whole number of \(range.lowerBound) to \(range.upperBound)",
        "\(range.lowerBound)에서 \(range.upperBound) 사이의 정수")
      throw .fields([.init(name: name, reason: reason)], isSENS: isSENS)
    }
    return number
  }

  private static func order(
    _ target: Target, _ isSENS: Bool, known: Set<String>
  ) throws(ServiceProblem) -> [(property: String, isAscending: Bool)] {
    var order: [(property: String, isAscending: Bool)] = []
    for text in target.values("sort") {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let direction = parts.count == 2 ? parts[1].lowercased() : "asc"
      guard parts.count <= 2, known.contains(String(parts[0])), ["asc", "desc"].contains(direction)
      else {
        let reason = Message("is not property,asc or property,desc", ko: "속성,asc나 속성,desc 형식이 아닙니다")
        throw .fields([.init(name: "sort", reason: reason)], isSENS: isSENS)
      }
      order.append((String(parts[0]), direction == "asc"))
    }
    if order.isEmpty, isSENS { order.append(("createDateTime", false)) }
    return order
  }

  /// Writes the wrapper of both services around the items.
  func write(_ item: (Item, inout JSONWriter) -> Void) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.key("content")
    json.beginArray()
    for element in items { item(element, &json) }
    json.endArray()
    json.member("first", number == 0)
    json.member("last", number + 1 >= pages)
    json.member("totalElements", total)
    json.member("totalPages", pages)
    json.member("numberOfElements", items.count)
    json.member("size", size)
    json.member("number", number)
    json.key("sort")
    json.beginArray()
    for (property, isAscending) in sort {
      json.beginObject()
      json.member("direction", isAscending ? "ASC" : "DESC")
      json.member("property", property)
      json.member("ignoreCase", false)
      json.member("nullHandling", "NATIVE")
      json.member("ascending", isAscending)
      json.member("descending", !isAscending)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }
}

/// What lists are sorted by.
enum SortKey: Comparable {
  case number(Int)
  case text(String)
}
