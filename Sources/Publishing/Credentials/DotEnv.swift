import Diagnostics

/// A `.env` file: lines of `NAME=value`, of which only the wanted names are looked at.
public enum DotEnv {
  /// Reads the values of the wanted names; the last line of a name counts.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - names: the wanted names.
  /// - Returns: the values that are there.
  /// - Throws: the first line of a wanted name whose value cannot be read.
  public static func values(
    _ bytes: [UInt8], names: Set<String>
  ) throws(PublishingError) -> [String: String] {
    var values: [String: String] = [:]
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...],
      as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard let equals = line.firstIndex(of: "=") else { continue }
      var name = trimmed(line[..<equals])
      if name.hasPrefix("export ") { name = trimmed(name.dropFirst(7)) }
      guard names.contains(String(name)) else { continue }
      guard let value = value(trimmed(line[line.index(after: equals)...])) else {
        throw PublishingError(
          Message(
            "line \(index + 1) of .env: the quote of \(String(name)) is not closed, or something follows it",
            ko: ".env의 \(index + 1)행: \(String(name)) 값의 따옴표가 닫히지 않았거나 뒤에 다른 내용이 있습니다"))
      }
      values[String(name)] = value
    }
    return values
  }

  private static func value(_ text: Substring) -> String? {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      // As shells read it: a `#` behind a blank begins a remark.
      let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
      return text.hasPrefix("#") ? "" : String(trimmed(text[..<end]))
    }
    let rest = text.dropFirst()
    guard let end = rest.firstIndex(of: quote) else { return nil }
    let behind = trimmed(rest[rest.index(after: end)...])
    return behind.isEmpty || behind.hasPrefix("#") ? String(rest[..<end]) : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }
}
