/// Writes text as HTML: character references for what elements, quoted attributes or the service
/// would read as more than text.
public enum HTMLEscaper {
  /// The text with references where they are needed, which always works.
  public static func escaped(_ text: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count * Escaping.growth) { memory, count in
      var writer = ByteWriter(memory)
      text.withUnsafeBufferPointer { write($0, to: &writer) }
      precondition(!writer.isOverfull)
      count = writer.count
    }
  }

  /// The text for a page of our own, which no service reads: the same whether pieces are escaped
  /// or what they make together.
  public static func escapedForPage(_ text: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count * Escaping.growth) { memory, count in
      var writer = ByteWriter(memory)
      text.withUnsafeBufferPointer { value in
        var start = 0
        for index in 0..<value.count {
          guard let reference = markupReference(for: value[index]) else { continue }
          writer.append(UnsafeBufferPointer(rebasing: value[start..<index]))
          writer.append(reference)
          start = index + 1
        }
        writer.append(UnsafeBufferPointer(rebasing: value[start...]))
      }
      precondition(!writer.isOverfull)
      count = writer.count
    }
  }

  @inline(__always)
  static func write(_ value: UnsafeBufferPointer<UInt8>, to sink: inout some ByteSink) {
    var start = 0
    for index in 0..<value.count {
      guard let reference = reference(for: value, at: index) else { continue }
      sink.append(UnsafeBufferPointer(rebasing: value[start..<index]))
      sink.append(reference)
      start = index + 1
    }
    sink.append(UnsafeBufferPointer(rebasing: value[start...]))
  }

  @inline(__always)
  private static func reference(
    for bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> StaticString? {
    markupReference(for: bytes[index]) ?? signReference(for: bytes, at: index)
  }

  /// The reference for what elements and quoted attributes would read as markup.
  @inline(__always)
  private static func markupReference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "`"): "&#96;"
    default: nil
    }
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
