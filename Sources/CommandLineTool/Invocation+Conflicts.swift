import Diagnostics

extension Invocation {
  /// Refuses two options of which one would say nothing beside the other.
  func refuse(_ option: Option, beside other: Option) throws(Failure) {
    guard has(option), has(other) else { return }
    throw Failure(
      Message(
        "\(quoted: option.name) and \(quoted: other.name) exclude each other; give one of them",
        ko: "\(quoted: option.name), \(quoted: other.name)은(는) 함께 쓸 수 없습니다. 하나만 쓰세요"))
  }

  /// Refuses an option that says nothing without another.
  func refuse(_ option: Option, without other: Option) throws(Failure) {
    guard has(option), !has(other) else { return }
    throw Failure(
      Message(
        "\(quoted: option.name) means nothing here without \(quoted: other.name)",
        ko: "\(quoted: option.name)은(는) \(quoted: other.name)와(과) 함께만 쓸 수 있습니다"))
  }
}
