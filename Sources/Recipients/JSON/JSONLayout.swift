import Bytes
import JSONSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys of an object in their order: the next object of a list most likely has the same.
///
/// Such an object, with values that are written as they are, is read without being taken apart as
/// JSON. Whatever is not so is left to the parser, which knows all of JSON. Everything lies in a few
/// flat arrays, because millions of objects are read.
struct JSONLayout {
  /// The values that were found in an object.
  struct Values {
    /// One of them.
    fileprivate enum Value {
      case null
      /// Text that is written as it is, by its place in the memory.
      case plain(Range<Int>)
      /// Text that is not, by its place in `decoded`.
      case decoded(Range<Int>)
    }

    fileprivate var values: [Value] = []
    fileprivate var decoded: [UInt8] = []
  }

  /// All keys with their quotes, one behind the other, and where each ends.
  private var keys: [UInt8] = []
  private var keyEnds: [Int] = []
  /// The cells that each key's value goes to, and where those of each key end.
  private var cells: [Int] = []
  private var cellEnds: [Int] = []

  /// The layout of an object; nil for one that the parser had better read.
  init?(_ value: JSONValue, _ memory: [UInt8], _ map: inout FieldMap) {
    guard case .object(let members) = value.kind else { return nil }
    var roles: Set<Role> = []
    var known: Set<[UInt8]> = []
    for member in members {
      switch member.value.kind {
      case .object, .array: return nil
      case .null, .bool, .number, .string: break
      }
      guard !member.key.hasEscapes, member.key.text != "parameters",
        known.insert(member.key.bytes).inserted
      else { return nil }
      let targets = map.targets(of: member.key.text)
      cells += targets.parameters.map { Role.count + $0 }
      if let role = targets.role {
        guard roles.insert(role).inserted else { return nil }
        cells.append(role.rawValue)
      }
      cellEnds.append(cells.count)
      keys += memory[member.key.range]
      keyEnds.append(keys.count)
    }
  }

  /// Finds the values of an object that has this layout.
  ///
  /// - Parameters:
  ///   - memory: the text and tailroom.
  ///   - record: the object.
  ///   - found: gets the values.
  /// - Returns: whether the object has this layout and plain values.
  func find(
    in memory: UnsafeBufferPointer<UInt8>, _ record: Range<Int>, _ found: inout Values
  ) -> Bool {
    found.values.removeAll(keepingCapacity: true)
    found.decoded.removeAll(keepingCapacity: true)
    return keys.withUnsafeBufferPointer { keys in
      keyEnds.withUnsafeBufferPointer { ends in
        guard let base = memory.baseAddress, let names = keys.baseAddress else { return false }
        var scan = JSONQuickScan(memory: memory, index: record.lowerBound)
        var opening = UInt8(ascii: "{")
        var start = 0
        for end in ends {
          guard scan.take(opening), scan.skipBlanks() == UInt8(ascii: "\"") else { return false }
          opening = UInt8(ascii: ",")
          let length = end - start
          guard scan.index + length < record.upperBound,
            memcmp(base + scan.index, names + start, length) == 0
          else { return false }
          start = end
          scan.index += length
          guard scan.take(UInt8(ascii: ":")), let value = scan.value(&found.decoded) else {
            return false
          }
          found.values.append(value)
        }
        return scan.take(UInt8(ascii: "}")) && scan.index == record.upperBound
      }
    }
  }

  /// Puts values that were found into the row begun last.
  func put(_ found: Values, in rows: inout RowBlockBuilder) {
    var cell = 0
    for (value, end) in zip(found.values, cellEnds) {
      switch value {
      case .null: break
      case .plain(let range): for cell in cells[cell..<end] { rows.set(cell, range) }
      case .decoded(let range):
        for cell in cells[cell..<end] { rows.set(cell, rows.add(found.decoded[range])) }
      }
      cell = end
    }
  }
}

/// A walk over JSON that is written plainly.
private struct JSONQuickScan {
  let memory: UnsafeBufferPointer<UInt8>
  var index: Int

  /// Moves to the next byte that is no white space, and tells it.
  @inline(__always)
  mutating func skipBlanks() -> UInt8 {
    while true {
      let byte = memory[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      index += 1
    }
  }

  /// Passes over a mark, if it is the next.
  @inline(__always)
  mutating func take(_ mark: UInt8) -> Bool {
    guard skipBlanks() == mark else { return false }
    index += 1
    return true
  }

  /// Passes over a value.
  ///
  /// - Parameter decoded: gets text that is not written as it is.
  /// - Returns: the value; nil where it had better be parsed.
  @inline(__always)
  mutating func value(_ decoded: inout [UInt8]) -> JSONLayout.Values.Value? {
    guard skipBlanks() == UInt8(ascii: "\"") else { return bare() }
    let start = index + 1
    let position = endOfPlain(from: start)
    if memory[position] == UInt8(ascii: "\\") { return escaped(from: start, position, &decoded) }
    guard memory[position] == UInt8(ascii: "\"") else { return nil }
    index = position + 1
    return .plain(start..<position)
  }

  /// The first quote, backslash or control character.
  @inline(__always)
  private func endOfPlain(from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(memory)
    var position = start
    while true {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let marks =
        ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "\"")))
        | ByteWord.zeros(word ^ ByteWord.all(UInt8(ascii: "\\")))
        | ByteWord.zeros(word & ByteWord.all(0xE0))
      if marks != 0 { return position + marks.trailingZeroBitCount >> 3 }
      position += 8
    }
  }

  /// Text in which quotes and the like are escaped; other escapes are the parser's.
  private mutating func escaped(
    from start: Int, _ first: Int, _ decoded: inout [UInt8]
  ) -> JSONLayout.Values.Value? {
    let beginning = decoded.count
    decoded += memory[start..<first]
    var position = first
    while memory[position] == UInt8(ascii: "\\") {
      let byte = memory[position + 1]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/")
      else { return nil }
      decoded.append(byte)
      let next = endOfPlain(from: position + 2)
      decoded += memory[position + 2..<next]
      position = next
    }
    guard memory[position] == UInt8(ascii: "\"") else { return nil }
    index = position + 1
    return .decoded(beginning..<decoded.count)
  }

  /// A whole number, `true`, `false` or null; other numbers are the parser's.
  private mutating func bare() -> JSONLayout.Values.Value? {
    let start = index
    while memory[index] >= 0x61 && memory[index] <= 0x7A { index += 1 }
    if index > start {
      let word = UnsafeBufferPointer(rebasing: memory[start..<index])
      if word.elementsEqual("null".utf8) { return .null }
      return word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
        ? .plain(start..<index) : nil
    }
    while memory[index] >= 0x30 && memory[index] <= 0x39 { index += 1 }
    let hasLeadingZero = memory[start] == 0x30 && index > start + 1
    let goesOn =
      memory[index] == UInt8(ascii: ".") || memory[index] | 0x20 == UInt8(ascii: "e")
    return index > start && !hasLeadingZero && !goesOn ? .plain(start..<index) : nil
  }
}
