/// The headers by which a list names a recipient's own fields, in the languages people use.
enum HeaderAliases {
  /// The headers of a field, as they are spelled without capitals and blanks.
  static func spellings(of role: Role) -> [String] {
    switch role {
    case .address:
      ["address", "email", "e-mail", "mail", "이메일", "이메일주소", "메일", "메일주소", "전자우편", "수신자"]
    case .name: ["name", "fullname", "이름", "성명", "성함", "고객명", "회원명", "수신자명"]
    case .type: ["type", "유형", "수신유형"]
    }
  }

  private static let words: [String: Role] = {
    var table: [String: Role] = [:]
    for role in Role.allCases {
      for name in spellings(of: role) { table[name] = role }
    }
    return table
  }()

  /// The field that a header names, whatever its case, composition and blanks.
  static func role(of header: String) -> Role? {
    words[header.lowercased().filter { !$0.isWhitespace }]
  }
}
