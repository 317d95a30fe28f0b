/// How much a finding matters for sending.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; never stops anything.
  case advice
  /// Likely wrong or ugly; stops only under `--strict`.
  case warning
  /// Wrong, unsafe or refused by the service; nothing is sent.
  case error

  /// Orders from advice up to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .advice: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// The word that reports print.
  public var title: Message {
    switch self {
    case .advice: Message("advice", ko: "참고")
    case .warning: Message("warning", ko: "경고")
    case .error: Message("error", ko: "오류")
    }
  }
}
