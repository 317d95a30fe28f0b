import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A pair of API keys, which signs requests with the gateway's signature of version 2.
///
/// Source: <https://api-gov.ncloud-docs.com/docs/api-call-lgc-requestresponse>
public struct AccessKeys: Sendable {
  /// The public half, which goes along with each request.
  public let accessKey: String
  private let secretKey: Secret

  /// Pairs the two halves.
  public init(accessKey: String, secretKey: Secret) {
    self.accessKey = accessKey
    self.secretKey = secretKey
  }

  /// The signature of one attempt, 44 characters of Base64.
  ///
  /// - Parameters:
  ///   - method: the HTTP method in capitals.
  ///   - target: path and query byte for byte as they go on the wire.
  ///   - timestamp: the text of the timestamp header, milliseconds since 1970.
  /// - Returns: what goes into the signature header.
  public func signature(method: String, target: String, timestamp: String) -> String {
    let message = "\(method) \(target)\n\(timestamp)\n\(accessKey)"
    let code = HMACSHA256.code(for: Array(message.utf8), key: secretKey.bytes)
    return Data(code.bytes).base64EncodedString()
  }

  /// The headers that authenticate one attempt; each attempt needs its own.
  ///
  /// - Parameters:
  ///   - method: the HTTP method in capitals.
  ///   - target: path and query byte for byte as they go on the wire.
  ///   - milliseconds: the time of the attempt since 1970.
  /// - Returns: the three headers.
  public func headers(method: String, target: String, milliseconds: Int) -> HTTPHeaders {
    let timestamp = String(milliseconds)
    return HTTPHeaders([
      (AuthenticationHeader.timestamp, timestamp),
      (AuthenticationHeader.accessKey, accessKey),
      (
        AuthenticationHeader.signature,
        signature(method: method, target: target, timestamp: timestamp)
      ),
    ])
  }
}

extension AccessKeys: CustomStringConvertible, CustomReflectable {
  /// The public half alone.
  public var description: String { "keys of \(accessKey)" }
  /// A mirror without the secret half.
  public var customMirror: Mirror { Mirror(self, children: ["accessKey": accessKey]) }
}

/// The names of the headers that authenticate a request.
public enum AuthenticationHeader {
  /// Milliseconds since 1970, as they were signed.
  public static let timestamp = "x-ncp-apigw-timestamp"
  /// The public half of the keys.
  public static let accessKey = "x-ncp-iam-access-key"
  /// The signature.
  public static let signature = "x-ncp-apigw-signature-v2"
}
