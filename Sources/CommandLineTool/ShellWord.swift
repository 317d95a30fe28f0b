import Diagnostics

/// A word of a command that is printed to be typed again.
enum ShellWord {
  /// The word as a shell takes it for itself and nothing more; what cannot be shown is shown as an escape.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/@._+=%-".utf8.contains(byte)
    }
    guard !isPlain else { return word }
    var quoted = "'"
    for scalar in VisibleText.escaping(word).unicodeScalars {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
