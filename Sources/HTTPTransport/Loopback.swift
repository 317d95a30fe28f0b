import Foundation

/// This machine, as the system's HTTP client sees it.
enum Loopback {
  private static let hosts = "localhost,127.0.0.1,127.0.0.0/8,::1"

  /// Keeps requests to this machine on it: a proxy that the environment names would be handed
  /// people's addresses, and the client asks no session but the environment.
  static func bypassProxies() {
    let known = (getenv("no_proxy") ?? getenv("NO_PROXY")).map { String(cString: $0) } ?? ""
    guard known != "*" else { return }
    setenv("no_proxy", known.isEmpty ? hosts : "\(known),\(hosts)", 1)
  }
}
