extension Profile {
  /// SENS mail, API v2: the public zone's successor since 2026-09-17.
  ///
  /// Source: <https://api.ncloud-docs.com/docs/en/sens-mail-request-create>
  public static let sens = Profile(
    name: "sens",
    service: "SENS mail v2",
    asOf: "2026-11-23",
    limits: Limits(
      titleBytes: 500, bodyBytes: 500_000, bodyBytesRefused: 512_000, senderNameBytes: 69,
      recipients: 100_000, copies: 30,
      refusedSenderDomains: ["naver.com", "navercorp.com", "ncloud.com"]),
    fields: [
      (.senderAddress, "senderAddress"), (.senderName, "senderName"), (.title, "title"),
      (.body, "body"), (.individual, "individual"), (.confirmAndSend, "confirmAndSend"),
      (.advertising, "advertising"), (.reservationDateTime, "reservationDateTime"),
      (.useBasicUnsubscribeMsg, "useBasicUnsubscribeMessage"),
      (.unsubscribeMessage, "unsubscribeMessage"), (.recipients, "recipients"),
    ],
    recipientTypes: [.to: "TO", .carbonCopy: "CC", .blindCopy: "BCC"],
    reservation: .iso8601,
    marksAdvertising: true,
    addsUnsubscribeNotice: true)
}
