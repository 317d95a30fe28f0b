public import Publishing

/// What the surroundings of a run are; nothing else is read from them.
public struct Environment: Sendable {
  /// The environment's variables.
  public var variables: [String: String]
  /// The folder in which the tool was called.
  public var currentDirectory: String
  /// Whether standard input is a terminal.
  public var isInputTerminal: Bool
  /// Whether standard output is a terminal.
  public var isOutputTerminal: Bool
  /// Whether standard error is a terminal.
  public var isErrorTerminal: Bool
  /// When the run began, in milliseconds since 1970-01-01T00:00Z.
  public var now: Int
  /// How many cores may work.
  public var cores: Int
  /// What reaches mail services.
  public var transport: any Transport
  /// The time at which a call asks for it, in milliseconds since 1970.
  public var clock: @Sendable () -> Int

  /// Describes the surroundings.
  public init(
    variables: [String: String], currentDirectory: String, isInputTerminal: Bool,
    isOutputTerminal: Bool, isErrorTerminal: Bool, cores: Int, transport: any Transport,
    clock: @escaping @Sendable () -> Int
  ) {
    self.variables = variables
    self.currentDirectory = currentDirectory
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    now = clock()
    self.cores = cores
    self.transport = transport
    self.clock = clock
  }

  /// The time that files are stamped with, in seconds since 1970; `SOURCE_DATE_EPOCH` stands in for
  /// the clock.
  var stamp: Int { variables["SOURCE_DATE_EPOCH"].flatMap { Int($0) } ?? now / 1000 }

  /// Whether a CI service runs the tool.
  var isCI: Bool { variables["CI"].map { !$0.isEmpty && $0 != "false" } ?? false }
}
