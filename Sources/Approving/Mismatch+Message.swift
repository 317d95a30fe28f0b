public import Diagnostics
import Mailing

extension Mismatch {
  /// Why a campaign is not approved, for a body in a file.
  ///
  /// - Parameters:
  ///   - body: the path of the body.
  ///   - list: the name of the list.
  /// - Returns: the part that differs.
  public func message(body: String, list: String) -> Message {
    switch self {
    case .none: Message("nothing of this template is approved", ko: "이 템플릿에는 승인이 없습니다")
    case .profile(let approved):
      Message("it was approved for the service '\(approved)'", ko: "'\(approved)' 서비스용으로 승인되었습니다")
    case .renderer(let approved):
      Message(
        "it was approved with renderer version \(approved), and this one writes other bytes",
        ko: "렌더러 버전 \(approved)에서 승인되었고, 지금 버전은 다른 바이트를 만듭니다")
    case .title: Message("the title has changed since", ko: "승인 뒤에 제목이 바뀌었습니다")
    case .body(let line):
      Message(
        "\(quoted: "\(body):\(line)") has changed since",
        ko: "승인 뒤에 \(quoted: "\(body):\(line)")이(가) 바뀌었습니다")
    case .field(let name):
      Message("\(quoted: name) has changed since", ko: "승인 뒤에 \(quoted: name)이(가) 바뀌었습니다")
    case .order:
      Message(
        "\(quoted: list) has the same people in another order",
        ko: "\(quoted: list)의 사람은 같지만 순서가 다릅니다")
    case .people(let approved):
      Message(
        "it was approved for \(approved, "person", "people"), and \(quoted: list) has others",
        ko: "\(approved)명에게 승인되었고 \(quoted: list)은(는) 다릅니다")
    case .rows(let rows):
      Message(
        "someone in the rows \(rows.lowerBound)–\(rows.upperBound) of \(quoted: list) has changed since",
        ko: "승인 뒤에 \(quoted: list)의 \(rows.lowerBound)–\(rows.upperBound)행 가운데 바뀐 것이 있습니다")
    case .schedule(.immediate):
      Message("it was approved to be sent without a reservation", ko: "예약 없이 보내도록 승인되었습니다")
    case .schedule(.at(let time)):
      Message(
        "it was approved for \(time.words.text(.english))",
        ko: "\(time.words.text(.korean))에 보내도록 승인되었습니다")
    case .schedule(.between(let first, let last)):
      Message(
        "it was approved for times from \(first.words.text(.english)) to \(last.words.text(.english))",
        ko: "\(first.words.text(.korean))부터 \(last.words.text(.korean))까지 보내도록 승인되었습니다")
    case .expired(let time):
      Message(
        "the approval of \(time.words.text(.english)) has expired",
        ko: "\(time.words.text(.korean))의 승인은 기한이 지났습니다")
    case .consents(let given, let needed):
      Message(
        "\(given) of \(needed) approvers have said yes", ko: "승인자 \(needed)명 중 \(given)명이 승인했습니다")
    }
  }
}
