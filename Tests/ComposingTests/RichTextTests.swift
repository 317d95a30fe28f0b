import JSONSyntax
import Markup
import TestSupport
import Testing

@testable import Composing

/// Values of the filter `raw`: HTML of which nothing but running text and links gets into a mail.
@Suite struct RichTextTests {
  @Test func `markup is kept, and what is not running text left out`() throws {
    let draft = try Draft.of(body: "<td>$<X | raw></td>")
    #expect(
      try draft.body(
        for: "<b onclick=x>a</b><script>y</script> & <a href=\"https://a.example/\">c</a>")
        == "<td><b>a</b> &amp; <a href=\"https://a.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">c</a></td>"
    )
    #expect(
      try draft.body(for: "</td><td>{X} ${X} #{X} $") == "<td>&#123;X} &#36;{X} &#35;{X} &#36;</td>"
    )
    #expect(try draft.body(for: "<script>x</script>") == "<td></td>")
  }

  @Test func `fallbacks are HTML too, and text in all other places stays text`() throws {
    let draft = try Draft.of(
      body: "<p title=\"$<X>\">$<X ?? \"<b>none</b><hr>\" | raw>$<X ?? ''></p>")
    #expect(try draft.body(for: "<i>x") == "<p title=\"&lt;i&gt;x\"><i>x</i>&lt;i&gt;x</p>")
    #expect(draft.plan.slots.map(\.wireName).contains("X_raw"))
    let optional = try Draft.of(body: "<p>$<X ?? \"<b>none</b><hr>\" | raw></p>")
    #expect(try optional.body(for: "") == "<p><b>none</b></p>")
  }

  @Test func `hostile values change nothing around them`() throws {
    let draft = try Draft.of(body: "<div>$$<X | raw>{</div>")
    var random = SeededGenerator(seed: 11)
    let values = HostileValues.all + (0..<200).map { _ in HostileValues.text(&random) }
    let sanitizer = HTMLSanitizer(mode: .strict)
    var written = 0
    for value in values {
      guard let body = try? draft.body(for: value) else { continue }
      written += 1
      #expect(body.hasPrefix("<div>") && body.hasSuffix("{</div>"), "\(value)")
      let inner = Array(body.utf8.dropFirst("<div>".utf8.count).dropLast("</div>".utf8.count))
      #expect(sanitizer.sanitize(inner).removals.isEmpty, "\(value)")
      #expect(!["${", "#{"].contains { body.contains($0) }, "\(value)")
    }
    #expect(written > 100)
  }
}

extension Draft {
  private struct Refused: Error {}

  fileprivate func body(for value: String) throws -> String {
    let list = "[{\"address\": \"a@b.cc\", \"X\": \(value.json)}]"
    guard let row = try rows(list).first else { throw Refused() }
    var problems: [ValueProblem] = []
    let mail = mail(for: row, problems: &problems)
    guard problems.isEmpty else { throw Refused() }
    return String(decoding: plan.body.substituting(mail.values), as: UTF8.self)
  }
}

extension String {
  fileprivate var json: String {
    var quoted: [UInt8] = []
    JSONWriter.appendQuoted(Array(utf8), to: &quoted)
    return String(decoding: quoted, as: UTF8.self)
  }
}
