import Diagnostics

/// What the services' codes for the state of a mail mean.
///
/// Sources: the type EmailStatus of Cloud Outbound Mailer, and the page sens-mail-request-get.
enum StatusCode {
  private static let failures: Set = ["F", "PF", "C", "FAILED", "PARTIAL_FAILED", "CANCELED"]

  /// Whether a mail in that state has not reached everybody, and never will.
  static func isFailure(_ code: String) -> Bool { failures.contains(code) }

  /// The state in words.
  static func words(_ code: String) -> Message {
    switch code {
    case "P", "PREPARING": Message("preparing", ko: "준비중")
    case "R", "READY": Message("ready", ko: "준비")
    case "RESERVED": Message("reserved", ko: "예약")
    case "I", "SENDING": Message("sending", ko: "발송중")
    case "S", "COMPLETED": Message("sent", ko: "성공")
    case "F", "FAILED": Message("failed", ko: "실패")
    case "U": Message("unsubscribed", ko: "수신 거부")
    case "C", "CANCELED": Message("cancelled", ko: "취소")
    case "PF", "PARTIAL_FAILED": Message("partly failed", ko: "일부 실패")
    default: Message("in a state that is not documented", ko: "문서에 없는 상태")
    }
  }
}
