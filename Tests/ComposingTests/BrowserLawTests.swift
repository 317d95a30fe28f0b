import Foundation
import TestSupport
import Testing

/// The law of positions as a browser sees it.
@Suite struct BrowserLawTests {
  /// Cases that a browser must object to, so that its silence about others means something.
  private static let controls = [
    BrowserCase(isAddress: false, bodies: ["<p>x</p>", "<p>x<b></b></p>"]),
    BrowserCase(isAddress: false, bodies: ["<p title=\"x\">", "<p title=\"x\" onclick=\"x\">"]),
    BrowserCase(isAddress: false, bodies: ["<p>x</p>", "<p><script>alert(1)</script></p>"]),
    BrowserCase(isAddress: false, bodies: ["<p>x</p>", "<p><img src=x onerror=alert(1)></p>"]),
    BrowserCase(
      isAddress: true,
      bodies: ["<a href=\"https://a.example/\">", "<a href=\"java&#10;script:alert(1)\">"]),
    BrowserCase(
      isAddress: false,
      bodies: ["<a href=\"https://a.example/\">", "<a href=\"https://a.example.evil.example/\">"]),
  ]

  @Test(.enabled(if: Chromium.installed != nil, Comment(rawValue: Chromium.absence)))
  func `a browser sees the elements and attributes that a harmless value has`() async throws {
    let browser = try #require(Chromium.installed)
    let positions = try ValuePosition.all.map { position in
      let bodies = try position.renderings().renderings.compactMap(\.body)
      return BrowserCase(
        isAddress: position.isWholeAddress,
        bodies: bodies.map { String(decoding: $0, as: UTF8.self) })
    }
    let cases = Self.controls + positions
    let report = try await browser.comparison(of: cases)
    #expect(report.bodies == cases.reduce(0) { $0 + $1.bodies.count })
    for place in report.different + report.schemes where place.number >= Self.controls.count {
      Issue.record("\(cases[place.number].bodies[place.body])")
    }
    #expect(
      report.different.prefix { $0.number < Self.controls.count }.map(\.number) == [0, 1, 2, 3, 5])
    #expect(report.schemes.map(\.number) == [4])
    #expect(report.ran.sorted() == [2, 3])
  }

  @Test(arguments: [("/bin/false", Chromium.Failure.ended(status: 1)), ("/bin/echo", .noReport)])
  func `a browser that ends early or says nothing is an error`(
    program: String, failure: Chromium.Failure
  ) async {
    await #expect(throws: failure) {
      try await Chromium(program: URL(filePath: program)).comparison(of: Self.controls)
    }
  }

  @Test func `a browser that does not end is ended`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tmpl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "endless")
    try Data("#!/bin/sh\nkill -STOP $$\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    await #expect(throws: Chromium.Failure.ended(status: SIGKILL)) {
      try await Chromium(program: program).report(of: Data(), seconds: 0)
    }
  }
}

extension ValuePosition {
  /// Whether a host or all of an address is the value.
  fileprivate var isWholeAddress: Bool { taking == .addresses || template.contains("//$<X>") }
}
