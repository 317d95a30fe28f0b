/// The name of a host as rules about addresses look at it, in lower case.
struct HostName {
  let text: String
  let labels: [Substring]

  init(_ text: String) {
    self.text = text
    labels = text.split(separator: ".", omittingEmptySubsequences: false)
  }

  /// The four numbers of an IPv4 address.
  var numbers: [UInt8]? {
    let numbers = labels.compactMap { UInt8($0) }
    return labels.count == 4 && numbers.count == 4 ? numbers : nil
  }

  /// Whether it is an address of four numbers or in brackets.
  var isNumeric: Bool { numbers != nil || text.hasPrefix("[") }

  /// Whether nobody outside the house can reach it (RFC 1918, RFC 3927, RFC 4193, RFC 6761).
  var isPrivate: Bool {
    if let numbers { return Self.isPrivate(numbers) }
    if text.hasPrefix("[") {
      return text == "[::1]"
        || ["[fe8", "[fe9", "[fea", "[feb", "[fc", "[fd"].contains {
          text.hasPrefix($0)
        }
    }
    guard labels.count > 1, let last = labels.last else { return !text.isEmpty }
    return ["localhost", "local", "internal", "lan", "corp", "home", "intranet", "test", "invalid"]
      .contains(last)
  }

  private static func isPrivate(_ numbers: [UInt8]) -> Bool {
    switch (numbers[0], numbers[1]) {
    case (10, _), (127, _), (0, _), (192, 168), (169, 254), (172, 16...31): true
    default: false
    }
  }

  /// Whether its name says that it is for development.
  var isForDevelopment: Bool {
    labels.dropLast(2).contains { label in
      label.split(separator: "-").contains { Self.stages.contains(String($0)) }
    }
  }

  private static let stages: Set<String> = [
    "dev", "develop", "development", "staging", "stage", "stg", "test", "testing", "qa", "uat",
    "sandbox", "preprod", "local",
  ]

  /// The part that somebody registered: `example.co.kr` of `www.example.co.kr`.
  var registrable: String {
    guard labels.count > 2 else { return text }
    let isShared = Self.shared.contains(labels.suffix(2).joined(separator: "."))
    return labels.suffix(isShared ? 3 : 2).joined(separator: ".")
  }

  /// Names under which others register.
  private static let shared: Set<String> = {
    let names = [
      "kr":
        "co or go ac ne re pe hs ms es sc kg mil seoul busan daegu incheon gwangju daejeon ulsan",
      "jp": "co or ne ac go ad ed gr lg", "uk": "co org ac gov ltd plc me net sch",
      "au": "com net org edu gov", "cn": "com net org gov edu", "tw": "com net org gov edu",
      "hk": "com net org gov edu", "sg": "com net org gov edu", "my": "com net org",
      "br": "com net org gov", "in": "co net org gov ac", "nz": "co net org govt ac",
      "th": "co or ac go in",
      "id": "co or ac go web", "vn": "com net org gov edu", "tr": "com net org gov edu",
      "mx": "com net org gob", "ar": "com net org gob", "za": "co org net gov ac",
      "il": "co org ac gov",
      "ph": "com net org gov", "io": "github", "app": "vercel netlify web",
    ]
    return Set(names.flatMap { top, words in words.split(separator: " ").map { "\($0).\(top)" } })
  }()
}
