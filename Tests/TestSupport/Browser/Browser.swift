public import Foundation

/// A Chromium without any network, spoken to over WebDriver through `chromedriver`.
///
/// What takes time is waited for inside the page, until a deadline of the driver.
public struct Browser: Sendable {
  /// Why the browser did not do what it was asked to.
  public struct Failure: Error, CustomStringConvertible {
    /// What the driver said.
    public let description: String

    /// Whether what was looked up was gone by then.
    fileprivate var isOfReplacedFrame: Bool {
      ["stale element reference", "detached"].contains(where: description.contains)
    }
  }

  /// A window's inner size in CSS pixels.
  public struct Size: Sendable {
    fileprivate let width: Int
    fileprivate let height: Int

    /// A laptop's.
    public static let wide = Size(width: 1280, height: 900)
    /// A telephone's.
    public static let phone = Size(width: 390, height: 844)
  }

  /// How long a condition may take to come true.
  private static let patience = 30_000

  private let driver: BrowserDriver
  private let session: String
  /// Whether requests of sandboxed frames are logged too.
  let isLogged: Bool
  /// The tab that stays.
  private let home: String

  /// Lends a browser with a tab that nobody has seen, and closes the tab.
  ///
  /// - Parameters:
  ///   - size: the window's.
  ///   - isLogged: whether `requests` has those of sandboxed frames too: they share a process then,
  ///     in which an emulated colour scheme wins over that of the frame.
  ///   - body: what to do with it.
  /// - Throws: what `body` throws, or a failure of the browser.
  public static func lend(
    _ size: Size = .wide, isLogged: Bool = false, _ body: (Browser) throws -> Void
  ) throws {
    let browser = try BrowserPool.shared.take(isLogged: isLogged)
    do {
      try browser.openTab(size)
      try body(browser)
      try browser.closeTab()
    } catch {
      // Whatever state it is in, nobody else meets it.
      browser.end()
      throw error
    }
    BrowserPool.shared.give(back: browser)
  }

  /// Begins a browser.
  init(isLogged: Bool) throws {
    let driver = try BrowserDriver()
    do {
      try self.init(driver, isLogged)
    } catch {
      driver.end()
      throw error
    }
  }

  private init(_ driver: BrowserDriver, _ isLogged: Bool) throws {
    struct Session: Decodable { let sessionId: String }
    self.driver = driver
    self.isLogged = isLogged
    let arguments = [
      "--\(isLogged ? "disable" : "enable")-features=IsolateSandboxedIframes",
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-extensions",
      "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb",
      "--user-data-dir=\(driver.folder.path)/profile",
    ].map { "\"\($0)\"" }.joined(separator: ",")
    let created: Session = try Self.send(
      driver, "POST", "/session",
      """
      {"capabilities":{"alwaysMatch":{"browserName":"chrome","timeouts":{"script":\(Self.patience)},
      "goog:loggingPrefs":{"performance":"ALL","browser":"ALL"},
      "goog:chromeOptions":{"args":[\(arguments)]}}}}
      """)
    session = "/session/\(created.sessionId)"
    home = try Self.send(driver, "GET", "\(session)/window", "")
  }

  /// Ends it with its driver.
  func end() {
    _ = try? Self.raw(driver, "DELETE", session, "")
    driver.end()
  }

  // MARK: Tabs

  private func openTab(_ size: Size) throws {
    struct Tab: Decodable { let handle: String }
    let tab: Tab = try post("window/new", ["type": "tab"])
    try enter(tab: tab.handle)
    // Nothing is drawn in one behind others.
    try develop("Page.bringToFront", "{}")
    // Headless windows cannot be narrower than 500 px, what they show can.
    try develop(
      "Emulation.setDeviceMetricsOverride",
      "{\"width\":\(size.width),\"height\":\(size.height),\"deviceScaleFactor\":1,\"mobile\":false}"
    )
    // What was logged before is of others.
    for kind in ["performance", "browser"] { _ = try log(kind) }
  }

  private func closeTab() throws {
    let _: [String] = try Self.send(driver, "DELETE", "\(session)/window", "")
    try enter(tab: home)
  }

  private func enter(tab handle: String) throws {
    let _: String? = try post("window", ["handle": handle])
  }

  // MARK: Pages

  /// Opens a page and waits for it to be loaded.
  public func open(_ address: String) throws {
    let _: String? = try post("url", ["url": address])
  }

  /// Runs the body of a function in the page, or in the frame that was entered.
  public func run<Result: Decodable>(
    _ script: String, as type: Result.Type = Result.self
  ) throws -> Result {
    try post("execute/sync", Script(script: script))
  }

  /// Runs the body of a function whose result does not matter.
  public func act(_ script: String) throws {
    let _: Bool = try run("\(script); return true")
  }

  /// Waits, frame by frame, until an expression is true.
  public func wait(_ condition: String) throws {
    let script = """
      const done = arguments[arguments.length - 1];
      const look = () => { if (\(condition)) done(true); else requestAnimationFrame(look); };
      look();
      """
    do {
      let _: Bool = try post("execute/async", Script(script: script))
    } catch {
      throw Failure(description: "never came true: \(condition)\n\(error)")
    }
  }

  /// Presses keys one after the other, wherever the focus is.
  public func press(_ keys: String...) throws {
    let actions = keys.flatMap {
      [
        "{\"type\":\"keyDown\",\"value\":\(Self.quoted($0))}",
        "{\"type\":\"keyUp\",\"value\":\(Self.quoted($0))}",
      ]
    }.joined(separator: ",")
    let _: String? = try Self.send(
      driver, "POST", "\(session)/actions",
      "{\"actions\":[{\"type\":\"key\",\"id\":\"keys\",\"actions\":[\(actions)]}]}")
  }

  /// Enters the page's n-th frame, or leaves all frames.
  public func enter(frame number: Int?) throws {
    let _: String? = try Self.send(
      driver, "POST", "\(session)/frame", "{\"id\":\(number.map(String.init) ?? "null")}")
  }

  /// Runs the body of a function in the page's n-th frame, which the page may put another in place
  /// of at any time: then it is looked up again.
  public func act(_ script: String, inFrame number: Int) throws {
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    while true {
      do {
        try enter(frame: number)
        try act(script)
        return try enter(frame: nil)
      } catch let failure as Failure where failure.isOfReplacedFrame && ContinuousClock.now < end {
        try enter(frame: nil)
      }
    }
  }

  /// What the window shows, as a PNG.
  public func screenshot() throws -> Data {
    let text: String = try Self.send(driver, "GET", "\(session)/screenshot", "")
    return Data(base64Encoded: text) ?? Data()
  }

  /// Calls a command of the developer tools with parameters in JSON.
  public func develop(_ command: String, _ parameters: String) throws {
    _ = try Self.raw(
      driver, "POST", "\(session)/goog/cdp/execute",
      "{\"cmd\":\"\(command)\",\"params\":\(parameters)}")
  }

  /// What a command of the developer tools answers.
  public func ask<Result: Decodable>(
    _ command: String, _ parameters: String, as type: Result.Type = Result.self
  ) throws -> Result {
    try Self.send(
      driver, "POST", "\(session)/goog/cdp/execute",
      "{\"cmd\":\"\(command)\",\"params\":\(parameters)}")
  }

  /// Every address that was asked for since the last call, by any frame.
  public func requests() throws -> [String] {
    let pattern = #/"request":\{.*?"url":"([^"]*)"/#
    return try log("performance").filter { $0.contains("Network.requestWillBeSent\"") }
      .compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } }
      .filter { !["data:", "about:", "chrome:"].contains(where: $0.hasPrefix) }
  }

  /// What the console holds since the last call: errors, violations of the page's policy.
  public func complaints() throws -> [String] { try log("browser") }

  private func log(_ kind: String) throws -> [String] {
    struct Entry: Decodable { let message: String }
    let entries: [Entry] = try post("se/log", ["type": kind])
    return entries.map(\.message)
  }

  // MARK: Requests

  private struct Script: Encodable {
    let script: String
    let args: [String] = []
  }

  private struct Reply<Value: Decodable>: Decodable { let value: Value }

  private static func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  private func post<Result: Decodable>(
    _ path: String, _ body: some Encodable
  ) throws -> Result {
    let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
    return try Self.send(driver, "POST", "\(session)/\(path)", text)
  }

  private static func send<Result: Decodable>(
    _ driver: BrowserDriver, _ method: String, _ path: String, _ body: String
  ) throws -> Result {
    let data = try raw(driver, method, path, body)
    return try JSONDecoder().decode(Reply<Result>.self, from: data).value
  }

  private static func raw(
    _ driver: BrowserDriver, _ method: String, _ path: String, _ body: String
  ) throws -> Data {
    let (status, data) = try driver.server.send(method, path, body)
    guard status == 200 else {
      throw Failure(description: String(decoding: data.prefix(1000), as: UTF8.self))
    }
    return data
  }
}
