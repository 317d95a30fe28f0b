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

  /// A provider's domain in the table of all their bytes.
  private struct Provider {
    let range: Range<Int>
    /// How long the part before the first dot is.
    let nameLength: Int
    /// Whether the rest names a country.
    let isOfCountry: Bool
  }

  private static let bytes = Array(names.joined().utf8)
  private static let providers: [Provider] = {
    var providers: [Provider] = []
    var start = 0
    for name in names {
      let parts = name.split(separator: ".", maxSplits: 1)
      let end = start + name.utf8.count
      providers.append(
        Provider(
          range: start..<end, nameLength: parts[0].utf8.count,
          isOfCountry: parts[1].utf8.count == 2))
      start = end
    }
    return providers
  }()

  /// The provider that a domain in lower case was probably meant to be.
  static func meant(by domain: String) -> String? {
    guard domain.utf8.count <= 24, !known.contains(domain) else { return nil }
    var domain = domain
    return domain.withUTF8 { domain in
      bytes.withUnsafeBufferPointer { meant(by: domain, among: $0) }
    }
  }

  private static func meant(
    by domain: UnsafeBufferPointer<UInt8>, among bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    guard let dot = domain.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let rest = domain[(dot + 1)...]
    for provider in providers {
      let word = UnsafeBufferPointer(rebasing: bytes[provider.range])
      if provider.nameLength == dot, word[..<dot].elementsEqual(domain[..<dot]) {
        let ending = String(decoding: word[(dot + 1)...], as: UTF8.self)
        if badEndings[ending]?.contains(String(decoding: rest, as: UTF8.self)) == true {
          return String(decoding: word, as: UTF8.self)
        }
        // Providers are at home in many countries.
        if rest.count == 2 || provider.isOfCountry || rest.contains(UInt8(ascii: ".")) { continue }
      }
      guard let edit = Edit(from: word, to: domain) else { continue }
      // Of short names nearly every word is one letter away.
      guard provider.nameLength > 4 || edit == .transposition else { continue }
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }

  /// The one edit that makes a word of another.
  private enum Edit {
    case insertion
    case deletion
    case substitution
    case transposition

    init?(from word: UnsafeBufferPointer<UInt8>, to other: UnsafeBufferPointer<UInt8>) {
      let difference = other.count - word.count
      guard abs(difference) <= 1 else { return nil }
      let length = min(word.count, other.count)
      var start = 0
      while start < length, word[start] == other[start] { start += 1 }
      // How many bytes are the same from the end on.
      var end = 0
      while end < length - start, word[word.count - 1 - end] == other[other.count - 1 - end] {
        end += 1
      }
      switch (difference, length - start - end) {
      case (1, 0): self = .insertion
      case (-1, 0): self = .deletion
      case (0, 1): self = .substitution
      case (0, 2) where word[start] == other[start + 1] && word[start + 1] == other[start]:
        self = .transposition
      default: return nil
      }
    }
  }
}
