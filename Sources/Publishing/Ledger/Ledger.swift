import Diagnostics

/// Where the lines of a ledger lie; the file of it, or one that fails when a test says so.
public protocol LedgerStorage {
  /// All that is there.
  mutating func contents() throws(PublishingError) -> [UInt8]
  /// Adds bytes at the end, all or some before it throws.
  mutating func append(_ bytes: [UInt8]) throws(PublishingError)
  /// Returns when everything will survive a power failure.
  mutating func synchronize() throws(PublishingError)
  /// Cuts off what stands behind a length.
  mutating func truncate(to length: Int) throws(PublishingError)
}

/// An append-only record of what was submitted, written before and after each request.
///
/// A request may leave only when `begin` has returned. Whatever fails afterwards, the next reader
/// finds its intent, and without a settlement it is open.
public struct Ledger<Storage: LedgerStorage> {
  /// What the ledger says.
  public private(set) var history: LedgerHistory
  private var storage: Storage
  private var length: Int
  private var isBroken = false

  /// Opens a ledger, and cuts off a last line that was never finished, or ends one that was.
  ///
  /// - Parameter storage: where it lies.
  /// - Throws: what is wrong with it, or with its storage.
  public init(_ storage: Storage) throws(PublishingError) {
    self.storage = storage
    let bytes = try self.storage.contents()
    history = try LedgerHistory(bytes)
    length = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard length < bytes.count else { return }
    if LedgerLine.entry(Array(bytes[length...])) == nil {
      try self.storage.truncate(to: length)
    } else {
      try self.storage.append([UInt8(ascii: "\n")])
      length = bytes.count + 1
    }
    try self.storage.synchronize()
  }

  /// Records that something is sent to a list.
  ///
  /// - Parameter send: what is sent; the ledger gives it its number.
  /// - Returns: the send as it was recorded.
  /// - Throws: why it could not be recorded; nothing may be sent then.
  public mutating func begin(
    _ send: LedgerEntry.Send
  ) throws(PublishingError) -> LedgerEntry.Send {
    var send = send
    send.number = history.sends.count + 1
    try add(.send(send))
    return send
  }

  /// Records that a request is about to leave.
  ///
  /// - Parameter intent: the request; the ledger gives it its number.
  /// - Returns: the request's number.
  /// - Throws: why it could not be recorded; the request must not leave then.
  public mutating func begin(_ intent: LedgerEntry.Intent) throws(PublishingError) -> Int {
    var intent = intent
    intent.number = history.nextNumber
    try add(.intent(intent))
    return intent.number
  }

  /// Records what became of a request.
  ///
  /// - Parameters:
  ///   - number: the request's number.
  ///   - result: how it ended.
  ///   - time: milliseconds since 1970.
  /// - Throws: why it could not be recorded; to the next reader the request is open then.
  public mutating func settle(
    _ number: Int, _ result: LedgerEntry.Result, time: Int
  ) throws(PublishingError) {
    try add(.settlement(LedgerEntry.Settlement(number: number, time: time, result: result)))
  }

  private mutating func add(_ entry: LedgerEntry) throws(PublishingError) {
    guard !isBroken, history.accepts(entry) else {
      throw PublishingError(
        Message(
          "the ledger takes no more entries: a write failed before, or this one does not follow",
          ko: "장부에 더 기록할 수 없습니다. 앞선 기록이 실패했거나 순서에 맞지 않습니다"))
    }
    let line = LedgerLine.bytes(entry)
    do throws(PublishingError) {
      try storage.append(line)
      try storage.synchronize()
    } catch {
      // Nobody knows how much of the line is on the disk. What could be cut off is not there; what
      // could not be makes the request open to the next reader, which is the safe side.
      isBroken = true
      try? storage.truncate(to: length)
      throw error
    }
    length += line.count
    history.add(entry)
  }
}
