/// A field of a request, named as Cloud Outbound Mailer names it.
///
/// Types and names are those of the service's createMailRequest page and of SENS mail v2.
public enum EnvelopeField: String, Sendable, CaseIterable {
  case senderAddress
  case senderName
  case title
  case body
  case individual
  case confirmAndSend
  case advertising
  case parameters
  case referencesHeader
  case reservationUtc
  case reservationDateTime
  case useBasicUnsubscribeMsg
  case unsubscribeMessage
  case recipients
  case recipientGroupFilter
  case templateSid
  case attachments
  case attachFileIds

  /// What a field's value is.
  public enum Kind: Sendable, Hashable {
    /// Text.
    case text
    /// true or false.
    case flag
    /// A whole number.
    case number
    /// Parameter names with their values.
    case values
    /// The people.
    case people
    /// Paths of files.
    case files
    /// Content or people that live at the service.
    case remote
  }

  /// What the field's value is.
  public var kind: Kind {
    switch self {
    case .senderAddress, .senderName, .title, .body, .referencesHeader, .reservationDateTime,
      .unsubscribeMessage:
      .text
    case .individual, .confirmAndSend, .advertising, .useBasicUnsubscribeMsg: .flag
    case .reservationUtc: .number
    case .parameters: .values
    case .recipients: .people
    case .attachments: .files
    case .recipientGroupFilter, .templateSid, .attachFileIds: .remote
    }
  }

  /// Other names of the field: those of SENS.
  var synonyms: [String] {
    switch self {
    case .useBasicUnsubscribeMsg: ["useBasicUnsubscribeMessage"]
    case .templateSid: ["templateNo"]
    default: []
    }
  }

  /// Whether the field belongs to complete requests only; folders have files for these.
  var isOfRequests: Bool { self == .body || self == .recipients }

  /// Whether the field belongs to folders only; requests have no files.
  var isOfFolders: Bool { self == .attachments }

  static let byName: [String: EnvelopeField] = {
    var table: [String: EnvelopeField] = [:]
    for field in allCases {
      for name in [field.rawValue] + field.synonyms { table[name] = field }
    }
    return table
  }()
}
