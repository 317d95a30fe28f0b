import Composing
import Diagnostics
import Foundation
import Previews
import TestSupport
import Testing

extension BrowserTests {
  /// The page to hand around on paper.
  @Suite struct PrintedPageTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
      .first(where: FileManager.default.isExecutableFile)

    private struct Paper: Decodable {
      /// Width and height of each page in points.
      var pages: [[Double]]
      /// Every colour that something is filled with, from 0 to 1.
      var colours: [[Double]]
    }

    private static let script = #"""
      import json, re, sys, zlib
      pdf = sys.stdin.buffer.read()
      boxes = re.findall(rb"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[([^\]]*)\]", pdf, re.S)
      colours = set()
      for part in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.S):
          try:
              text = zlib.decompress(part.group(1))
          except zlib.error:
              continue
          for found in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b", text):
              colours.add(tuple(map(float, found)))
      print(json.dumps({
          "pages": [list(map(float, box.split()))[2:] for box in boxes],
          "colours": sorted(colours)}))
      """#

    private func paper(_ pdf: Data) throws -> Paper {
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.python))
      process.arguments = ["-c", Self.script]
      let file = FileManager.default.temporaryDirectory.appending(
        path: "tmpl-\(UUID().uuidString).pdf")
      try pdf.write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let output = Pipe()
      process.standardInput = try FileHandle(forReadingFrom: file)
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return try JSONDecoder().decode(Paper.self, from: data)
    }

    private func print(_ body: String, _ list: String) throws -> Paper {
      struct Printed: Decodable { let data: String }
      let draft = try Draft.of(title: "For $<NAME>", body: body)
      let preview = try TemplatePreview(draft, people: list, folder: "t")
      let page = SharePage(
        [preview], isMasked: false, now: 0, language: .english, version: "0")
      let file = FileManager.default.temporaryDirectory.appending(
        path: "tmpl-\(UUID().uuidString).html")
      try Data(page.html).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      var pdf = Data()
      try Browser.lend { browser in
        try browser.open(file.absoluteString)
        try browser.wait(
          "[...document.querySelectorAll('iframe')].every((frame) => frame.style.zoom)")
        let printed: Printed = try browser.ask(
          "Page.printToPDF", "{\"preferCSSPageSize\":true,\"printBackground\":false}")
        pdf = try #require(Data(base64Encoded: printed.data))
      }
      return try paper(pdf)
    }

    private static let short = """
      <body style="background:#fedcba"><p style="background:#123456;color:#fff">Dear $<NAME></p>
      """
    private static let people =
      "address,NAME\n" + (1...3).map { "p\($0)@example.com,Person \($0)\n" }.joined()

    @Test(.enabled(if: python != nil, "there is no python3"))
    func `each person has a page of A4, with the colours of their mail`() throws {
      let paper = try print(Self.short, Self.people)
      #expect(paper.pages.count == 3)
      for page in paper.pages {
        #expect(abs(page[0] - 595.3) < 1 && abs(page[1] - 841.9) < 1, "\(page)")
      }
      for wanted in [[0x12, 0x34, 0x56], [0xFE, 0xDC, 0xBA]] {
        let isThere = paper.colours.contains { colour in
          zip(colour, wanted).allSatisfy { abs($0 - Double($1) / 255) < 0.004 }
        }
        #expect(isThere, "\(wanted) in \(paper.colours)")
      }
    }

    @Test(.enabled(if: python != nil, "there is no python3"))
    func `a mail that is longer than paper goes on, on further pages`() throws {
      let lines = (1...120).map { "<p>line \($0)</p>" }.joined()
      let paper = try print(Self.short + lines, "address,NAME\na@example.com,Kim\n")
      // Two schemes of 120 lines of 50 px, at two thirds of their size, on pages of a thousand.
      #expect(paper.pages.count >= 5 && paper.pages.count <= 12, "\(paper.pages.count)")
    }
  }
}
