/// Writes text as HTML: character references for what elements, quoted attributes or the service
/// would read as more than text.
public enum HTMLEscaper {
  /// The text with references where they are needed, which always works.
  public static func escaped(_ text: [UInt8]) -> [UInt8] {
    written(text) { write($0, ByteTraits.of($0), to: &$1) }
  }

  /// The text for a page of our own, which no service reads: the same whether pieces are escaped
  /// or what they make together.
  public static func escapedForPage(_ text: [UInt8]) -> [UInt8] {
    written(text) { _ = $1.append($0, escapedBy: markup) }
  }

  private static func written(
    _ text: [UInt8], _ write: (UnsafeBufferPointer<UInt8>, inout ByteWriter) -> Void
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count * EscapeTable.stride) { memory, count in
      var writer = ByteWriter(memory)
      text.withUnsafeBufferPointer { write($0, &writer) }
      precondition(!writer.isOverfull)
      count = writer.count
    }
  }

  /// Writes a value, whose traits tell whether it holds signs of the service.
  @inline(__always)
  static func write(
    _ value: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, to sink: inout some ByteSink
  ) {
    if traits.contains(.sign) {
      writeBySigns(value, to: &sink)
    } else {
      _ = sink.append(value, escapedBy: markup)
    }
  }

  /// Writes a value whose signs need a look at what stands beside them.
  private static func writeBySigns(
    _ value: UnsafeBufferPointer<UInt8>, to sink: inout some ByteSink
  ) {
    var start = 0
    for index in value.indices {
      guard let reference = signReference(for: value, at: index) else { continue }
      _ = sink.append(UnsafeBufferPointer(rebasing: value[start..<index]), escapedBy: markup)
      sink.append(reference)
      start = index + 1
    }
    _ = sink.append(UnsafeBufferPointer(rebasing: value[start...]), escapedBy: markup)
  }

  /// References for what elements and quoted attributes would read as markup.
  private static let markup = EscapeTable { byte in
    let reference: StaticString? =
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      case UInt8(ascii: "`"): "&#96;"
      default: nil
      }
    return reference.map { $0.withUTF8Buffer(Array.init) }
  }

  /// The reference for a sign that makes a mark of the service with what follows or could.
  @inline(__always)
  static func signReference(
    for bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> StaticString? {
    switch bytes[index] {
    case UInt8(ascii: "$"): return opens(bytes, at: index) ? "&#36;" : nil
    case UInt8(ascii: "#"): return opens(bytes, at: index) ? "&#35;" : nil
    case UInt8(ascii: "{"): return index == 0 ? "&#123;" : nil
    default: return nil
    }
  }

  /// Whether a `{` follows, or could: other text comes behind the value's end.
  @inline(__always)
  private static func opens(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "{")
  }
}
