import Publishing
import Testing

/// Vectors 1 to 5 are third parties' (public tests of their clients); the last two are computed by
/// another implementation.
@Suite struct SignatureTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var method: String
    var target: String
    var timestamp: String
    var keys = ("test-access-key", "test-secret-key")
    var signature: String

    var testDescription: String { "\(method) \(target) \(timestamp)" }
  }

  private static let vectors = [
    Vector(
      method: "POST", target: "/api/v1/mails", timestamp: "1789174800000",
      signature: "sUivhBVe0ZI9YKhZPcvrMaOmFgI67grJuG5OI+T9nrE="),
    Vector(
      method: "POST", target: "/api/v1/mails", timestamp: "856915200000",
      signature: "F1YxxwEjDRZmNLxqqDFz53OpbvLrMCqEsv9tLxoBcWE="),
    Vector(
      method: "POST", target: "/api/v1/files", timestamp: "856915200000",
      signature: "q1JhbYivx0lU//wBoOyh+yn/y7+Lg9Ez/Xj6FDzxap4="),
    Vector(
      method: "GET", target: "/vserver/v2/getServerInstanceList?responseFormatType=json",
      timestamp: "1234567890123", keys: ("TestAccessKey", "TestSecretKey"),
      signature: "FPsYYX8fuMAgi+cue3eACOW0dNtIwu1LYWfg/megA2M="),
    Vector(
      method: "POST",
      target: "/sms/v2/services/ncp:sms:kr:273248310490:sms_service/messages",
      timestamp: "856915200000", signature: "fNdhE7DMQ3QT2Ev3GxZxSpzg3vJmHNBMjAPG78IqBX8="),
    Vector(
      method: "GET", target: "/api/v1-sgn/mails/requests?startUtc=1757376000000&size=10",
      timestamp: "1789174800000", signature: "0R9PQ7kfGLCE//OdYZoMjrrdmwfoJtz+XrB5qxICx5U="),
    Vector(
      method: "DELETE", target: "/api/v1/files/20181203000000000201", timestamp: "1789174800000",
      signature: "l8x/tuFjUzs2xhjGaFdJZ8elvfUN7WNI+n9+5LDcKmc="),
  ]

  @Test(arguments: vectors) func `a signature is the published one`(vector: Vector) {
    let keys = AccessKeys(accessKey: vector.keys.0, secretKey: Secret(vector.keys.1))
    let signature = keys.signature(
      method: vector.method, target: vector.target, timestamp: vector.timestamp)
    #expect(signature == vector.signature)
  }

  @Test func `headers carry what was signed`() {
    let keys = AccessKeys(accessKey: "test-access-key", secretKey: Secret("test-secret-key"))
    let headers = keys.headers(
      method: "POST", target: "/api/v1/mails", milliseconds: 856_915_200_000)
    #expect(headers["x-ncp-apigw-timestamp"] == "856915200000")
    #expect(headers["x-ncp-iam-access-key"] == "test-access-key")
    #expect(
      headers["X-NCP-APIGW-Signature-V2"] == "F1YxxwEjDRZmNLxqqDFz53OpbvLrMCqEsv9tLxoBcWE=")
  }
}
