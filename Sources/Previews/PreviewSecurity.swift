import Hashing
import Markup

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
  }

  /// Collects the image addresses of a template that hold no placeholder.
  static func imageSources(
    of markup: MarkupScan, masked bytes: [UInt8], atoms: [Range<Int>]
  )
    -> [String]
  {
    var sources: Set<String> = []
    for token in markup.tokens where token.kind == .startTag {
      for attribute in token.attributes
      where attribute.name == "src" || attribute.name == "background" {
        guard let range = attribute.valueRange, !atoms.contains(where: { $0.overlaps(range) }),
          let source = cspSource(String(decoding: bytes[range], as: UTF8.self))
        else { continue }
        sources.insert(source)
      }
    }
    return sources.sorted()
  }

  /// A https address as a CSP source; nil when it is none or could say more than one source.
  static func cspSource(_ address: String) -> String? {
    let plain = address.split(separator: "?").first.map(String.init) ?? ""
    guard plain.hasPrefix("https://"), plain.utf8.count > 8,
      plain.utf8.allSatisfy({
        $0 > 0x20 && $0 < 0x7F && !"\"'<>;,*\\`&".utf8.contains($0)
      })
    else { return nil }
    return plain
  }
}
