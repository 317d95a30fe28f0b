import Diagnostics
import Mailing

/// A variable of the environment that holds a part of the credentials.
struct CredentialVariable {
  let name: String
  /// Where one gets its value, in the middle of a sentence.
  let source: (english: String, korean: String)

  /// That it is missing, and what to do.
  var absence: PublishingError {
    PublishingError(
      Message(
        "\(name) is not set; put it into the environment or into .env at the project's root: \(source.english)",
        ko: "\(name) 값이 없습니다. 환경 변수나 프로젝트 루트의 .env에 넣으세요. \(source.korean)"))
  }
}

/// The variables of one service.
struct CredentialVariables {
  let accessKey: CredentialVariable
  let secretKey: CredentialVariable
  let endpoint: CredentialVariable
  /// The endpoint where none is set.
  let defaultEndpoint: String?
  let serviceID: CredentialVariable?

  var names: [String] {
    [accessKey, secretKey, endpoint].map(\.name) + (serviceID.map { [$0.name] } ?? [])
  }

  /// Those of a profile.
  static func of(_ profile: Profile) -> CredentialVariables {
    profile.name == Profile.sens.name ? .sens : .com
  }

  private static let keySource = (
    english: "the portal of NAVER Cloud Platform shows it among your account's API keys",
    korean: "네이버 클라우드 플랫폼 포털의 계정 API 인증키에서 확인할 수 있습니다"
  )

  private static let com = CredentialVariables(
    accessKey: CredentialVariable(name: "NAVER_ACCESS_KEY", source: keySource),
    secretKey: CredentialVariable(name: "NAVER_SECRET_KEY", source: keySource),
    endpoint: CredentialVariable(
      name: "NAVER_OUTBOUND_MAILER_API_ENDPOINT",
      source: (
        "https://mail.apigw.ntruss.com/api/v1, or your zone's and region's",
        "https://mail.apigw.ntruss.com/api/v1 또는 사용하는 존과 리전의 주소입니다"
      )),
    defaultEndpoint: nil, serviceID: nil)

  private static let sens = CredentialVariables(
    accessKey: CredentialVariable(name: "NCLOUD_ACCESS_KEY", source: keySource),
    secretKey: CredentialVariable(name: "NCLOUD_SECRET_KEY", source: keySource),
    endpoint: CredentialVariable(
      name: "NCLOUD_SENS_API_ENDPOINT",
      source: ("https://sens.apigw.ntruss.com", "https://sens.apigw.ntruss.com입니다")),
    defaultEndpoint: "https://sens.apigw.ntruss.com",
    serviceID: CredentialVariable(
      name: "NCLOUD_SENS_MAIL_SERVICE_ID",
      source: (
        "the console shows it under SENS with the project; it begins with ncp:mail:",
        "콘솔의 SENS 프로젝트에서 확인할 수 있으며 ncp:mail:로 시작합니다"
      )))
}
