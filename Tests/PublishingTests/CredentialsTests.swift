import Diagnostics
import Mailing
import Publishing
import Testing

@Suite struct CredentialsTests {
  private static let com = [
    "NAVER_ACCESS_KEY": "access", "NAVER_SECRET_KEY": "do-not-show",
    "NAVER_OUTBOUND_MAILER_API_ENDPOINT": "https://mail.apigw.ntruss.com/api/v1-sgn/",
  ]
  private static let sens = [
    "NCLOUD_ACCESS_KEY": "access", "NCLOUD_SECRET_KEY": "do-not-show",
    "NCLOUD_SENS_MAIL_SERVICE_ID": "ncp:mail:kr:123:main",
  ]

  private func variables(_ profile: Profile) -> [String: String] {
    profile.name == "com" ? Self.com : Self.sens
  }

  @Test func `each service has its own variables and path`() throws {
    let com = try Credentials(.com, variables: Self.com)
    #expect(com.endpoint.origin == "https://mail.apigw.ntruss.com")
    #expect(com.endpoint.target("/mails") == "/api/v1-sgn/mails")
    let sens = try Credentials(.sens, variables: Self.sens)
    #expect(sens.endpoint.origin == "https://sens.apigw.ntruss.com")
    #expect(
      sens.endpoint.target("/requests") == "/mail/v2/services/ncp:mail:kr:123:main/requests")
  }

  @Test(arguments: Profile.all.map(\.name))
  func `what is missing is named, with where to get it`(name: String) throws {
    let profile = try #require(Profile.named(name))
    let all = variables(profile)
    for variable in all.keys {
      for absent in [nil, ""] {
        var rest = all
        rest[variable] = absent
        let error = #expect(throws: PublishingError.self) {
          try Credentials(profile, variables: rest)
        }
        for language in [Language.english, .korean] {
          let text = try #require(error).message.text(language)
          #expect(text.hasPrefix(variable) && text.contains(".env"), "\(text)")
          #expect(!text.contains("do-not-show"))
        }
      }
    }
  }

  @Test(arguments: [
    ("com", "https://sens.apigw.ntruss.com", "leads to SENS"),
    ("com", "https://mail.apigw.ntruss.com/mail/v2/services/x", "leads to SENS"),
    ("com", "https://mail.apigw.ntruss.com", "path of a region"),
    ("com", "https://mail.apigw.ntruss.com/api/v2", "path of a region"),
    ("com", "http://mail.apigw.ntruss.com/api/v1", "must begin with https"),
    ("com", "http://127.0.0.1.example.com/api/v1", "must begin with https"),
    ("com", "http://127.1/api/v1", "must begin with https"),
    ("com", "http://localhost.example.com/api/v1", "must begin with https"),
    ("com", "ftp://mail.apigw.ntruss.com/api/v1", "is not an address"),
    ("com", "mail.apigw.ntruss.com/api/v1", "is not an address"),
    ("com", "https://user:word@mail.apigw.ntruss.com/api/v1", "is not an address"),
    ("com", "https://mail.apigw.ntruss.com/api/v1?x=y", "is not an address"),
    ("com", "https://mail.apigw.ntruss.com/../api/v1", "is not an address"),
    ("com", "https://mail.apigw.ntruss.com:0/api/v1", "is not an address"),
    ("com", "https://mail.apigw.ntruss.com:99999/api/v1", "is not an address"),
    ("com", "https:///api/v1", "is not an address"),
    ("com", "https://mail.apigw.ntruss.com/api/v1\r\nHost: x", "is not an address"),
    ("sens", "https://mail.apigw.ntruss.com/api/v1", "leads to Cloud Outbound Mailer"),
    ("sens", "http://127.0.0.1:8025/api/v1", "leads to Cloud Outbound Mailer"),
    ("sens", "https://sens.apigw.ntruss.com/x", "must have no path"),
  ])
  func `an endpoint that cannot be meant is refused`(
    name: String, address: String, reason: String
  ) throws {
    let profile = try #require(Profile.named(name))
    var variables = variables(profile)
    variables[
      name == "com" ? "NAVER_OUTBOUND_MAILER_API_ENDPOINT" : "NCLOUD_SENS_API_ENDPOINT"] = address
    let error = #expect(throws: PublishingError.self) {
      try Credentials(profile, variables: variables)
    }
    let words = try #require(error).message.text(.english)
    #expect(words.contains(reason))
    // A key in the wrong variable, or a password before the host, is not shown.
    #expect(!words.contains(address))
  }

  @Test(arguments: [
    "http://127.0.0.1:8025/api/v1", "http://localhost/api/v1", "http://[::1]:80/api/v1-jpn",
    "HTTPS://mail.apigw.gov-ntruss.com/api/v1", "https://mail.apigw.fin-ntruss.com/api/v1",
  ])
  func `this machine and every zone are let through`(address: String) throws {
    var variables = Self.com
    variables["NAVER_OUTBOUND_MAILER_API_ENDPOINT"] = address
    let endpoint = try Credentials(.com, variables: variables).endpoint
    #expect(address.lowercased() == endpoint.origin + endpoint.target(""))
  }

  @Test(arguments: ["a key", "key\r\nX-Other: 1", "kéy"])
  func `a key that would break a header is refused and not shown`(key: String) throws {
    var variables = Self.com
    variables["NAVER_SECRET_KEY"] = key
    let error = #expect(throws: PublishingError.self) {
      try Credentials(.com, variables: variables)
    }
    #expect(try !#require(error).message.text(.english).contains("kéy"))
    #expect(try !#require(error).message.text(.english).contains("X-Other"))
  }

  @Test func `nothing that prints shows a secret`() throws {
    let credentials = try Credentials(.com, variables: Self.com)
    let gateway = Gateway(credentials, over: RecordedTransport([])) { 0 }
    var dumped = ""
    dump(credentials, to: &dumped)
    dump(credentials.keys, to: &dumped)
    dump(gateway, to: &dumped)
    dump(Secret("do-not-show"), to: &dumped)
    let secret = Array("do-not-show".utf8).description.dropFirst().dropLast()
    for text in [
      dumped, "\(credentials)", "\(gateway)", "\(Secret("do-not-show"))",
      String(reflecting: credentials), String(reflecting: Secret("do-not-show")),
      String(describing: gateway.submit([])),
    ] {
      #expect(!text.contains("do-not-show"), "\(text)")
      #expect(!text.contains(secret), "\(text)")
    }
    #expect(dumped.contains("access"))
  }
}
