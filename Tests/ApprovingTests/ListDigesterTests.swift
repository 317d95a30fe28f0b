import Approving
import Composing
import Linting
import Mailing
import TestSupport
import Testing

/// Digests of lists: in blocks that are batches, and few of them however long the list is.
@Suite struct ListDigesterTests {
  private func summary(of people: Int, recipients: Int, changed: Int? = nil) throws -> ListSummary {
    let draft = try Draft.of(body: "<p>$<NAME></p>")
    var limits = Batching.Limits()
    limits.recipients = recipients
    var digester = ListDigester(draft, profile: .com, limits: limits)
    let list =
      "address,NAME\n"
      + (0..<people).map { "p\($0)@x.yy,\($0 == changed ? "changed" : "name")\n" }.joined()
    for row in try draft.rows(list) {
      var problems: [ValueProblem] = []
      digester.add(draft.mail(for: row, problems: &problems))
    }
    return digester.finish()
  }

  @Test func `blocks are the batches`() throws {
    let summary = try summary(of: 12, recipients: 4)
    #expect(summary.people == 12)
    #expect(summary.blocks.map(\.rows) == [2...5, 6...8, 9...12, 13...13])
    #expect(Set(summary.blocks.map(\.digest)).count == 4)
  }

  @Test func `a block tells where a list differs`() throws {
    let before = try summary(of: 12, recipients: 4)
    let after = try summary(of: 12, recipients: 4, changed: 6)
    let differing = zip(before.blocks, after.blocks).filter { $0 != $1 }.map(\.1.rows)
    #expect(differing == [6...8])
    #expect(before.digest != after.digest && before.sum != after.sum)
  }

  @Test func `long lists have few blocks, and batches do not change the list's digest`() throws {
    let many = try summary(of: 3000, recipients: 1)
    #expect(many.blocks.count <= ListSummary.blockLimit)
    #expect(many.blocks.count > 512)
    #expect(many.blocks.first?.rows.lowerBound == 2 && many.blocks.last?.rows.upperBound == 3001)
    for (block, next) in zip(many.blocks, many.blocks.dropFirst()) {
      #expect(block.rows.upperBound + 1 == next.rows.lowerBound)
    }
    let few = try summary(of: 3000, recipients: 1000)
    #expect(few.digest == many.digest && few.sum == many.sum)
  }
}
