import Foundation
import TestSupport
import Testing

/// `tmpl sandbox` as other programs meet it.
@Suite struct SandboxTests {
  private static let python = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "python3 is not installed"))
  func `a client of the documented API works unchanged`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sandbox = try RunningSandbox(folder, ["--store", "outbox"])
    let client = Checkout.url.appending(path: "Tests/EndToEndTests/Clients/client.py").path
    let result = try folder.tool.shell("'\(Self.python ?? "")' '\(client)' \(sandbox.origin) 2>&1")
    #expect(result.text == "done\n")
    let (status, errors) = sandbox.interrupt()
    #expect(status == 0 && errors.contains("mails are shown at http://127.0.0.1:"))
    #expect(folder.files().count == 9 && folder.files().allSatisfy { $0.hasSuffix(".eml") })
  }

  @Test func `keys of the environment and of a file are used and never shown`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("NAVER_SECRET_KEY='hidden-in-file'\nNCLOUD_SECRET_KEY=hidden\n", to: ".env")
    let sandbox = try RunningSandbox(
      folder, environment: ["NAVER_ACCESS_KEY": "known", "NCLOUD_ACCESS_KEY": "known"])
    let (status, errors) = sandbox.interrupt()
    #expect(status == 0)
    #expect(!(sandbox.announcement + errors).contains("hidden"))
    #expect(!sandbox.announcement.contains("KEY="))
  }
}
