extension Profile {
  /// Cloud Outbound Mailer, API v1: government and financial zones and migrated projects.
  ///
  /// Source: <https://api.ncloud-docs.com/docs/ai-application-service-cloudoutboundmailer-createmailrequest>
  public static let com = Profile(
    name: "com",
    service: "Cloud Outbound Mailer v1",
    asOf: "2026-11-23",
    limits: Limits(
      titleBytes: 500, bodyBytes: 500_000, bodyBytesRefused: 512_000, senderNameBytes: 69,
      recipients: 100_000, copies: 30,
      refusedSenderDomains: ["naver.com", "navercorp.com", "ncloud.com"]),
    fields: [
      (.senderAddress, "senderAddress"), (.senderName, "senderName"), (.title, "title"),
      (.body, "body"), (.individual, "individual"), (.confirmAndSend, "confirmAndSend"),
      (.advertising, "advertising"), (.referencesHeader, "referencesHeader"),
      (.reservationUtc, "reservationUtc"), (.reservationDateTime, "reservationDateTime"),
      (.useBasicUnsubscribeMsg, "useBasicUnsubscribeMsg"),
      (.unsubscribeMessage, "unsubscribeMessage"), (.attachments, "attachFileIds"),
      (.recipients, "recipients"),
    ],
    recipientTypes: [.to: "R", .carbonCopy: "C", .blindCopy: "B"],
    reservation: .korean,
    marksAdvertising: true,
    addsUnsubscribeNotice: true)
}
