import Diagnostics

extension Filter {
  /// Digits in groups of three.
  static let number = Filter(
    "number",
    summary: Message("the number with a comma before every third digit", ko: "세 자리마다 쉼표를 넣은 수"),
    accepts: Message(
      "digits with at most a sign before them, a decimal dot among them and commas before every third",
      ko: "숫자와, 있으면 앞의 부호, 소수점 하나, 세 자리마다 찍은 쉼표"),
    pattern:
      #"^\#(InvisibleText.pattern)[-+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\#(InvisibleText.pattern)$"#,
    examples: [
      .gives("number", "1234567", "1,234,567"), .gives("number", "-1234.50", "-1,234.50"),
      .gives("number", "1,234,567", "1,234,567"), .gives("number", " 0012 ", "12"),
      .gives("number", "12345678901234567890", "12,345,678,901,234,567,890"),
      .refuses("number", "1.234.567"), .refuses("number", "1234,5"), .refuses("number", "0,123"),
      .refuses("number", "12원"),
      .refuses("number", "1e6"),
    ],
    work: .plain { value in WrittenNumber(InvisibleText.trimmed(value))?.grouped })
}

/// A number as it was written, taken apart without ever being computed.
private struct WrittenNumber {
  private var sign: ArraySlice<UInt8>
  private var whole: ArraySlice<UInt8>
  /// The dot and what follows it.
  private var fraction: ArraySlice<UInt8>

  init?(_ text: ArraySlice<UInt8>) {
    let unsigned = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    sign = text[..<unsigned.startIndex]
    whole = unsigned.prefix { $0 != UInt8(ascii: ".") }
    fraction = unsigned[whole.endIndex...]
    guard sign.count <= 1, !whole.isEmpty, fraction.count != 1,
      fraction.dropFirst().allSatisfy(\.isDigit)
    else { return nil }
    guard !whole.allSatisfy(\.isDigit) else { return }
    guard Self.isGrouped(whole) else { return nil }
    whole = whole.filter(\.isDigit)[...]
  }

  // A comma anywhere else is a decimal one: '1234,5' must not become 12,345, nor '0,123' 123.
  private static func isGrouped(_ whole: ArraySlice<UInt8>) -> Bool {
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return groups.allSatisfy { $0.allSatisfy(\.isDigit) }
      && (1...3).contains(groups.first?.count ?? 0)
      && (groups.count == 1 || groups.first?.first != UInt8(ascii: "0"))
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  var grouped: [UInt8] {
    let zeros = whole.dropLast().prefix { $0 == UInt8(ascii: "0") }
    let digits = whole[zeros.endIndex...]
    var bytes = Array(sign)
    bytes.reserveCapacity(sign.count + digits.count / 3 * 4 + 3 + fraction.count)
    var rest = digits.count
    for digit in digits {
      bytes.append(digit)
      rest -= 1
      if rest > 0, rest.isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
    }
    return bytes + fraction
  }
}
