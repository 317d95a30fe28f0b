import Testing

@testable import Linting

@Suite struct ClientSupportTests {
  @Test func `every line of the table is read`() {
    let lines = ClientSupport.rows.split(separator: "\n")
    #expect(lines.count >= 80)
    #expect(ClientSupport.table.count == lines.count)
    for (key, support) in ClientSupport.table {
      #expect(support.tested.wholeMatch(of: #/20\d\d-(0[1-9]|1[0-2])/#) != nil, "\(key)")
      #expect(support.page.wholeMatch(of: #/(css|html|image)-[a-z0-9-]+/#) != nil, "\(key)")
    }
  }

  /// Whoever is in no test is unknown, never fine.
  @Test func `programs without tests are unknown`() {
    for support in ClientSupport.table.values {
      for client in [MailClient.naver, .daum] { #expect(support.answer(client) == .unknown) }
      for client in MailClient.allCases.prefix(9) { #expect(support.answer(client) != .unknown) }
    }
  }

  @Test(arguments: [
    ("gmail", 1), ("outlook", 5), ("outlook/windows, naver", 2), ("GMAIL,gmail", 1),
    (MailClient.allCases.map(\.name).joined(separator: ","), 11),
  ])
  func `names are read`(list: String, count: Int) throws {
    let targets = try TargetClients(named: list)
    #expect(targets.set.clients.count == count)
    #expect(targets.isChosen)
  }

  @Test(arguments: ["", ",", "hotmail", "gmail,outlook/linux"])
  func `other names are refused`(list: String) {
    #expect(throws: TargetClients.UnknownName.self) { try TargetClients(named: list) }
  }
}
