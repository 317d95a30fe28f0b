#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two-byte characters of CP949, as the system's iconv knows them.
///
/// The code has no states, so that iconv is asked once for each pair of bytes, and lists of any
/// length are read from a table.
struct CP949: Sendable {
  private static let leads: ClosedRange<UInt8> = 0x81...0xFE
  private static let trails: ClosedRange<UInt8> = 0x41...0xFE

  /// The code; nil where iconv does not have it.
  static let shared = CP949()

  /// A code point of plane 0 for each pair; 0 where there is none.
  private let table: [UInt16]

  private init?() {
    // Always by this name: what goes by "EUC-KR" elsewhere lacks 8,822 syllables.
    guard let converter = iconv_open("UTF-16LE", "CP949"), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var table = [UInt16](repeating: 0, count: Self.leads.count * Self.trails.count)
    for lead in Self.leads {
      for trail in Self.trails {
        table[Self.index(lead, trail)] = Self.convert(lead, trail, converter) ?? 0
      }
    }
    self.table = table
  }

  private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
    Int(lead &- leads.lowerBound) * trails.count + Int(trail &- trails.lowerBound)
  }

  private static func convert(_ lead: UInt8, _ trail: UInt8, _ converter: iconv_t) -> UInt16? {
    var input: [CChar] = [CChar(bitPattern: lead), CChar(bitPattern: trail)]
    var output: [CChar] = [0, 0, 0, 0]
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress
        var target = output.baseAddress
        var unread = input.count
        var room = output.count
        let result = iconv(converter, &source, &unread, &target, &room)
        guard result == 0, unread == 0, room == 2 else {
          _ = iconv(converter, nil, nil, nil, nil)
          return nil
        }
        return UInt16(UInt8(bitPattern: output[0])) | UInt16(UInt8(bitPattern: output[1])) << 8
      }
    }
  }

  /// The code point of two bytes; 0 where they are no character.
  @inline(__always)
  func character(_ lead: UInt8, _ trail: UInt8) -> UInt16 {
    guard Self.leads.contains(lead), Self.trails.contains(trail) else { return 0 }
    return table[Self.index(lead, trail)]
  }
}
