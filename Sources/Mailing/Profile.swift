/// What one mail service accepts and how it spells it; dated data, so that limits are not code.
public struct Profile: Sendable {
  /// The name that `--profile` takes.
  public let name: String
  /// The service's own name.
  public let service: String
  /// When the facts were read from the service's pages.
  public let asOf: String
  /// What the service accepts.
  public let limits: Limits
  /// The fields it takes in a request, in the order they are written, with its names for them.
  public let fields: [(field: EnvelopeField, name: String)]
  /// Its names for the kinds of recipient.
  public let recipientTypes: [RecipientKind: String]
  /// How it takes the time of a reservation.
  public let reservation: ReservationForm
  /// Whether it puts the mark of advertising before the title of advertising mail by itself.
  public let marksAdvertising: Bool
  /// Whether it adds a notice on how to unsubscribe to advertising mail by itself.
  public let addsUnsubscribeNotice: Bool

  /// Bounds of a request; sizes are bytes of UTF-8 unless they say otherwise.
  public struct Limits: Sendable {
    /// The most bytes of a filled title.
    public let titleBytes: Int
    /// The most bytes of a filled body that every reading of "500 KB" allows.
    public let bodyBytes: Int
    /// The bytes of a filled body that no reading of "500 KB" allows.
    public let bodyBytesRefused: Int
    /// The most bytes of the sender's name.
    public let senderNameBytes: Int
    /// The most people of one request.
    public let recipients: Int
    /// The most Cc, and the most Bcc, of one request.
    public let copies: Int
    /// Domains a sender may not have.
    public let refusedSenderDomains: [String]
  }

  /// How the time of a reservation is written.
  public enum ReservationForm: Sendable {
    /// `yyyy-MM-dd HH:mm` in Korean time, or epoch milliseconds.
    case korean
    /// ISO 8601 with an offset.
    case iso8601
  }

  /// Whether a request of the service carries a field, as it is or in another form.
  public func takes(_ field: EnvelopeField) -> Bool {
    if field == .reservationUtc, case .iso8601 = reservation { return true }
    return fields.contains { $0.field == field }
  }

  /// Every profile; a new service is one new file and one line here.
  public static let all: [Profile] = [.com, .sens]

  /// The names of all profiles in quotes, as sentences list what may be chosen.
  public static var choices: String { all.map { "\"\($0.name)\"" }.joined(separator: ", ") }

  /// The profile of a name.
  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
