import Composing
import JSONSyntax
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

  /// Makes `output` one person's finished body.
  func write(_ person: Int, _ values: inout WireValues, to output: inout [UInt8]) {
    var problems: [ValueProblem] = []
    draft.compose(rows[person], into: &values, problems: &problems)
    output.removeAll(keepingCapacity: true)
    draft.plan.body.append(to: &output, substituting: values)
  }
}
