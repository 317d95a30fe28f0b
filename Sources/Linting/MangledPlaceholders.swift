import Composing
import Diagnostics
import Markup
import Templating

/// A placeholder that tools have damaged, and what it was.
struct MangledSpot {
  /// What is shown as the damage.
  let range: Range<Int>
  /// The parameter it names.
  let name: String
  /// The placeholder as it was.
  let placeholder: String
  /// What an edit replaces; wider than the damage where an end tag goes as well.
  let edited: Range<Int>
  let replacement: String
  /// Whether the name is sure, so that nobody has to look.
  var isCertain = true
}

extension Template {
  /// Placeholders whose marks were rewritten, and those with something invisible in them.
  var mangledSpots: [MangledSpot] {
    let rewritten = MangledSpelling.findAll(in: self).map { found in
      MangledSpot(
        range: found.range, name: found.name, placeholder: found.restored, edited: found.range,
        replacement: found.restored)
    }
    return rewritten + FilledPlaceholders(self).found
  }
}

extension Draft {
  /// Placeholders of the body into whose marks a tag was put: `$<b>{NAME}</b>`.
  var tornSpots: [MangledSpot] {
    let starts =
      body.placeholders.filter { $0.marks == .angle && $0.fallback == nil }
      .filter { HTMLNames.isElement($0.name) }.map(\.range)
      + body.problems.compactMap { problem in
        guard case .tagLike(let name) = problem.kind, HTMLNames.isElement(name) else { return nil }
        return problem.range
      }
    return starts.compactMap { range in
      let rest = body.text.bytes[range.upperBound...].prefix(66)
      guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      let name = body.text.string(range.upperBound + 1..<end)
      guard NameGrammar.isName(name) else { return nil }
      let whole = range.lowerBound..<end + 1
      let tag = body.text.string(range.lowerBound + 1..<range.upperBound)
      return MangledSpot(
        range: whole, name: name, placeholder: "${\(name)}", edited: whole,
        replacement: tag + "${\(name)}")
    }
  }

  /// Placeholders that a tool took for elements, so that it wrote end tags for them.
  ///
  /// - Parameter supplied: the names that have values; tools write names of elements in lower case.
  /// - Returns: the placeholders, from left to right by their end tags.
  func closedSpots(supplied: [String]) -> [MangledSpot] {
    // An element of its own takes its end tag before any placeholder does.
    var open: [String: [Placeholder?]] = [:]
    var rest = zip(body.placeholders, markup.contexts).filter { placeholder, context in
      placeholder.marks == .angle && context == .text && !HTMLNames.isElement(placeholder.name)
    }.map(\.0)[...]
    var known: [String: String] = [:]
    for name in supplied.reversed() { known[name.lowercased()] = name }
    let exact = Set(supplied)
    return markup.tokens.compactMap { token in
      while let next = rest.first, next.range.lowerBound < token.range.lowerBound {
        open[next.name.lowercased(), default: []].append(next)
        rest = rest.dropFirst()
      }
      if token.kind == .startTag { open[token.name.text]?.append(nil) }
      guard token.kind == .endTag, let placeholder = open[token.name.text]?.popLast() ?? nil else {
        return nil
      }
      let name =
        exact.contains(placeholder.name)
        ? placeholder.name : known[token.name.text] ?? placeholder.name
      let inner = body.text.string(placeholder.nameRange.upperBound..<placeholder.range.upperBound)
      let restored = "$<\(name)\(inner)"
      let between = body.text.string(placeholder.range.upperBound..<token.range.lowerBound)
      return MangledSpot(
        range: placeholder.range, name: name, placeholder: restored,
        edited: placeholder.range.lowerBound..<token.range.upperBound,
        replacement: restored + between, isCertain: exact.contains(name))
    }
  }
}

/// Placeholders that would be whole without what nobody sees in them.
private struct FilledPlaceholders {
  private(set) var found: [MangledSpot] = []
  private let bytes: [UInt8]

  /// The longest placeholder that is put together again.
  private static let reach = 160
  private static let fillers = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "<wbr>", "<wbr/>",
    "<wbr />", "&shy;", "&#8203;", "&#x200B;", "&ZeroWidthSpace;",
  ].map { Array($0.utf8) }

  init(_ template: Template) {
    bytes = template.text.bytes
    let starts = Set(template.placeholders.map(\.range.lowerBound))
    var index = 0
    while let dollar = bytes[index...].firstIndex(of: UInt8(ascii: "$")) {
      index = dollar + 1
      guard !starts.contains(dollar), let spot = spot(at: dollar) else { continue }
      found.append(spot)
      index = spot.range.upperBound
    }
  }

  private func spot(at dollar: Int) -> MangledSpot? {
    let end = min(bytes.count, dollar + Self.reach)
    var index = dollar + 1
    var isFilled = skipFillers(&index, before: end)
    guard index < end, bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "{")
    else { return nil }
    let opening = bytes[index]
    let closing = opening == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "}")
    index += 1
    var name: [UInt8] = []
    while index < end {
      if skipFillers(&index, before: end) {
        isFilled = true
        continue
      }
      let byte = bytes[index]
      index += 1
      if byte == closing { break }
      guard byte.isLetterOrDigit || byte >= 0x80 || "_-.".utf8.contains(byte) else { return nil }
      name.append(byte)
    }
    let word = String(decoding: name, as: UTF8.self)
    guard isFilled, bytes[index - 1] == closing, NameGrammar.isName(word) else { return nil }
    let range = dollar..<index
    let restored = closing == UInt8(ascii: ">") ? "$<\(word)>" : "${\(word)}"
    return MangledSpot(
      range: range, name: word, placeholder: restored, edited: range, replacement: restored)
  }

  private func skipFillers(_ index: inout Int, before end: Int) -> Bool {
    let start = index
    while let filler = Self.fillers.first(where: { bytes[index..<end].starts(with: $0) }) {
      index += filler.count
    }
    return index > start
  }
}
