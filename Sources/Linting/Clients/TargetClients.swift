/// The mail programs that mails are to look right in.
public struct TargetClients: Sendable {
  /// The programs.
  let set: ClientSet
  /// Whether somebody named them, and so wants to know all there is to say about them.
  let isChosen: Bool

  /// What most recipients here read mail with.
  public static let standard = TargetClients(
    set: [
      ClientSet(.gmail), ClientSet(.appleMail), ClientSet(.outlookWindows), ClientSet(.outlookCom),
      ClientSet(.samsung), ClientSet(.naver), ClientSet(.daum),
    ], isChosen: false)

  private init(set: ClientSet, isChosen: Bool) {
    self.set = set
    self.isChosen = isChosen
  }

  /// A name of no mail program.
  public struct UnknownName: Error {
    /// What was written.
    public let name: String
  }

  /// Every name that is known, families such as `outlook` included.
  public static var names: [String] { ["outlook"] + MailClient.allCases.map(\.name) }

  /// Reads names with commas between them; `outlook` means each of its programs.
  public init(named list: String) throws(UnknownName) {
    try self.init(list.split(separator: ",").map(String.init), isChosen: true)
    guard !set.isEmpty else { throw UnknownName(name: list) }
  }

  /// Reads the names that a project always asks for.
  public init(project names: [String]) throws(UnknownName) {
    try self.init(names, isChosen: false)
  }

  private init(_ names: [String], isChosen: Bool) throws(UnknownName) {
    var set: ClientSet = []
    for name in names {
      let name = BlankText.trimmed(name).lowercased()
      let clients = MailClient.allCases.filter { $0.name == name || $0.name.hasPrefix(name + "/") }
      guard !clients.isEmpty else { throw UnknownName(name: name) }
      for client in clients { set.insert(ClientSet(client)) }
    }
    self.init(set: set, isChosen: isChosen)
  }
}
