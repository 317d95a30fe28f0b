import Diagnostics
import Mailing
import Templating

extension ValueConstraint {
  /// What a value would have to be, where it is not; nil for one that is allowed.
  func objection(to text: ArraySlice<UInt8>) -> Message? {
    let value = String(decoding: text, as: UTF8.self)
    if !values.isEmpty, !values.contains(value) {
      let shown = values.prefix(8).joined(separator: ", ") + (values.count > 8 ? ", …" : "")
      return Message("one of \(shown)", ko: "\(shown) 중 하나")
    }
    if let pattern, !pattern.matches(value) {
      return Message("matching \(pattern.expression)", ko: "\(pattern.expression) 형식")
    }
    if let maximumWidth, VisibleText.width(value) > maximumWidth {
      return Message("at most \(maximumWidth) columns wide", ko: "너비 최대 \(maximumWidth)칸")
    }
    guard let amount = amount(of: value, text) else { return kind.title }
    if minimum.map({ amount < $0 }) ?? false || maximum.map({ amount > $0 }) ?? false {
      return bounds
    }
    return nil
  }

  /// What the bounds are compared with; nil for a value of another kind.
  private func amount(of value: String, _ text: ArraySlice<UInt8>) -> Double? {
    switch kind {
    case .text: return Double(value.unicodeScalars.count)
    case .number: return Self.number(value, isWhole: false)
    case .integer: return Self.number(value, isWhole: true)
    case .date: return DateReader.day(of: text).map(Double.init)
    case .email: return EmailAddress.objection(to: text) == nil ? Double(text.count) : nil
    case .url:
      let isAddress = value.hasPrefix("https://") || value.hasPrefix("http://")
      return isAddress ? Double(text.count) : nil
    }
  }

  private static func number(_ value: String, isWhole: Bool) -> Double? {
    var digits = false
    var point = false
    for (offset, byte) in value.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"): guard offset == 0 else { return nil }
      case UInt8(ascii: ","): guard digits, !point else { return nil }
      case UInt8(ascii: "."):
        guard digits, !point, !isWhole else { return nil }
        point = true
      default: return nil
      }
    }
    return digits ? Double(value.filter { $0 != "," }) : nil
  }

  /// The bounds in words.
  private var bounds: Message {
    let unit = kind == .text ? (english: " characters", korean: "자") : (english: "", korean: "")
    let low = minimum.map(shown)
    let high = maximum.map(shown)
    switch (low, high) {
    case (let low?, let high?):
      return Message("\(low) to \(high)\(unit.english)", ko: "\(low)~\(high)\(unit.korean)")
    case (let low?, nil):
      return Message("at least \(low)\(unit.english)", ko: "\(low)\(unit.korean) 이상")
    case (nil, let high?):
      return Message("at most \(high)\(unit.english)", ko: "\(high)\(unit.korean) 이하")
    case (nil, nil): return kind.title
    }
  }

  private func shown(_ bound: Double) -> String {
    guard let whole = Int(exactly: bound) else { return "\(bound)" }
    guard kind == .date else { return whole.grouped }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(whole / 10_000)-\(two(whole / 100 % 100))-\(two(whole % 100))"
  }
}

extension ValueConstraint.Kind {
  /// The kind in words.
  var title: Message {
    switch self {
    case .text: Message("text", ko: "텍스트")
    case .number: Message("a number", ko: "숫자")
    case .integer: Message("a whole number", ko: "정수")
    case .date: Message("a date", ko: "날짜")
    case .email: Message("an e-mail address", ko: "이메일 주소")
    case .url: Message("an http or https address", ko: "http, https 주소")
    }
  }
}
