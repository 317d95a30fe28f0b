import Composing
import Diagnostics
import Hashing
import Markup
import Templating

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a preview may load and run: nothing but its own styles and the listed images.
struct PreviewSecurity {
  /// The https images whose address is the same for everybody, as CSP sources.
  let images: [String]

  /// The hosts of those images, for the note that opening the page contacts them.
  var imageHosts: [String] {
    Array(Set(images.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }))
      .sorted()
  }

  /// The policy of a page, or of a mail in its frame.
  func policy(script: [UInt8]? = nil) -> String {
    var policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    policy += "; img-src data:" + images.map { " " + $0 }.joined()
    if let script {
      let digest = Data(SHA256.hash(script).bytes).base64EncodedString()
      policy += "; script-src 'sha256-\(digest)'"
    }
    return policy
  }

  /// What stands before a mail in its frame.
  var framePrefix: String {
    "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy())\">"
      + "<meta name=\"referrer\" content=\"no-referrer\">"
      + "<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">"
  }

  /// Collects the image addresses of a template that are the same for everybody.
  ///
  /// A policy knows no queries, so an address is left out when another one holds a placeholder
  /// behind the same path.
  static func imageSources(of draft: Draft) -> [String] {
    let bytes = draft.body.text.bytes
    let atoms = draft.body.placeholders.map(\.range)
    var fixed: Set<String> = []
    var personal: Set<String> = []
    var next = 0
    for token in draft.markup.tokens where token.kind == .startTag {
      for attribute in token.attributes {
        guard let range = attribute.valueRange else { continue }
        while next < atoms.count, atoms[next].upperBound <= range.lowerBound { next += 1 }
        if next < atoms.count, atoms[next].lowerBound < range.upperBound {
          let start = bytes[range.lowerBound..<max(range.lowerBound, atoms[next].lowerBound)]
          personal.insert(path(of: String(decoding: start, as: UTF8.self)))
        } else if attribute.name == "src" || attribute.name == "background",
          let source = cspSource(String(decoding: bytes[range], as: UTF8.self))
        {
          fixed.insert(source)
        }
      }
    }
    return fixed.subtracting(personal).sorted()
  }

  private static func path(of address: String) -> String {
    String(address.prefix { $0 != "?" && $0 != "#" })
  }

  /// A https address as a CSP source that names one file; nil when it is none or would allow more.
  static func cspSource(_ address: String) -> String? {
    let plain = path(of: address)
    let parts = plain.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "https:", parts[1].isEmpty,
      let slash = parts[2].firstIndex(of: "/"), !parts[2][..<slash].contains("@"),
      slash != parts[2].startIndex, plain.last != "/",
      plain.utf8.allSatisfy({
        $0 > 0x20 && $0 < 0x7F && !"\"'<>;,*\\`&".utf8.contains($0)
      })
    else { return nil }
    return plain
  }
}
