public import Mailing

/// When an approved campaign may leave.
public enum Schedule: Sendable, Hashable {
  /// At once, as soon as somebody sends it.
  case immediate
  /// At the time that the envelope names.
  case at(Reservation)
  /// At any time from the first to the last.
  case between(Reservation, Reservation)

  /// The time that an envelope names, or none.
  public init(of envelope: Envelope) {
    self = Reservation(of: envelope).map(Schedule.at) ?? .immediate
  }

  /// Whether a campaign with another schedule may leave under this one.
  public func covers(_ other: Schedule) -> Bool {
    switch (self, other) {
    case (.between(let first, let last), .at(let time)):
      (first.milliseconds...max(first.milliseconds, last.milliseconds)).contains(time.milliseconds)
    default: self == other
    }
  }
}
