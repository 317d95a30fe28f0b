import Composing
import TestSupport
import Testing

/// Names on the wire, decided by the template alone.
@Suite struct LoweringTests {
  @Test(arguments: [
    ("Hello", "<p>$<NAME></p>", "Hello", "<p>${NAME}</p>"),
    ("${NAME}", "<p>$<NAME></p>", "${NAME_title}", "<p>${NAME}</p>"),
    ("$<NAME>", "<p>x</p>", "${NAME}", "<p>x</p>"),
    (
      "x", "<a href=\"https://a.bc/$<ID>?q=$<ID>\">x</a>", "x",
      "<a href=\"https://a.bc/${ID}?q=${ID}\">x</a>"
    ),
    (
      "x", "<p title=\"$<ID>\">$<ID></p><a href=\"https://a.bc/$<ID>\">x</a>", "x",
      "<p title=\"${ID}\">${ID}</p><a href=\"https://a.bc/${ID_url}\">x</a>"
    ),
    (
      "x", "<p>$<A ?? one> $<A ?? two> $<A></p>", "x", "<p>${A_html} ${A_html_2} ${A}</p>"
    ),
    ("x", "<p>$<A ?? \"one\"> ${A ?? one}</p>", "x", "<p>${A} ${A}</p>"),
    ("x", "<p>$<A_title></p>", "x", "<p>${A_title}</p>"),
    ("$<A>", "<p>$<A> $<A_title></p>", "${A_title_2}", "<p>${A} ${A_title}</p>"),
    ("x", "<p>$<고객명> $<first-name> $<고객명></p>", "x", "<p>${P1} ${P2} ${P1}</p>"),
    ("x", "<p>$<P1> $<고객명></p>", "x", "<p>${P1} ${P2}</p>"),
    ("x", "<p>$$<PRICE> $<PRICE></p>", "x", "<p>${PRICE_html} ${PRICE}</p>"),
    ("x", "<p>$<P> $<P | number></p>", "x", "<p>${P} ${P_number}</p>"),
    ("x", "<p>$<P | number> ${P|number}</p>", "x", "<p>${P} ${P}</p>"),
    (
      "x", "<p style=\"color:$<C>\"><font color=\"$<C>\">$<C></font></p>", "x",
      "<p style=\"color:${C_css}\"><font color=\"${C_color}\">${C}</font></p>"
    ),
    (
      "x", "<a href=\"$<U>\"><img src=\"$<U>\"></a><a href=\"https://$<U>/$<U>\">x</a>", "x",
      "<a href=\"${U_link}\"><img src=\"${U_source}\"></a><a href=\"https://${U_host}/${U_url}\">x</a>"
    ),
    ("x", "<p>\\$<A> \\${B} $<C></p>", "x", "<p>&#36;<A> &#36;{B} ${C}</p>"),
    ("\\$<A>", "<p>x</p>", "$<A>", "<p>x</p>"),
    (
      "x", "<p>$5 < $10, #{UNSUBSCRIBE_MESSAGE}</p>", "x", "<p>$5 < $10, #{UNSUBSCRIBE_MESSAGE}</p>"
    ),
  ])
  func `names are lowered`(title: String, body: String, wireTitle: String, wireBody: String) throws
  {
    let plan = try Draft.of(title: title, body: body).plan
    #expect(String(decoding: plan.wireTitle, as: UTF8.self) == wireTitle)
    #expect(String(decoding: plan.wireBody, as: UTF8.self) == wireBody)
  }

  @Test func `the service's own example lowers to itself`() throws {
    let title = "[알림] ${customer_name} 고객님의 등급이 변경되었습니다"
    let body = "<p>${BEFORE_GRADE}에서 ${AFTER_GRADE}로</p>"
    let plan = try Draft.of(title: title, body: body).plan
    #expect(plan.wireTitle == Array(title.utf8))
    #expect(plan.wireBody == Array(body.utf8))
  }

  /// Ten thousand would take minutes if each looked for a free name from the beginning.
  @Test func `many slots of one parameter are named in order`() throws {
    let body = (0..<10_000).map { "$<X ?? \"\($0)\">" }.joined()
    let names = try Draft.of(body: body).plan.slots.map(\.wireName)
    #expect(names.first == "X_html" && names[1] == "X_html_2" && names.last == "X_html_10000")
  }

  @Test func `no two slots share a name`() throws {
    var random = SeededGenerator(seed: 11)
    let names = ["A", "A_html", "A_title", "A_url", "A_html_2", "P1", "P2", "이름", "a-b"]
    for _ in 0..<300 {
      let uses = (0..<8).map { _ in
        let name = names.randomElement(using: &random) ?? "A"
        return [
          "$<\(name)>", "$<\(name) ?? x>", "$$<\(name)>", "<a href=\"https://a.bc/$<\(name)>\">",
        ]
        .randomElement(using: &random) ?? ""
      }
      let plan = try Draft.of(title: "$<A> $<P1>", body: uses.joined(separator: " ")).plan
      let wire = plan.slots.map(\.wireName)
      #expect(Set(wire).count == wire.count, "\(uses)")
    }
  }
}
