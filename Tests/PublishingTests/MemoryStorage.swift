import Diagnostics
import Publishing

/// A ledger's storage in memory, of which one call fails, and which can lose what was not synchronized.
final class MemoryStorage: LedgerStorage {
  private(set) var bytes: [UInt8]
  /// What would be left after a power failure.
  private(set) var safeBytes: [UInt8]
  /// The number of the call that fails, from 1.
  var failingCall = Int.max
  private var calls = 0

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    safeBytes = bytes
  }

  func contents() throws(PublishingError) -> [UInt8] {
    try count()
    return bytes
  }

  func append(_ bytes: [UInt8]) throws(PublishingError) {
    do throws(PublishingError) {
      try count()
    } catch {
      self.bytes += bytes.prefix(bytes.count / 2)
      throw error
    }
    self.bytes += bytes
  }

  func synchronize() throws(PublishingError) {
    try count()
    safeBytes = bytes
  }

  func truncate(to length: Int) throws(PublishingError) {
    try count()
    bytes = Array(bytes.prefix(length))
  }

  private func count() throws(PublishingError) {
    calls += 1
    if calls >= failingCall { throw PublishingError(Message("disk full", ko: "디스크 가득")) }
  }
}
