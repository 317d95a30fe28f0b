import Composing
import JSONSyntax
import Mailing
import Recipients
import TestSupport

/// Our engine: the template is lowered and the list read before anything is measured.
struct Engine {
  private let draft: Draft
  private let rows: [Row]

  init(body: String, people: [[String]]) throws {
    draft = try Draft.of(body: body)
    var list = JSONWriter()
    list.beginArray()
    for person in people {
      list.beginObject()
      for (column, value) in zip(People.columns, person) {
        list.key(column)
        list.string(value)
      }
      list.endObject()
    }
    list.endArray()
    rows = try draft.rows(list.bytes)
  }

  /// Writes everybody, so many times, as the service's requests.
  func requests(rounds: Int, _ take: ([UInt8]) -> Void) {
    var writer = RequestWriter(draft, profile: .com)
    for _ in 0..<rounds {
      for row in rows {
        var problems: [ValueProblem] = []
        if let request = writer.add(draft.mail(for: row, problems: &problems)) { take(request) }
      }
    }
    if let request = writer.finish() { take(request) }
  }

  /// Makes `output` one person's finished body.
  func write(_ person: Int, _ values: inout WireValues, to output: inout [UInt8]) {
    var problems: [ValueProblem] = []
    draft.compose(rows[person], into: &values, problems: &problems)
    output.removeAll(keepingCapacity: true)
    draft.plan.body.append(to: &output, substituting: values)
  }
}
