/// Domains of the big mail providers, and what is one slip of the fingers away from them.
enum ProviderDomains {
  private static let names = [
    "gmail.com", "naver.com", "hanmail.net", "daum.net", "nate.com", "kakao.com", "korea.com",
    "outlook.com", "outlook.kr", "hotmail.com", "icloud.com", "me.com", "mac.com", "yahoo.com",
    "yahoo.co.kr", "yahoo.co.jp", "live.com", "msn.com", "aol.com", "gmx.de", "gmx.net", "web.de",
    "mail.ru", "yandex.ru", "qq.com", "163.com", "proton.me", "protonmail.com", "comcast.net",
    "orange.fr", "dreamwiz.com", "empas.com", "hanafos.com", "chol.com", "paran.com",
  ]

  /// Providers of their own that lie one slip away from another.
  private static let others: Set<String> = [
    "123.com", "gotmail.com", "imail.ru", "zmail.ru", "mmail.com", "ymail.com", "name.com", "q.com",
    "gmx.com", "mail.com", "email.com", "live.co.kr", "navercorp.com",
  ]

  private static let badEndings: [String: Set<String>] = [
    "com": ["con", "cmo", "ocm", "vom", "xom", "cpm", "comm", "coom", "co", "cm", "om"],
    "net": ["nte", "ent", "ner", "met"],
    "co.kr": ["kr.co", "co.kt"],
  ]

  private static let known = Set(names).union(others)
  private static let parts = names.map { domain in
    let parts = domain.split(separator: ".", maxSplits: 1)
    return (domain: Array(domain.utf8), name: String(parts[0]), ending: String(parts[1]))
  }

  /// The provider that a domain in lower case was probably meant to be.
  static func meant(by domain: String) -> String? {
    guard !known.contains(domain) else { return nil }
    let bytes = Array(domain.utf8)
    guard bytes.count <= 24 else { return nil }
    let parts = domain.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    for provider in Self.parts {
      if provider.name == parts[0] {
        if badEndings[provider.ending]?.contains(String(parts[1])) == true {
          return String(decoding: provider.domain, as: UTF8.self)
        }
        // Providers are at home in many countries.
        if parts[1].count == 2 || provider.ending.count == 2 || parts[1].contains(".") { continue }
      }
      guard let edit = Edit(from: provider.domain, to: bytes) else { continue }
      // Of short names nearly every word is one letter away.
      guard provider.name.count > 4 || edit == .transposition else { continue }
      return String(decoding: provider.domain, as: UTF8.self)
    }
    return nil
  }

  /// The one edit that makes a word of another.
  private enum Edit {
    case insertion
    case deletion
    case substitution
    case transposition

    init?(from word: [UInt8], to other: [UInt8]) {
      let difference = other.count - word.count
      guard abs(difference) <= 1 else { return nil }
      let start = zip(word, other).prefix { $0 == $1 }.count
      let (left, right) = (word[start...], other[start...])
      switch difference {
      case 1 where left.elementsEqual(right.dropFirst()): self = .insertion
      case -1 where left.dropFirst().elementsEqual(right): self = .deletion
      case 0 where left.dropFirst().elementsEqual(right.dropFirst()) && !left.isEmpty:
        self = .substitution
      case 0
      where left.count >= 2 && left.dropFirst(2).elementsEqual(right.dropFirst(2))
        && left[start] == right[start + 1] && left[start + 1] == right[start]:
        self = .transposition
      default: return nil
      }
    }
  }
}
