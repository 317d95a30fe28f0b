import Approving
import Hashing
import Markup

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a preview may load and run: nothing but its own styles and the images that were asked for.
///
/// The sanitizer left out everything else before; this holds where it should have failed.
struct PreviewSecurity {
  /// Which images from elsewhere are shown.
  let images: HTMLSanitizer.Images
  /// The addresses of those images; one that depends on the recipient ends where it begins to.
  let addresses: [String]

  /// The hosts of the images, for the note that opening the page contacts them.
  var imageHosts: [String] {
    Set(addresses.compactMap { Self.host(of: $0) }).sorted()
  }

  /// The policy of a page, or of a mail in its frame.
  ///
  /// - Parameters:
  ///   - script: the only script that runs; nil for none.
  ///   - loadsStamp: whether images beside the page may be loaded, as one is that is watched.
  /// - Returns: the value of the header of that name.
  func policy(script: [UInt8]? = nil, loadsStamp: Bool = false) -> String {
    var policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    policy +=
      "; img-src data:\(loadsStamp ? " 'self' file:" : "")" + imageSources.map { " " + $0 }.joined()
    if let script {
      let digest = Data(SHA256.hash(script).bytes).base64EncodedString()
      policy += "; script-src 'sha256-\(digest)'"
    }
    return policy
  }

  private var imageSources: [String] {
    switch images {
    case .none: []
    case .fixed: Set(addresses.compactMap { Self.source(of: $0) }).sorted()
    case .all: ["https:"]
    }
  }

  private static func host(of address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "https:", parts[1].isEmpty else { return nil }
    let host = parts[2].prefix { !"/?#".contains($0) }
    return host.isEmpty ? nil : String(host)
  }

  /// A canonical address as a source of the policy, which knows no query (CSP Level 3 §2.3.1).
  private static func source(of address: String) -> String? {
    guard host(of: address) != nil else { return nil }
    return address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      .reduce(into: "") { source, byte in
        if ";,'*".utf8.contains(byte) {
          source += byte.percentEncoded
        } else {
          source.unicodeScalars.append(Unicode.Scalar(byte))
        }
      }
  }
}
