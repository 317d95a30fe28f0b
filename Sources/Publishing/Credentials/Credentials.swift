public import Mailing
import Diagnostics

/// What it takes to call a service: keys, and where it answers.
public struct Credentials: Sendable {
  /// The service.
  public let profile: Profile
  /// The keys that sign.
  public let keys: AccessKeys
  /// Where the service's operations are.
  public let endpoint: Endpoint

  /// Takes credentials from variables.
  ///
  /// - Parameters:
  ///   - profile: the service.
  ///   - variables: those of the environment and of `.env`.
  /// - Throws: the first that is missing or wrong, and where to get it.
  public init(_ profile: Profile, variables: [String: String]) throws(PublishingError) {
    let wanted = CredentialVariables.of(profile)
    self.profile = profile
    keys = try Self.keys(wanted, variables)
    let address = variables[present: wanted.endpoint.name] ?? wanted.defaultEndpoint
    guard let address else { throw wanted.endpoint.absence }
    let root = try Endpoint(address, for: profile, variable: wanted.endpoint.name)
    guard let serviceID = wanted.serviceID else {
      endpoint = root
      return
    }
    guard let id = variables[present: serviceID.name] else { throw serviceID.absence }
    guard Self.isServiceID(id) else {
      throw PublishingError(
        Message(
          "\(serviceID.name) is not the id of a mail service; it begins with ncp:mail:",
          ko: "\(serviceID.name) 값이 메일 서비스 아이디가 아닙니다. ncp:mail:로 시작해야 합니다"))
    }
    endpoint = root.appending("/mail/v2/services/\(id)")
  }

  /// The keys alone, where variables have them.
  ///
  /// - Parameters:
  ///   - profile: the service whose keys are wanted.
  ///   - variables: those of the environment and of `.env`.
  /// - Returns: nil unless both halves are there.
  public static func keys(_ profile: Profile, variables: [String: String]) -> AccessKeys? {
    try? keys(.of(profile), variables)
  }

  /// The names of all variables that credentials are made of.
  public static var variableNames: Set<String> {
    Set(Profile.all.flatMap { CredentialVariables.of($0).names })
  }

  private static func keys(
    _ wanted: CredentialVariables, _ variables: [String: String]
  ) throws(PublishingError) -> AccessKeys {
    guard let accessKey = variables[present: wanted.accessKey.name] else {
      throw wanted.accessKey.absence
    }
    guard let secretKey = variables[present: wanted.secretKey.name] else {
      throw wanted.secretKey.absence
    }
    // Both travel in headers or are typed by hand: a blank or line break is a slip, and unsafe.
    for (variable, value) in [(wanted.accessKey, accessKey), (wanted.secretKey, secretKey)]
    where !value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      throw PublishingError(
        Message(
          "\(variable.name) holds a blank or a character that no key has",
          ko: "\(variable.name)에 빈칸이나 키에 쓰일 수 없는 문자가 있습니다"))
    }
    return AccessKeys(accessKey: accessKey, secretKey: Secret(secretKey))
  }

  private static func isServiceID(_ text: String) -> Bool {
    text.hasPrefix("ncp:mail:")
      && text.utf8.allSatisfy { WebAddress.isUnreserved($0) || $0 == UInt8(ascii: ":") }
  }
}

extension [String: String] {
  /// The value of a name unless it is empty.
  fileprivate subscript(present name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
