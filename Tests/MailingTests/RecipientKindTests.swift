import Mailing
import Testing

@Suite struct RecipientKindTests {
  @Test(arguments: [
    ("R", RecipientKind.to), ("TO", .to), ("", .to), ("C", .carbonCopy), ("CC", .carbonCopy),
    ("B", .blindCopy), ("BCC", .blindCopy), ("r", nil), ("X", nil), (" R", nil),
  ])
  func `kinds in either spelling`(text: String, kind: RecipientKind?) {
    #expect(RecipientKind(Array(text.utf8)) == kind)
  }

  @Test func `every service spells every kind`() {
    for profile in Profile.all {
      for kind in RecipientKind.allCases {
        let spelling = profile.recipientTypes[kind]
        #expect(spelling.flatMap { RecipientKind(Array($0.utf8)) } == kind)
      }
    }
  }
}
