import Diagnostics
import Publishing
import TestSupport
import Testing

@Suite struct DotEnvTests {
  @Test(arguments: [
    ("A=x", "x"), ("A = x ", "x"), ("export A=x", "x"), ("A='x y'", "x y"),
    ("A=\"x#y\" # z", "x#y"),
    ("A=x # y", "x"), ("A=x#y", "x#y"), ("A=", ""), ("A=# y", ""), ("A=x=y", "x=y"),
    ("\u{FEFF}A=x", "x"), ("A=1\nA=2", "2"), ("A=x\r\nB=y\r\n", "x"), ("# A=y\nA=x", "x"),
    ("C=\"open\nA=x", "x"), ("nothing\nA=x", "x"), ("A=$B", "$B"),
  ])
  func `a value is read as shells read it`(text: String, value: String) throws {
    #expect(try DotEnv.values(Array(text.utf8), names: ["A"]) == ["A": value])
  }

  @Test func `names that are not wanted are not read`() throws {
    #expect(try DotEnv.values(Array("B=x\n A\nAA=y\n".utf8), names: ["A"]).isEmpty)
  }

  @Test(arguments: ["B=1\nA='hidden", "B=1\nA=\"hid\"den", "B=1\nA='hidden\"\n"])
  func `a broken value is refused by its line and not shown`(text: String) throws {
    let error = #expect(throws: PublishingError.self) {
      try DotEnv.values(Array(text.utf8), names: ["A"])
    }
    let sentence = try #require(error).message.text(.english)
    #expect(sentence.contains("line 2"))
    #expect(!sentence.contains("hid"))
  }

  @Test func `no bytes trap`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        "A=\"' #\n\r\u{FEFF}é".utf8.randomElement(using: &random) ?? 0xFF
      }
      _ = try? DotEnv.values(bytes, names: ["A"])
    }
  }
}
