/// The headers by which a list names a recipient's own fields, in the languages people use.
enum HeaderAliases {
  private static let words: [String: Role] = {
    let groups: [(Role, [String])] = [
      (
        .address,
        [
          "address", "email", "e-mail", "mail", "이메일", "이메일주소", "메일", "메일주소", "전자우편", "수신자",
        ]
      ),
      (.name, ["name", "fullname", "이름", "성명", "성함", "고객명", "회원명", "수신자명"]),
      (.type, ["type", "유형", "수신유형"]),
    ]
    var table: [String: Role] = [:]
    for (role, names) in groups {
      for name in names { table[name] = role }
    }
    return table
  }()

  /// The field that a header names, whatever its case, composition and blanks.
  static func role(of header: String) -> Role? {
    words[header.lowercased().filter { !$0.isWhitespace }]
  }
}
