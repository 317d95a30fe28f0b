import Diagnostics

/// How far a mail has come; the case's order is that of its life.
enum DeliveryState: CaseIterable {
  case preparing
  case ready
  case sending
  case sent
  case failed
  case unsubscribed
  case partlyFailed

  /// The code of Cloud Outbound Mailer.
  var code: String {
    switch self {
    case .preparing: "P"
    case .ready: "R"
    case .sending: "I"
    case .sent: "S"
    case .failed: "F"
    case .unsubscribed: "U"
    case .partlyFailed: "PF"
    }
  }

  /// The label of Cloud Outbound Mailer.
  var label: Message {
    switch self {
    case .preparing: Message("Preparing", ko: "발송 준비중")
    case .ready: Message("Ready", ko: "발송 준비")
    case .sending: Message("Sending", ko: "발송중")
    case .sent: Message("Sent successfully", ko: "발송 성공")
    case .failed: Message("Failed to send", ko: "발송 실패")
    case .unsubscribed: Message("Unsubscribed", ko: "수신 거부")
    case .partlyFailed: Message("Partially failed", ko: "일부 실패")
    }
  }

  /// The word of SENS, to which everything that was not delivered has failed.
  func word(isReserved: Bool) -> String {
    switch self {
    case .preparing: "PREPARING"
    case .ready: isReserved ? "RESERVED" : "READY"
    case .sending: "SENDING"
    case .sent: "COMPLETED"
    case .failed, .unsubscribed: "FAILED"
    case .partlyFailed: "PARTIAL_FAILED"
    }
  }

  /// Whether nothing more will happen.
  var isFinal: Bool {
    switch self {
    case .preparing, .ready, .sending: false
    case .sent, .failed, .unsubscribed, .partlyFailed: true
    }
  }
}

/// What becomes of a mail to an address: a few local parts stand for the ways it can fail.
enum DeliveryResult {
  /// How long a mail stays in each state before its last, in milliseconds.
  static let stateLength = 1000

  private static let failures: Set = [
    "MAILBOX_ERROR", "MAIL_CONTENTS_ERROR", "NETWORK_ERROR", "RECEIVE_MAIL_SERVICE_ERROR",
    "RECIPIENT_ADDRESS_ERROR", "SECURITY_AND_POLICY_ERROR", "SMTP_ERROR", "SEND_BLOCK_ADDRESS",
  ]

  /// `mailbox-error@example.com` and its like fail, `unsubscribed@…` has unsubscribed.
  static func of(_ address: String) -> (state: DeliveryState, code: String) {
    let local = address.prefix { $0 != "@" && $0 != "+" }
    if local == "unsubscribed" { return (.unsubscribed, "UNSUBSCRIBED") }
    let code = local.uppercased().replacing("-", with: "_")
    return failures.contains(code) ? (.failed, code) : (.sent, "MAIL_SENT")
  }
}

extension Submission {
  /// When its mails leave.
  private var start: Int { max(time, content.reservation ?? time) }

  /// When its mails have arrived.
  var arrival: Int { start + 3 * DeliveryResult.stateLength }

  /// Whether it waits for the time it is reserved for.
  func isReserved(now: Int) -> Bool { now < start && content.reservation != nil }

  /// The state that all its mails share until they have arrived; nil from then on.
  func commonState(now: Int) -> DeliveryState? {
    if content.waitsForConfirmation || now < start { return .ready }
    switch (now - start) / DeliveryResult.stateLength {
    case 0: return .preparing
    case 1: return .ready
    case 2: return .sending
    default: return nil
    }
  }

  /// The state of one of its mails.
  func state(ofMail index: Int, now: Int) -> DeliveryState {
    if let common = commonState(now: now) { return common }
    return Self.summary(recipients(ofMail: index).lazy.map { DeliveryResult.of($0.address).state })
  }

  /// The state of the whole.
  func state(now: Int) -> DeliveryState {
    if let common = commonState(now: now) { return common }
    return Self.summary(content.recipients.lazy.map { DeliveryResult.of($0.address).state })
  }

  /// How many of its mails are in each state.
  func counts(now: Int) -> [(state: DeliveryState, count: Int)] {
    if let common = commonState(now: now) { return [(common, mailCount)] }
    var counts: [DeliveryState: Int] = [:]
    for index in 0..<mailCount { counts[state(ofMail: index, now: now), default: 0] += 1 }
    return DeliveryState.allCases.compactMap { state in counts[state].map { (state, $0) } }
  }

  private static func summary(_ states: some Sequence<DeliveryState>) -> DeliveryState {
    let states = Set(states)
    if states.count == 1, let state = states.first { return state }
    return states.contains(.sent) ? .partlyFailed : .failed
  }
}
