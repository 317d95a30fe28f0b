import Testing

@testable import Markup

/// What the sanitizer makes of known texts.
struct SanitizerCaseTests {
  @Test(arguments: SanitizerCase.files)
  func `prints what is expected`(file: String) throws {
    for testCase in try SanitizerCase.cases(in: file) {
      let shown = String(decoding: testCase.input, as: UTF8.self)
      let result = HTMLSanitizer(mode: .email, images: .fixed).sanitize(testCase.input)
      if let output = testCase.output {
        #expect(String(decoding: result.html.bytes, as: UTF8.self) == output, "\(shown)")
        let gone = result.removals.map { "\($0.kind) \($0.name) \($0.reason)" }
        #expect(gone == testCase.removals, "\(shown)")
      }
      if let strict = testCase.strict {
        let result = HTMLSanitizer(mode: .strict).sanitize(testCase.input)
        #expect(String(decoding: result.html.bytes, as: UTF8.self) == strict, "\(shown)")
      }
    }
  }

  /// The laws say what is printed; this says that attacks leave neither handler nor address in it.
  @Test(arguments: SanitizerCase.files)
  func `leaves nothing that runs`(file: String) throws {
    for testCase in try SanitizerCase.cases(in: file) {
      for mode in [HTMLSanitizer.Mode.strict, .email] {
        let output = HTMLSanitizer(mode: mode, images: .all).sanitize(testCase.input).html.bytes
        for tag in MarkupScan(of: output, atoms: []).tokens where tag.kind == .startTag {
          for attribute in tag.attributes {
            let value = attribute.valueRange.map { output[$0] } ?? []
            #expect(Self.isHarmless(attribute.name.text, value), "\(testCase.input)")
          }
        }
      }
    }
  }

  private static func isHarmless(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
    guard !name.hasPrefix("on") else { return false }
    guard ["href", "src", "background"].contains(name) else { return true }
    let starts = ["https://", "http://", "mailto:", "tel:", "sms:", "#", "cid:", "data:image/"]
    return starts.contains { value.starts(with: $0.utf8) }
  }
}
