import Diagnostics
import JSONSyntax
import Publishing

/// Why a request is refused, with the status and code that the services document for it.
struct ServiceProblem: Error {
  /// Something wrong with one field of a request.
  struct Field {
    let name: String
    let reason: Message
  }

  let status: Int
  let code: String
  let message: Message
  /// Whether the gateway says it rather than the service behind it.
  let isOfGateway: Bool
  var fields: [Field] = []
  var details: String?

  /// A problem that the gateway finds.
  static func gateway(
    _ status: Int, _ code: String, _ message: Message, details: String? = nil
  ) -> ServiceProblem {
    var problem = ServiceProblem(
      status: status, code: code, message: message, isOfGateway: true)
    problem.details = details
    return problem
  }

  /// A problem that a service finds.
  static func service(_ status: Int, _ code: String, _ message: Message) -> ServiceProblem {
    ServiceProblem(status: status, code: code, message: message, isOfGateway: false)
  }

  /// A request whose fields are wrong, as either service says it.
  static func fields(_ fields: [Field], isSENS: Bool) -> ServiceProblem {
    func sentence(_ language: Language) -> String {
      fields.first.map { "\($0.name): \($0.reason.text(language))" } ?? ""
    }
    let (english, korean) = (sentence(.english), sentence(.korean))
    let message = Message("\(english)", ko: "\(korean)")
    var problem = service(400, isSENS ? "InvalidParameter" : "77102", message)
    problem.fields = fields
    return problem
  }

  /// Something that is not there.
  static func absent(_ what: String, isSENS: Bool) -> ServiceProblem {
    service(
      400, isSENS ? "NotFound" : "77103",
      Message("there is no \(quoted: what)", ko: "\(quoted: what)이(가) 없습니다"))
  }

  /// The response, whose body has the shape that the services answer in.
  func response(_ language: Language, isSENS: Bool) -> HTTPResponse {
    var json = JSONWriter()
    json.beginObject()
    json.key("error")
    json.beginObject()
    if isOfGateway || isSENS {
      json.member("errorCode", code)
    } else {
      json.member("code", code)
    }
    json.member("message", message.text(language))
    if let details { json.member(isSENS && !isOfGateway ? "detail" : "details", details) }
    if isSENS, !fields.isEmpty {
      json.key("fieldErrors")
      json.beginArray()
      for field in fields.prefix(100) {
        json.beginObject()
        json.member("field", field.name)
        json.member("message", field.reason.text(language))
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.endObject()
    return .json(status, json)
  }
}

extension HTTPResponse {
  /// A response with a body of JSON.
  static func json(_ status: Int, _ json: JSONWriter) -> HTTPResponse {
    HTTPResponse(
      status, headers: HTTPHeaders([("Content-Type", "application/json;charset=UTF-8")]),
      body: json.bytes)
  }
}
