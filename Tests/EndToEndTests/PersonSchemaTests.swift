import Foundation
import TestSupport
import Testing

/// The JSON Schema of `tmpl params` says what the table beside it and the sample lists say.
@Suite struct PersonSchemaTests {
  @Test(arguments: Checkout.samples)
  func `what the table requires, the schema does`(name: String) throws {
    let table = try JSONDecoder().decode(
      Table.self, from: try Checkout.tool.run(["params", name, "--format", "json"]).output)
    let schema = try schema(name)
    let values = schema.definitions.parameters.properties
    #expect(Set(values.keys) == Set(table.parameters.map(\.name)))
    let required = table.parameters.filter(\.required).map { "a value of '\($0.name)'" }
    #expect(schema.definitions.person.allOf.map(\.description) == ["the address"] + required)
    for parameter in table.parameters {
      let value = try #require(values[parameter.name])
      for use in parameter.uses {
        #expect(value.description.contains("(\(use.file):\(use.range.line):\(use.range.column))"))
      }
      // Only what has no stand-in everywhere may not be blank.
      let mayBeBlank = parameter.uses.allSatisfy(\.optional)
      #expect((value.pattern == #"\S"#) == !mayBeBlank, "\(parameter.name)")
    }
  }

  @Test(arguments: Checkout.samples)
  func `every sample person has what is required`(name: String) throws {
    let schema = try schema(name)
    let path = "templates/\(name)/recipients.csv"
    let list = try String(contentsOf: Checkout.url.appending(path: path), encoding: .utf8)
    let header = try #require(list.split(separator: "\n").first).split(separator: ",")
    for demand in schema.definitions.person.allOf {
      let keys = demand.anyOf.flatMap(\.required)
      #expect(header.contains { keys.contains(String($0)) }, "\(demand.description)")
      #expect(demand.anyOf.allSatisfy { $0.required.count == 1 })
    }
  }

  private func schema(_ name: String) throws -> Schema {
    let result = try Checkout.tool.run(["params", name, "--format", "json-schema", "--lang", "en"])
    #expect(result.status == 0)
    return try JSONDecoder().decode(Schema.self, from: result.output)
  }

  private struct Table: Decodable {
    struct Parameter: Decodable {
      var name: String
      var required: Bool
      var uses: [Use]
    }
    struct Use: Decodable {
      struct Range: Decodable {
        var line: Int
        var column: Int
      }
      var file: String
      var range: Range
      var optional: Bool
    }
    var parameters: [Parameter]
  }

  private struct Schema: Decodable {
    struct Definitions: Decodable {
      var person: Person
      var parameters: Parameters
    }
    struct Person: Decodable { var allOf: [Demand] }
    struct Demand: Decodable {
      struct Key: Decodable { var required: [String] }
      var description: String
      var anyOf: [Key]
    }
    struct Parameters: Decodable { var properties: [String: Value] }
    struct Value: Decodable {
      var description: String
      var pattern: String?
    }
    var definitions: Definitions

    private enum CodingKeys: String, CodingKey { case definitions = "$defs" }
  }
}
