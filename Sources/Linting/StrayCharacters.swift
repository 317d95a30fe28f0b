import Diagnostics
import Templating

/// Characters that stand side by side in a text and are one problem.
struct StrayCharacters {
  /// The first of them.
  let scalar: Unicode.Scalar
  /// Where all of them stand.
  let range: Range<Int>

  /// Runs of characters beyond ASCII of one kind.
  static func runs(
    in bytes: ArraySlice<UInt8>, where isStray: (Unicode.Scalar) -> Bool
  ) -> [StrayCharacters] {
    var runs: [StrayCharacters] = []
    bytes.forEachScalarBeyondASCII { scalar, range in
      guard isStray(scalar) else { return }
      if let last = runs.last, last.range.upperBound == range.lowerBound {
        runs[runs.count - 1] = StrayCharacters(
          scalar: last.scalar, range: last.range.lowerBound..<range.upperBound)
      } else {
        runs.append(StrayCharacters(scalar: scalar, range: range))
      }
    }
    return runs
  }

  /// The first character as `U+200B`.
  var code: String { scalar.code }

  /// An edit that takes them out.
  func removal(from template: Template, _ safety: Fix.Safety) -> Fix {
    template.text.fix(range, Message("remove it", ko: "지우기"), safety, "")
  }
}

extension Unicode.Scalar {
  /// The character as `U+200B`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
