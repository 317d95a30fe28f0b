public import Mailing
import Diagnostics

/// Where a service answers: an origin, and the path before that of each operation.
public struct Endpoint: Sendable, Hashable {
  /// Scheme, host and port, as `https://mail.apigw.ntruss.com`.
  public let origin: String
  /// The path that all operations share, without a slash at its end.
  public let path: String
  /// Whether it is on this machine.
  public let isLoopback: Bool

  private static let regions = ["/api/v1", "/api/v1-sgn", "/api/v1-jpn"]

  /// Reads the address of a service.
  ///
  /// - Parameters:
  ///   - text: the address; plain http may only lead to this machine.
  ///   - profile: the service that should answer there.
  ///   - variable: where the address comes from.
  /// - Throws: what is wrong with it.
  public init(
    _ text: String, for profile: Profile, variable: String
  ) throws(PublishingError) {
    guard let address = WebAddress(text) else {
      // Not shown: it may be a key in the wrong place, or have a password before the host.
      throw PublishingError(
        Message(
          "\(variable) is not an address of a service; it has the form https://host/path",
          ko: "\(variable) 값이 서비스 주소가 아닙니다. https://호스트/경로 형식이어야 합니다"))
    }
    guard address.isEncrypted || address.isLoopback else {
      throw PublishingError(
        Message(
          "\(variable) must begin with https://; http:// is for this machine alone, as with tmpl sandbox",
          ko: "\(variable) 값은 https://로 시작해야 합니다. http://는 tmpl sandbox처럼 이 컴퓨터에서만 쓸 수 있습니다"))
    }
    if let problem = Self.objection(to: address, profile, variable) { throw problem }
    origin = address.origin
    path = address.path
    isLoopback = address.isLoopback
  }

  private init(origin: String, path: String, isLoopback: Bool) {
    self.origin = origin
    self.path = path
    self.isLoopback = isLoopback
  }

  private static func objection(
    to address: WebAddress, _ profile: Profile, _ variable: String
  ) -> PublishingError? {
    let isCOM = address.host.hasPrefix("mail.apigw.") || regions.contains(address.path)
    let isSENS = address.host.hasPrefix("sens.") || address.path.hasPrefix("/mail/v2")
    let isOther = profile.name == Profile.sens.name ? isCOM : isSENS
    if isOther, let other = Profile.all.first(where: { $0.name != profile.name }) {
      return PublishingError(
        Message(
          "\(variable) leads to \(other.service), but the profile is \"\(profile.name)\"",
          ko: "\(variable) 값은 \(other.service)의 주소인데 프로필은 \"\(profile.name)\"입니다"))
    }
    if profile.name == Profile.com.name, !regions.contains(address.path) {
      return PublishingError(
        Message(
          "\(variable) must end with the path of a region: /api/v1, /api/v1-sgn or /api/v1-jpn",
          ko: "\(variable) 값은 리전 경로 /api/v1, /api/v1-sgn, /api/v1-jpn 중 하나로 끝나야 합니다"))
    }
    if profile.name == Profile.sens.name, !address.path.isEmpty {
      return PublishingError(
        Message("\(variable) must have no path", ko: "\(variable)에는 경로가 없어야 합니다"))
    }
    return nil
  }

  /// The endpoint with a path below it.
  func appending(_ path: String) -> Endpoint {
    Endpoint(origin: origin, path: self.path + path, isLoopback: isLoopback)
  }

  /// Path and query of an operation, exactly as they are signed and sent.
  ///
  /// - Parameters:
  ///   - operation: the path of the operation, already in the form of the wire.
  ///   - query: names and values, which are percent-encoded here and nowhere else.
  /// - Returns: what stands behind the method in the request line.
  public func target(_ operation: String, query: [(name: String, value: String)] = []) -> String {
    let items = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
    return path + operation + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
  }

  /// All but unreserved characters (RFC 3986 §2.3) percent-encoded, so that nobody encodes again.
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { output, byte in
      if WebAddress.isUnreserved(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        output += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
