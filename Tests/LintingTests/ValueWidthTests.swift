import Foundation
import TestSupport
import Testing

@testable import Linting

/// The widths that `--worst` and `maxWidth` go by, held against what Chromium measures.
@Suite(.serialized, .enabled(if: BrowserDriver.isInstalled, "there is no chromedriver"))
struct ValueWidthTests {
  /// Values as lists have them, in the scripts that names are written in.
  private static let values = [
    "Kim Minsu", "김민수", "남궁민수 고객님", "Christopher Null", "Hubert Blaine Wolfeschlegelsteinhausen",
    "Nguyễn Thị Hương", "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}ng",
    "O'Brien & Söhne GmbH",
    "동해물과 백두산이 마르고 닳도록", "漢字かな交じり文", "1,234,567원", "2026. 12. 1. (화)", "010-1234-5678",
    "A-1001", "ORDER NUMBER 42", "생일 달 20% 할인 쿠폰", "https://shop.example.com/me?id=17", "👍🏽",
  ]

  private func columns(_ value: String) -> Int {
    Array(value.utf8).withUnsafeBufferPointer { ValueShape($0).width }
  }

  /// Widths in em, one for each value, in a font of the browser's choice.
  private func measured(_ font: String, in browser: Browser) throws -> [Double] {
    let list = String(decoding: try JSONEncoder().encode(Self.values), as: UTF8.self)
    return try browser.run(
      """
      document.body.style.font = '100px \(font)';
      return \(list).map((value) => {
        const span = document.createElement('span');
        span.style.whiteSpace = 'pre';
        span.append(value);
        document.body.append(span);
        const width = span.getBoundingClientRect().width / 100;
        span.remove();
        return width;
      });
      """)
  }

  @Test(arguments: ["sans-serif", "Arial, sans-serif", "monospace"])
  func `a column is half an em, but for a third`(font: String) throws {
    try Browser.lend { browser in
      try browser.open("data:text/html,<meta charset=utf-8><body>")
      let widths = try measured(font, in: browser)
      for (value, width) in zip(Self.values, widths) {
        let ratio = width / (Double(columns(value)) / 2)
        #expect(ratio > 0.75 && ratio < 1.34, "\(value): \(width) em, \(columns(value)) columns")
      }
    }
  }

  @Test(arguments: ["sans-serif", "monospace"])
  func `what is half as wide again by columns is wider on the screen`(font: String) throws {
    try Browser.lend { browser in
      try browser.open("data:text/html,<meta charset=utf-8><body>")
      let all = Array(zip(Self.values, try measured(font, in: browser)))
      for (narrow, narrowWidth) in all {
        for (wide, wideWidth) in all where columns(wide) * 2 >= columns(narrow) * 3 {
          #expect(wideWidth > narrowWidth, "\(narrow) and \(wide)")
        }
      }
    }
  }
}
