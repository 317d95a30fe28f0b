import Foundation
import Markup

/// Our sanitizer's half of the comparison.
enum SanitizerRuns {
  private static let sanitizer = HTMLSanitizer(mode: .email, images: .fixed)

  /// Measures the mails of each folder; prints a line for each.
  static func measureMails(in folder: URL) throws {
    for group in SanitizerInputs.groups {
      let mails = try SanitizerInputs.mails(in: folder.appending(path: group))
      let size = mails.map(\.count).reduce(0, +)
      Rounds(of: max(1, 2_000_000 / size)) { _ in
        mails.reduce(0) { $0 &+ sanitizer.sanitize($1).html.pieces.count }
      }.printResult(name: "tmpl", version: "this checkout", group, "\(size)")
    }
  }

  /// Sanitizes one text in a process of its own; prints seconds and what memory grew by.
  static func measureOnce(_ file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    _ = sanitizer.sanitize(Array(Newsletter.html.utf8))
    let before = peak
    let duration = ContinuousClock().measure { _ = sanitizer.sanitize(bytes) }
    let growth = Double(peak - before) / Double(bytes.count)
    let numbers = [duration / .seconds(1), growth].map { String(format: "%.3f", $0) }
    print(([file.deletingPathExtension().lastPathComponent] + numbers).joined(separator: "\t"))
  }

  /// The most memory that the process has had, in bytes; 0 where the system does not tell.
  private static var peak: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
  }
}
