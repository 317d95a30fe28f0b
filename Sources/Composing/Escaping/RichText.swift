import Markup

/// A value that is HTML: what may stand in any text of a mail is kept of it.
enum RichText {
  private static let sanitizer = HTMLSanitizer(mode: .strict)

  /// The value sanitized, with references for signs that the service could read as a placeholder's.
  static func sanitized(_ value: [UInt8]) -> [UInt8] {
    let html = sanitizer.sanitize(value).html.bytes
    return html.withUnsafeBufferPointer { html in
      var output: [UInt8] = []
      output.reserveCapacity(html.count)
      for index in html.indices {
        if let reference = HTMLEscaper.signReference(for: html, at: index) {
          reference.withUTF8Buffer { output += $0 }
        } else {
          output.append(html[index])
        }
      }
      return output
    }
  }
}
