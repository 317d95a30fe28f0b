import Mailing

/// An operation of one of the services, as far as the sandbox has them.
enum Route: Equatable {
  case createMails
  case requests
  case requestStatus(String)
  case mails(String)
  case mail(request: String?, mail: String)
  case createFiles
  case files(String)
  case deleteFiles(String)

  /// What a method and a path mean.
  enum Finding: Equatable {
    /// An operation of a service.
    case route(Route)
    /// A path of a service that knows another method.
    case otherMethod
    /// Nothing of a service.
    case none
  }

  private static let regions: Set = ["v1", "v1-sgn", "v1-jpn"]

  /// Finds the operation of a request.
  static func find(_ method: String, _ path: [String]) -> Finding {
    if path.count >= 3, path[0] == "api", regions.contains(path[1]) {
      return choose(method, com(Array(path[2...])))
    }
    if path.count >= 5, path[0] == "mail", path[1] == "v2", path[2] == "services" {
      return choose(method, sens(Array(path[4...])))
    }
    return .none
  }

  private static func choose(_ method: String, _ routes: [String: Route]) -> Finding {
    if let route = routes[method] { return .route(route) }
    return routes.isEmpty ? .none : .otherMethod
  }

  private static func com(_ path: [String]) -> [String: Route] {
    switch (path.count, path[0]) {
    case (1, "mails"): ["POST": .createMails]
    case (1, "files"): ["POST": .createFiles]
    case (2, "files"): ["GET": .files(path[1]), "DELETE": .deleteFiles(path[1])]
    case (2, "mails"):
      path[1] == "requests" ? ["GET": .requests] : ["GET": .mail(request: nil, mail: path[1])]
    case (4, "mails") where path[1] == "requests" && path[3] == "status":
      ["GET": .requestStatus(path[2])]
    case (4, "mails") where path[1] == "requests" && path[3] == "mails": ["GET": .mails(path[2])]
    default: [:]
    }
  }

  private static func sens(_ path: [String]) -> [String: Route] {
    guard path[0] == "requests" else { return [:] }
    switch path.count {
    case 1: return ["POST": .createMails, "GET": .requests]
    case 2: return ["GET": .requestStatus(path[1])]
    case 3 where path[2] == "mails": return ["GET": .mails(path[1])]
    case 4 where path[2] == "mails": return ["GET": .mail(request: path[1], mail: path[3])]
    default: return [:]
    }
  }
}
