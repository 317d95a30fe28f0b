import Diagnostics
import Mailing
import Publishing

extension Gateway {
  /// Reaches a service with the keys of some variables.
  init(
    _ profile: Profile, _ variables: [String: String], _ invocation: Invocation,
    _ language: Language
  ) throws(Failure) {
    let credentials = try Failure.passing { () throws(PublishingError) in
      try Credentials(profile, variables: variables)
    }
    self.init(
      credentials, over: invocation.environment.transport,
      language: language == .korean ? "ko-KR" : "en-US",
      milliseconds: invocation.environment.clock)
  }
}
