/// Reads the number that a CSS token begins with.
enum StyleNumber {
  /// A sign, digits and a fraction; exponents are not looked at.
  static func value(_ text: ArraySlice<UInt8>) -> Double {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var number = 0.0
    while let digit = rest.first, HTMLByte.isDigit(digit) {
      number = number * 10 + Double(HTMLByte.hexValue(digit))
      rest = rest.dropFirst()
    }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      var place = 0.1
      while let digit = rest.first, HTMLByte.isDigit(digit) {
        number += Double(HTMLByte.hexValue(digit)) * place
        place /= 10
        rest = rest.dropFirst()
      }
    }
    return isNegative ? -number : number
  }
}
