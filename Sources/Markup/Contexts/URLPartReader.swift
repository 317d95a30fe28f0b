/// Reads an attribute's value as an address, up to each placeholder in turn.
///
/// Follows the URL Standard's parser (§4.4) as far as it splits: leading white space, tabs and line
/// breaks are skipped, and `\` is a slash in special schemes.
struct URLPartReader {
  private enum State {
    /// Nothing yet.
    case start
    /// Only a placeholder so far, whose value may be empty or a whole address.
    case open
    /// Characters of a scheme, which turn into a path without `:`.
    case scheme
    /// Behind a placeholder in or next to what may be a scheme.
    case unclear
    /// Behind `:` of an unclear scheme.
    case unclearColon(slashes: Int)
    /// Behind `:` of a special scheme.
    case specialColon(slashes: Int)
    /// Behind one `/` at the start.
    case slash
    /// Behind one `/` and a placeholder at the start, so that `/` may make a host of what follows.
    case slashOpen
    /// In a host if the placeholders before are empty, else in a path.
    case unclearHost
    /// In an address whose scheme takes no values: `javascript:` and everything unknown.
    case closed
    case host
    case path
    /// In a path without slashes, as in `mailto:`.
    case opaque
    case query
    case fragment
  }

  private var state = State.start
  private var scheme: [UInt8] = []

  /// The part that a placeholder under the cursor stands in.
  var part: URLPart {
    switch state {
    case .start: .start
    case .open, .scheme, .unclear, .unclearHost: .scheme
    case .closed: .foreign
    case .unclearColon(let slashes), .specialColon(let slashes): slashes < 2 ? .scheme : .host
    case .host: .host
    case .slash, .slashOpen, .path: .path
    case .opaque: .opaque
    case .query: .query
    case .fragment: .fragment
    }
  }

  /// Reads over a placeholder.
  mutating func skipPlaceholder() {
    switch state {
    case .start: state = .open
    case .scheme: state = .unclear
    case .slash: state = .slashOpen
    case .unclearColon(let slashes): state = slashes < 2 ? .closed : .host
    case .specialColon(let slashes): state = slashes < 2 ? .unclearHost : .host
    case .open, .unclear, .slashOpen, .unclearHost, .closed, .host, .path, .opaque, .query,
      .fragment:
      break
    }
  }

  /// Reads over a character, given without its character reference.
  mutating func read(_ byte: UInt8) {
    if byte == 0x09 || byte == 0x0A || byte == 0x0D { return }
    switch state {
    case .closed, .fragment: return
    case .query: if byte == UInt8(ascii: "#") { state = .fragment }
    case .start: readFirst(byte)
    case .scheme: readScheme(byte)
    case .open, .unclear: readUnclear(byte)
    case .unclearColon(let slashes): readColon(byte, slashes, isSpecial: false)
    case .specialColon(let slashes): readColon(byte, slashes, isSpecial: true)
    case .slash: state = isSlash(byte) ? .host : inPath(byte)
    case .slashOpen: state = isSlash(byte) ? .unclearHost : inPath(byte)
    case .host, .unclearHost: if isSlash(byte) || endsPath(byte) { state = inPath(byte) }
    case .path: state = inPath(byte)
    case .opaque: if endsPath(byte) { state = inPath(byte) }
    }
  }

  private func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private func endsPath(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private func inPath(_ byte: UInt8) -> State {
    switch byte {
    case UInt8(ascii: "?"): .query
    case UInt8(ascii: "#"): .fragment
    default: .path
    }
  }

  private mutating func readFirst(_ byte: UInt8) {
    if byte <= 0x20 { return }
    if isSlash(byte) {
      state = .slash
    } else if HTMLByte.isLetter(byte) {
      scheme = [HTMLByte.lowered(byte)]
      state = .scheme
    } else {
      state = inPath(byte)
    }
  }

  private mutating func readScheme(_ byte: UInt8) {
    if byte == UInt8(ascii: ":") {
      state = Self.state(behind: scheme)
    } else if HTMLByte.isAlphanumeric(byte) || [0x2B, 0x2D, 0x2E].contains(byte) {
      if scheme.count < 16 { scheme.append(HTMLByte.lowered(byte)) }
    } else {
      state = inPath(byte)
    }
  }

  private static func state(behind scheme: [UInt8]) -> State {
    switch String(decoding: scheme, as: UTF8.self) {
    case "http", "https", "ftp": .specialColon(slashes: 0)
    case "mailto", "tel", "sms", "cid": .opaque
    default: .closed
    }
  }

  private mutating func readUnclear(_ byte: UInt8) {
    if byte == UInt8(ascii: ":") {
      state = .unclearColon(slashes: 0)
    } else if isSlash(byte) {
      if case .open = state { state = .slashOpen } else { state = .path }
    } else if endsPath(byte) {
      state = inPath(byte)
    } else {
      state = .unclear
    }
  }

  private mutating func readColon(_ byte: UInt8, _ slashes: Int, isSpecial: Bool) {
    if isSlash(byte) {
      state =
        isSpecial
        ? .specialColon(slashes: min(slashes &+ 1, 2))
        : .unclearColon(slashes: min(slashes &+ 1, 2))
    } else if slashes < 2, !isSpecial {
      state = .closed
    } else {
      state = endsPath(byte) ? inPath(byte) : .host
    }
  }
}
